// Makes the application's user in a secured EventStoreDB and lets it read $all, which only administrators may by
// default. Asked again, it changes nothing but a password that is another one now.
//
// DATABASE_HTTP  https://host:2113, of one node
// DATABASE_URL   esdb://admin:…@…, of an administrator
// APP_USER, APP_PASSWORD
import { randomUUID } from 'node:crypto'
import { classifyError } from '../dist/adapters/event-log/eventstoredb/classify-error.js'
import { readConnectionString } from '../dist/adapters/event-log/eventstoredb/connection-string.js'
import { connectDatabase } from '../dist/adapters/event-log/eventstoredb/database-client.js'

const setting = (name) => {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`${name} is not set`)
  return value
}

const address = readConnectionString(setting('DATABASE_URL'))
const [user, password] = [setting('APP_USER'), setting('APP_PASSWORD')]
if (address.credentials === undefined) throw new Error('DATABASE_URL names no user and password')
const credentials = `${address.credentials.username}:${address.credentials.password}`

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

/** The stream of the metadata of $all; its last event counts. */
const ALL_METADATA = '$$$all'
const DEADLINE = 10_000

const readAllMetadata = async (client) => {
  try {
    const last = { direction: 'backwards', from: 'end', count: 1 }
    const { events } = await client.readStream(ALL_METADATA, last, AbortSignal.timeout(DEADLINE))
    return { metadata: events[0]?.data ?? {}, revision: events[0]?.revision ?? 'none' }
  } catch (error) {
    if (classifyError(error).trouble !== 'no-stream') throw error
    return { metadata: {}, revision: 'none' }
  }
}

const grantAll = async () => {
  const client = connectDatabase(address)
  try {
    const { metadata, revision } = await readAllMetadata(client)
    const readers = [metadata.$acl?.$r ?? '$admins'].flat()
    if (readers.includes(user)) return 'had it'
    const $r = [...new Set(['$admins', ...readers, user])]
    const data = { ...metadata, $acl: { ...metadata.$acl, $r } }
    const event = { id: randomUUID(), type: '$metadata', data, metadata: {} }
    await client.append(ALL_METADATA, revision, [event], DEADLINE)
    return 'given'
  } finally {
    await client.close()
  }
}

console.log(`user ${user}: ${await prepareUser()}; right to read $all: ${await grantAll()}`)
