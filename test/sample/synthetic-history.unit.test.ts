import t from 'tap'
import { openMemoryEventLog } from '#adapters/event-log/memory/memory-event-log.js'
import { decode, isUnreadable, eventTypeNamed } from '#domain/log/codec.js'
import type { Position, StoredEvent } from '#domain/ports/event-log.js'
import { isProfileEvent } from '#domain/organisation/profile-event.js'
import { isAmendmentEvent, factOf } from '#domain/steps/step-event.js'
import { precisions } from '#src/sample/synthetic/shares.js'
import { writeSyntheticHistory } from '#src/sample/synthetic/write-synthetic-history.js'

const size = { organisations: 300, facts: 3000, seed: 27 }

const written = async (asked: typeof size): Promise<readonly StoredEvent[]> => {
  const log = openMemoryEventLog()
  const outcome = await writeSyntheticHistory(log, asked, () => undefined)
  const { events, atHead } = await log.readAll({ after: 0 as Position, limit: 100_000 })
  t.strictSame([outcome, atHead], [{ outcome: 'synthesised', events: events.length }, true])
  await log.close()
  return events
}

const events = await written(size)
const facts = events.flatMap((stored) => {
  const event = decode(stored)
  if (isUnreadable(event)) throw new Error(event.fault)
  return isProfileEvent(event) || isAmendmentEvent(event) ? [] : [{ ...factOf(event), stream: stored.stream }]
})
type ToldFact = (typeof facts)[number]

const grouped = (told: readonly ToldFact[], key: (fact: ToldFact) => string): ToldFact[][] => {
  const groups = new Map<string, ToldFact[]>()
  for (const fact of told) groups.set(key(fact), [...(groups.get(key(fact)) ?? []), fact])
  return [...groups.values()]
}
const countOfType = (type: string): number => events.filter((event) => event.type === type).length

t.test('the same seed gives the same log, to the byte, and another seed another', async (t) => {
  t.equal(JSON.stringify(await written(size)), JSON.stringify(events))
  t.not(JSON.stringify(await written({ ...size, seed: 28 })), JSON.stringify(events))
})

t.test('as many organisations and facts as asked, for any numbers', async (t) => {
  t.equal(countOfType('OrganisationRegistered'), 300)
  t.equal(facts.length, 3000)
  for (const asked of [
    { organisations: 1, facts: 0, seed: 1 },
    { organisations: 1, facts: 5000, seed: 1 },
    { organisations: 50, facts: 3, seed: 2 },
  ]) {
    const told = (await written(asked)).filter(
      ({ type }) => !/^(Organisation|StepCorrected|StepRetracted)/.test(type),
    )
    t.equal(told.length, asked.facts)
  }
})

t.test('every event is what its schema says, in the order of recording, under an id of its own', (t) => {
  for (const { type, data } of events) t.strictSame(eventTypeNamed(type)?.schema.parse(data), data)
  t.strictSame(
    events.map(({ recordedAt }) => recordedAt),
    events.map(({ recordedAt }) => recordedAt).toSorted((one, other) => one - other),
  )
  t.equal(new Set(events.map(({ id }) => id)).size, events.length)
  t.end()
})

t.test('it has what the real history has: setbacks, announcements, amendments, steps taken together', (t) => {
  for (const type of ['SetbackMet', 'SetbackOvercome', 'StepPlanned', 'StepConfirmed', 'StepCorrected'])
    t.ok(countOfType(type) > 5, type)
  t.ok(countOfType('StepRetracted') > 0)
  const together = grouped(
    facts.filter(({ fact }) => fact.jointId !== undefined),
    ({ fact }) => fact.jointId ?? '',
  )
  t.ok(together.length > 100)
  for (const parts of together) {
    t.ok(new Set(parts.map(({ stream }) => stream)).size >= 2, 'two at least')
    t.equal(new Set(parts.map(({ kind }) => kind.code)).size, 1, 'one kind')
  }
  t.end()
})

t.test('dates are as vague as those of the real history, within a fifth', (t) => {
  const dated = facts.filter(({ stage }) => stage !== 'planned').map(({ fact }) => fact)
  const all = Object.values(precisions).reduce((sum, count) => sum + count, 0)
  const share = (matches: (fact: (typeof dated)[number]) => boolean) =>
    dated.filter(matches).length / dated.length
  for (const [name, found, expected] of [
    ['years', share(({ occurred }) => /^\d{4}$/.test(occurred ?? '')), precisions.year / all],
    ['months', share(({ occurred }) => /^\d{4}-\d\d$/.test(occurred ?? '')), precisions.month / all],
    ['days', share(({ occurred }) => /^\d{4}-\d\d-\d\d$/.test(occurred ?? '')), precisions.day / all],
    ['windows', share(({ within }) => within !== undefined), precisions.window / all],
  ] as const) {
    t.ok(Math.abs(found / expected - 1) < 0.2, `${name}: ${found} for ${expected}`)
  }
  t.end()
})

t.test('a few have much and most have little', (t) => {
  const counts = grouped(facts, ({ stream }) => stream)
    .map(({ length }) => length)
    .toSorted((one, other) => one - other)
  const [median, most] = [counts[Math.floor(counts.length / 2)] ?? 0, counts.at(-1) ?? 0]
  t.ok(most > 50 * median, `${most} against ${median}`)
  t.end()
})

t.test('a log that holds anything is left as it is', async (t) => {
  const log = openMemoryEventLog()
  await writeSyntheticHistory(log, { organisations: 1, facts: 1, seed: 1 }, () => undefined)
  const head = await log.head()
  t.strictSame(await writeSyntheticHistory(log, size, () => undefined), { outcome: 'log-not-empty', head })
  t.equal(await log.head(), head)
})
