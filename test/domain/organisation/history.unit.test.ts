import t from 'tap'
import type { DecidedEvent } from '#domain/organisation/organisation-event.js'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { certainEnd, endOfOrganisation, successionsOf } from '#domain/organisation/existence.js'
import { continued, evolve, historyOf, initialState } from '#domain/organisation/history.js'
import { profileEventSchemas } from '#domain/organisation/profile-event.js'
import { factsOfStep, firstOf, rangeOfStage, stepsOf } from '#domain/organisation/step-on-record.js'
import { organisationOfStream, streamOfOrganisation } from '#domain/organisation/stream.js'
import type { StreamName } from '#domain/ports/event-log.js'
import {
  eventId,
  fact,
  onDay,
  organisation,
  profile,
  recorded,
  registered,
  stepId,
} from '#test/support/organisation-facts.js'

const labo = stepId('labo')
const opened = fact(2, 'lab', 'begun', { occurred: '2015-02', follows: ['transfo'] })
const openedAgain = fact(3, 'lab', 'begun', { occurred: '2015-04-24', source: { reference: 'Presse' } })
const note = fact(4, 'note', 'happened', { stepId: 'note-1' })
const linked: DecidedEvent = {
  type: 'StepsLinked',
  id: eventId(5),
  data: { stepId: labo, follows: [stepId('residence'), stepId('transfo')] },
}
const retracted = (number: number, target: number): DecidedEvent => ({
  type: 'StepRetracted',
  id: eventId(number),
  data: { target: eventId(target), reason: 'faux' },
})
const history = (...events: readonly DecidedEvent[]) => historyOf(events.map((event) => recorded(event)))

t.test('a fact on record keeps what was told, and what was done to it', (t) => {
  const correction: DecidedEvent = {
    type: 'StepCorrected',
    id: eventId(6),
    data: { target: eventId(2), changes: { occurred: '2015-03' }, reason: 'vérifié' },
  }
  const { facts, length, ids } = historyOf([
    recorded(registered, '2024-01-01'),
    recorded(opened, '2024-01-02'),
    recorded(correction, '2024-01-03'),
    recorded(retracted(7, 2), '2024-01-04'),
  ])
  const on = (iso: string) => recorded(registered, iso).recordedAt
  const dates = (occurred: string) => ({ occurred, within: undefined, statedOn: undefined })
  t.strictSame(
    [...facts.values()],
    [
      {
        id: eventId(2),
        kind: 'lab',
        stage: 'begun',
        fact: { ...opened.data, occurred: '2015-03' },
        told: opened.data,
        recordedOn: onDay('2024-01-03'),
        recordedAt: on('2024-01-02'),
        order: 1,
        datings: [
          { dates: dates('2015-02'), recordedOn: onDay('2024-01-02') },
          { dates: dates('2015-03'), recordedOn: onDay('2024-01-03') },
        ],
        amendments: [
          { id: eventId(6), type: 'corrected', reason: 'vérifié', recordedAt: on('2024-01-03') },
          { id: eventId(7), type: 'retracted', reason: 'faux', recordedAt: on('2024-01-04') },
        ],
        retracted: true,
      },
    ],
  )
  t.equal(length, 4)
  t.strictSame([...ids], [1, 2, 6, 7].map(eventId))
  t.end()
})

t.test('one event after the other, or all at once', (t) => {
  const events = [registered, opened, linked, note, retracted(6, 4)].map((event) => recorded(event))
  t.strictSame(events.reduce(evolve, initialState), historyOf(events))
  t.strictSame(continued(historyOf(events.slice(0, 2)), events.slice(2)), historyOf(events))
  t.strictSame(initialState, { profile: [], facts: new Map(), links: [], ids: new Set(), length: 0 })
  t.end()
})

t.test('an amendment of what is not known changes nothing', (t) => {
  const state = history(registered, retracted(6, 9))
  t.equal(state.length, 2)
  t.strictSame([...state.facts], [])
  t.strictSame(
    state.profile.map(({ event, amendments }) => [event, amendments]),
    [[{ type: 'OrganisationRegistered', data: profile }, []]],
  )
  t.end()
})

