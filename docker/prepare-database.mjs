// Makes the application's user in a secured EventStoreDB and lets it read $all, which only administrators may by
// default. Asked again, it changes nothing but a password that is another one now.
//
// DATABASE_HTTP  https://host:2113, of one node
// DATABASE_URL   esdb://admin:…@…, of an administrator
// APP_USER, APP_PASSWORD
import { EventStoreDBClient } from '@eventstore/db-client'

const setting = (name) => {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`${name} is not set`)
  return value
}

const address = setting('DATABASE_URL')
const [user, password] = [setting('APP_USER'), setting('APP_PASSWORD')]
const administrator = /^esdb(?:\+discover)?:\/\/([^:@/]+:[^@/]+)@/.exec(address)?.[1]
if (administrator === undefined) throw new Error('DATABASE_URL names no user and password')
const credentials = administrator.split(':').map(decodeURIComponent).join(':')

const call = (path, body) =>
  fetch(new URL(path, setting('DATABASE_HTTP')), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(10_000),
  })

const insist = async (response, step) => {
  if (!response.ok) throw new Error(`${step}: ${response.status} ${await response.text()}`)
}

const prepareUser = async () => {
  const found = await call(`/users/${user}`)
  if (found.status === 404) {
    const made = { loginName: user, fullName: user, groups: [], password }
    await insist(await call('/users', made), 'the user could not be made')
    return 'made'
  }
  await insist(found, 'the user could not be read')
  const reset = await call(`/users/${user}/command/reset-password`, { newPassword: password })
  await insist(reset, 'the password could not be set')
  return 'found'
}

const grantAll = async () => {
  const client = EventStoreDBClient.connectionString(address)
  try {
    const { metadata = {} } = await client.getStreamMetadata('$all')
    const readers = [metadata.acl?.readRoles ?? '$admins'].flat()
    if (readers.includes(user)) return 'had it'
    const acl = { ...metadata.acl, readRoles: [...new Set(['$admins', ...readers, user])] }
    await client.setStreamMetadata('$all', { ...metadata, acl })
    return 'given'
  } finally {
    await client.dispose()
  }
}

console.log(`user ${user}: ${await prepareUser()}; right to read $all: ${await grantAll()}`)
