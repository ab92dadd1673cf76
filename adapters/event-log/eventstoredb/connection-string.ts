import { present } from '#domain/kernel/present.js'
import { EventLogFault } from '#domain/ports/event-log-fault.js'

export interface Credentials {
  readonly username: string
  readonly password: string
}

/** Where the database is, and as whom one speaks to it. */
export interface DatabaseAddress {
  /** Without user and password: the client prints the address when it has something to say about it. */
  readonly url: string
  readonly secure: boolean
  readonly credentials?: Credentials
  /** Milliseconds between two signs of life on an idle connection. */
  readonly keepAliveInterval: number
}

const shape =
  /^(?<scheme>[a-z+]+):\/\/(?:(?<username>[^:@/?]+):(?<password>[^@/?]+)@)?(?<hosts>[^?/@\s]+)\/?(?:\?(?<query>.*))?$/

/** What the client understands, by its name without case, `-` and `_`. */
const options = new Set([
  'tls',
  'tlscafile',
  'keepaliveinterval',
  'keepalivetimeout',
  'connectionname',
  'nodepreference',
  'maxdiscoverattempts',
  'discoveryinterval',
  'gossiptimeout',
  'throwonappendfailure',
])

/** What looks like an option and would do harm, or nothing, without a word. */
const refused: Readonly<Record<string, string>> = {
  tlsverifycert: 'the client does not heed tlsVerifyCert: name the authority by tlsCAFile',
  usercertfile: 'certificates of users are not supported: give user and password',
  userkeyfile: 'certificates of users are not supported: give user and password',
  defaultdeadline: 'defaultDeadline is not heeded on every call: the deadline is a setting of the log',
}

/** The least that the client takes without a warning, and its own default. */
const leastKeepAlive = 10_000

/**
 * Reads `esdb://[user:password@]host[:port][,host[:port]…][?option=value…]`, or `esdb+discover://` for a name that
 * stands for a cluster. User and password are percent-encoded.
 *
 * @throws EventLogFault `invalid-connection`; its message never holds the password
 */
export const readConnectionString = (text: string): DatabaseAddress => {
  const parts = shape.exec(text.trim())?.groups
  const [scheme = '', hosts = ''] = [parts?.['scheme'], parts?.['hosts']]
  insist(parts !== undefined, 'esdb://[user:password@]host[:port][?option=value] is expected')
  insist(scheme === 'esdb' || scheme === 'esdb+discover', `esdb:// is expected, not ${scheme}://`)
  insist(
    scheme === 'esdb' || !hosts.includes(','),
    'esdb+discover:// takes one name; several are for esdb://',
  )
  const query = new URLSearchParams(parts?.['query'] ?? '')
  const chosen = new Map([...query].map(([key, value]) => [flat(key), value]))
  for (const key of chosen.keys()) {
    insist(refused[key] === undefined, refused[key] ?? '')
    insist(options.has(key), `${key} is no option`)
  }
  insist(chosen.get('throwonappendfailure') !== 'false', 'throwOnAppendFailure=false hides conflicts')
  const secure = chosen.get('tls') !== 'false'
  const credentials = readCredentials(parts?.['username'], parts?.['password'])
  insist(!secure || credentials !== undefined, 'a secured database wants user and password (or tls=false)')
  const asked = Number(chosen.get('keepaliveinterval') ?? leastKeepAlive)
  const rest = parts?.['query'] === undefined ? '' : `?${parts['query']}`
  return {
    url: `${scheme}://${hosts}${rest}`,
    secure,
    keepAliveInterval: Number.isSafeInteger(asked) && asked >= leastKeepAlive ? asked : leastKeepAlive,
    ...present({ credentials }),
  }
}

const flat = (key: string): string => key.trim().toLowerCase().replace(/[_-]/g, '')

const readCredentials = (username = '', password = ''): Credentials | undefined => {
  if (username === '') return undefined
  try {
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) }
  } catch {
    throw new EventLogFault('invalid-connection', 'user or password is not percent-encoded')
  }
}

const insist = (holds: boolean, message: string): void => {
  if (!holds) throw new EventLogFault('invalid-connection', message)
}
