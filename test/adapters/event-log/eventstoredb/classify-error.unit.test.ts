import t from 'tap'
import { EventLogFault } from '#domain/ports/event-log-fault.js'
import { classifyError, DeadlinePassed } from '#adapters/event-log/eventstoredb/classify-error.js'

/** An error as the client throws it: plain fields on an Error, whatever its class. */
const clientError = (message: string, fields: object = {}): Error => Object.assign(new Error(message), fields)

const outage = (renew: boolean) => ({ trouble: 'outage', renew })

const cases: readonly (readonly [string, unknown, object])[] = [
  ['a call that was given up', new DeadlinePassed(10), outage(true)],
  ['a dropped connection', clientError('14 UNAVAILABLE', { type: 'unavailable', code: 14 }), outage(false)],
  ['a call that the server cancelled', clientError('', { type: 'cancelled', code: 1 }), outage(false)],
  ['the server’s time for a write', clientError('', { type: 'timeout', code: 10 }), outage(false)],
  ['a deadline that passed', clientError('', { type: 'deadline-exceeded', code: 4 }), outage(false)],
  ['a node that does not lead', clientError('', { type: 'not-leader' }), outage(false)],
  [
    'a refused connection as gRPC tells it',
    clientError('14 UNAVAILABLE: No connection established', { code: 14 }),
    outage(true),
  ],
  ['a discovery that failed', clientError('Failed to discover after 10 attempts.'), outage(true)],
  [
    'a server that is not ready',
    clientError('Could not recognize Server Is Not Ready', { type: 'unknown' }),
    outage(false),
  ],
  [
    'a server that is busy',
    clientError('Could not recognize Server Is Busy', { type: 'unknown' }),
    outage(false),
  ],
  ['a cluster without leader', clientError('No leader info available', { type: 'unknown' }), outage(false)],
  [
    'a stream that was reset',
    clientError('13 INTERNAL: RST_STREAM', { type: 'unknown', code: 13 }),
    outage(false),
  ],
  [
    'a conflict',
    clientError('', { type: 'wrong-expected-version', actualVersion: 4n }),
    { trouble: 'conflict', actual: 4n },
  ],
  [
    'a conflict with a stream that does not exist',
    clientError('', { type: 'wrong-expected-version', actualVersion: 'no_stream' }),
    { trouble: 'conflict', actual: 'none' },
  ],
  [
    'a conflict told as a number below 0',
    clientError('', { type: 'wrong-expected-version', actualVersion: -1n }),
    { trouble: 'conflict', actual: 'none' },
  ],
  ['a stream that is not there', clientError('', { type: 'stream-not-found' }), { trouble: 'no-stream' }],
  ['a tombstone', clientError('', { type: 'stream-deleted' }), { trouble: 'stream-deleted' }],
  [
    'an append too large',
    clientError('', { type: 'maximum-append-size-exceeded' }),
    { trouble: 'too-large' },
  ],
  ['a wrong password', clientError('', { type: 'access-denied', code: 16 }), { trouble: 'wrong-password' }],
  ['a missing right', clientError('', { type: 'access-denied', code: 7 }), { trouble: 'not-allowed' }],
  [
    'a position that is no event’s',
    clientError('3 INVALID_ARGUMENT', { type: 'unknown', code: 3 }),
    { trouble: 'invalid-position' },
  ],
  [
    'a bad request',
    clientError('Could not recognize BadRequest', { type: 'unknown' }),
    { trouble: 'unrecognised' },
  ],
  ['what is no error', 'text', { trouble: 'unrecognised' }],
  ['a fault of the log', new EventLogFault('log-replaced', 'not ready'), { trouble: 'named' }],
  ['a mistake of ours', new TypeError('x is not a function'), { trouble: 'defect' }],
]

for (const [name, error, expected] of cases) {
  t.test(`it recognises ${name}`, async (t) => t.strictSame(classifyError(error), expected))
}
