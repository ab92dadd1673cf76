import t from 'tap'
import { EventLogFault } from '#domain/ports/event-log-fault.js'
import { DeadlinePassed } from '#adapters/event-log/eventstoredb/classify-error.js'
import { pauseOf, retrying, type RetryPolicy } from '#adapters/event-log/eventstoredb/retry.js'

const outage = new DeadlinePassed(5)
const strange = new Error('never seen before')

/** A clock that only pauses move, 100 ms each. */
const patient = (patience: number): RetryPolicy & { readonly pauses: readonly number[] } => {
  const pauses: number[] = []
  return {
    patience,
    pause: async (attempt) => void pauses.push(attempt),
    now: () => pauses.length * 100,
    pauses,
  }
}

const never = new AbortController().signal

/** A call that fails with each error in turn, then answers. */
const failing = (...errors: readonly unknown[]) => {
  const left = [...errors]
  const call = async (): Promise<string> => {
    call.made += 1
    if (left.length > 0) throw left.shift()
    return 'answer'
  }
  call.made = 0
  return call
}

t.test('what passes is tried again until it is answered', async (t) => {
  const policy = patient(1_000)
  t.equal(await retrying(policy, never, failing(outage, outage, outage)), 'answer')
  t.strictSame(policy.pauses, [1, 2, 3])
})

t.test('patience has an end, and the last error is told', async (t) => {
  const call = failing(...Array.from({ length: 100 }, () => outage))
  await t.rejects(retrying(patient(500), never, call), { code: 'log-unavailable', cause: outage })
  t.equal(call.made, 6)
})

t.test('what is not known to pass is tried three times', async (t) => {
  const call = failing(strange, strange, strange, strange)
  await t.rejects(retrying(patient(10_000), never, call), { code: 'refused-by-database', cause: strange })
  t.equal(call.made, 3)
})

t.test('what cannot pass is told at once', async (t) => {
  const denied = Object.assign(new Error('no'), { type: 'access-denied', code: 7 })
  const call = failing(denied)
  await t.rejects(retrying(patient(1_000), never, call), { code: 'access-denied' })
  t.equal(call.made, 1)
})

t.test('a fault stays what it is', async (t) => {
  const fault = new EventLogFault('log-replaced', 'another log')
  await t.rejects(retrying(patient(1_000), never, failing(fault)), fault)
})

t.test('once the log is left, nothing is tried again', async (t) => {
  const left = new AbortController()
  left.abort()
  const call = failing(outage)
  await t.rejects(retrying(patient(1_000), left.signal, call), { code: 'log-unavailable' })
  t.equal(call.made, 1)
})

t.test('pauses double up to two seconds, half of each left to chance', async (t) => {
  const attempts = [1, 2, 3, 6, 7, 50]
  t.strictSame(
    attempts.map((attempt) => pauseOf(attempt, () => 0)),
    [25, 50, 100, 800, 1000, 1000],
  )
  t.strictSame(
    attempts.map((attempt) => pauseOf(attempt, () => 1)),
    [50, 100, 200, 1600, 2000, 2000],
  )
})
