import t from 'tap'
import { FIRST_MODEL } from '#domain/maturity/shipped-models/shipped-models.js'
import type { NewFact } from '#domain/organisation/command.js'
import { questionOf } from '#domain/trajectory/question.js'
import { whatIf } from '#projections/asked/what-if/what-if.js'
import { newFact } from '#test/support/organisation-facts.js'
import { dayOf, eventsTold, fact, on, organisationId, registered } from '#test/support/histories.js'

const named = {
  model: FIRST_MODEL,
  hash: 'essai',
  labels: { fr: 'essai', en: 'test' },
  unobserved: { position: { fr: 'rien', en: 'nothing' }, level: { fr: 'rien', en: 'nothing' } },
}
const streams = {
  id: organisationId('region-essai'),
  events: eventsTold(registered(), on('2026-01-01', fact('seminar', 'happened', { occurred: '2025-06-01' }))),
  predecessors: [],
}
const asked = (asOf: string) => questionOf({ asOf: dayOf(asOf) }, Date.UTC(2026, 5, 1))
const ask = (asOf: string, ...facts: readonly NewFact[]) => whatIf(streams, named, asked(asOf), facts)

t.test('a step of today: before, after, and the dimensions that move', async (t) => {
  const before = JSON.stringify(streams)
  const answer = ask('2026-06-01', newFact(90, 'residency', 'completed', { occurred: '2026-06-01' }))
  if (!answer.supposed) throw new Error('it can be supposed')
  const { on: day, effect, recorded, facts } = answer.view
  t.strictSame([day, recorded, facts.map(({ type }) => type)], ['2026-06-01', false, ['ResidencyCompleted']])
  t.strictSame([effect.before.position?.code, effect.after.position?.code], ['curieux', 'experimentateur'])
  t.strictSame(
    effect.moved.map((one) => [one.before.dimension.code, one.before.level, one.after.level]),
    [['experimentation', 0, 2]],
  )
  t.equal(JSON.stringify(streams), before, 'nothing is recorded')
})

t.test('what lies ahead is asked for its own day, before and after alike', async (t) => {
  const answer = ask('2026-06-01', newFact(90, 'residency', 'completed', { occurred: '2029-01-01' }))
  if (!answer.supposed) throw new Error('it can be supposed')
  const { on: day, effect } = answer.view
  t.equal(day, '2029-01-01')
  t.strictSame(
    [effect.before.state, effect.after.state],
    ['stale', 'held'],
    'the seminar has grown old by then',
  )
})

t.test('what was learnt later is not known, and what is supposed still is', async (t) => {
  const early = questionOf(
    { asOf: dayOf('2025-12-01'), knownAt: Date.UTC(2025, 11, 1) },
    Date.UTC(2026, 5, 1),
  )
  const known = {
    ...streams,
    events: streams.events.map((event, place) => ({
      ...event,
      recordedAt: place === 0 ? 0 : event.recordedAt,
    })),
  }
  const answer = whatIf(known, named, early, [
    newFact(90, 'residency', 'completed', { occurred: '2025-12-01' }),
  ])
  if (!answer.supposed) throw new Error('it can be supposed')
  t.strictSame([answer.view.effect.before.state, answer.view.effect.after.state], ['none', 'held'])
})

t.test('what could not be recorded cannot be supposed', async (t) => {
  const answer = ask('2026-06-01', newFact(90, 'lab', 'ended', { occurred: '2026-06-01' }))
  t.strictSame(answer, { supposed: false, refusal: { code: 'step-unknown', stepId: 'labo', stage: 'ended' } })
})

t.test('without any fact nothing changes', async (t) => {
  const answer = ask('2026-06-01')
  if (!answer.supposed) throw new Error('it can be supposed')
  t.strictSame(answer.view.effect.before, answer.view.effect.after)
  t.strictSame(answer.view.effect.moved, [])
})