t.test('facts are grouped by step, in the order of recording, without those retracted', (t) => {
  const steps = stepsOf(history(registered, opened, note, openedAgain, linked))
  t.strictSame(
    steps.map((step) => [step.stepId, step.kind, step.facts.map(({ id }) => id), step.follows]),
    [
      [labo, 'lab', [eventId(2), eventId(3)], ['transfo', 'residence']],
      [stepId('note-1'), 'note', [eventId(4)], []],
    ],
  )
  const left = stepsOf(
    history(registered, opened, note, openedAgain, linked, retracted(6, 2), retracted(7, 5)),
  )
  t.strictSame(
    left.map((step) => [step.stepId, step.facts.map(({ id }) => id), step.follows]),
    [
      [stepId('note-1'), [eventId(4)], []],
      [labo, [eventId(3)], []],
    ],
  )
  t.end()
})

t.test('two claims about a stage widen its range', (t) => {
  const facts = factsOfStep(history(registered, opened, openedAgain), labo)
  t.strictSame(rangeOfStage(facts, 'begun'), { earliest: onDay('2015-02-01'), latest: onDay('2015-04-24') })
  t.equal(rangeOfStage(facts, 'ended'), undefined)
  t.equal(firstOf(facts, 'begun')?.id, eventId(2))
  t.equal(firstOf(facts, 'ended'), undefined)
  t.end()
})

const ended = (number: number, lastDay?: string): DecidedEvent => ({
  type: 'OrganisationEnded',
  id: eventId(number),
  data: profileEventSchemas.OrganisationEnded.parse({ lastDay }),
})
const succeeded = (number: number, from?: string): DecidedEvent => ({
  type: 'OrganisationSucceeded',
  id: eventId(number),
  data: profileEventSchemas.OrganisationSucceeded.parse({
    successor: 'region-grand-est',
    manner: 'merger',
    from,
  }),
})

t.test('an organisation ends on the day after its last', (t) => {
  const end = (...events: readonly DecidedEvent[]) => endOfOrganisation(history(registered, ...events))
  t.equal(end(), undefined)
  t.equal(end(ended(2)), undefined)
  t.equal(end(ended(2, '2015/..')), undefined)
  t.strictSame(end(ended(2, '2015-12-31')), { earliest: onDay('2016-01-01'), latest: onDay('2016-01-01') })
  t.strictSame(end(ended(2, '2017-11')), { earliest: onDay('2017-11-02'), latest: onDay('2017-12-01') })
  t.strictSame(end(ended(2, '2015-12-31'), ended(3, '2016-06')), {
    earliest: onDay('2016-01-01'),
    latest: onDay('2016-07-01'),
  })
  t.strictSame(end(succeeded(2, '2016-01-01')), {
    earliest: onDay('2016-01-01'),
    latest: onDay('2016-01-01'),
  })
  t.strictSame(end(succeeded(2, '2017-11'), ended(3, '2015-12-31')), {
    earliest: onDay('2016-01-01'),
    latest: onDay('2016-01-01'),
  })
  t.equal(certainEnd(history(registered, ended(2, '2015'))), onDay('2016-01-01'))
  t.end()
})

t.test('a succession is told, dated or not; told twice, it is one', (t) => {
  t.strictSame(successionsOf(history(registered, succeeded(2))), [
    { event: eventId(2), successor: 'region-grand-est', manner: 'merger' },
  ])
  t.strictSame(successionsOf(history(registered, succeeded(2), succeeded(3, '2016-01-01'))), [
    {
      event: eventId(2),
      successor: 'region-grand-est',
      manner: 'merger',
      from: { earliest: onDay('2016-01-01'), latest: onDay('2016-01-01') },
    },
  ])
  t.end()
})

t.test('an organisation has its stream', (t) => {
  t.equal(streamOfOrganisation(organisation), 'organisation-region-champagne-ardenne')
  t.equal(organisationOfStream(streamOfOrganisation(organisation)), OrganisationId.parse(organisation))
  t.equal(organisationOfStream('model-first' as StreamName), undefined)
  t.equal(organisationOfStream('organisation-Région' as StreamName), undefined)
  t.end()
})
