import t from 'tap'
import type { DecidedEvent, OrganisationEvent } from '#domain/organisation/organisation-event.js'
import type { OrganisationCommand } from '#domain/organisation/command.js'
import { historyOf } from '#domain/organisation/history.js'
import { given } from '#test/support/given-when-then.js'
import {
  eventId,
  fact,
  newFact,
  onDay,
  record,
  recorded,
  registered,
  stepId,
} from '#test/support/organisation-facts.js'

type Corrected = Extract<OrganisationEvent, { type: 'StepCorrected' }>
type CorrectFact = Extract<OrganisationCommand, { command: 'CorrectFact' }>

const correct = (number: number, changes: Corrected['data']['changes'], reason = 'vérifié'): CorrectFact => ({
  command: 'CorrectFact',
  id: eventId(number),
  data: { target: eventId(2), changes, reason },
})
const corrected = (...told: Parameters<typeof correct>): DecidedEvent => {
  const { id, data } = correct(...told)
  return { type: 'StepCorrected', id, data }
}
const retract = (number: number, target = 2) => {
  const event = { id: eventId(number), data: { target: eventId(target), reason: 'en double' } }
  return {
    command: { command: 'RetractFact', ...event } as const,
    event: { type: 'StepRetracted', ...event } as const,
  }
}

const opened = fact(2, 'lab', 'begun', { occurred: '2015-02', title: 'Labo', place: 'Châlons' })

t.test('a correction tells what changes, and nothing else', (t) => {
  given(t, registered, opened)
    .when(correct(3, { occurred: '2015-03', place: null, title: 'Labo' }))
    .then(corrected(3, { occurred: '2015-03', place: null }))
  given(t, registered, opened)
    .when(correct(3, { title: 'Labo' }))
    .thenNothing()
  given(t, registered, opened)
    .when(correct(3, { title: '  Labo ' }))
    .thenNothing()
  given(t, registered, opened)
    .when(correct(3, { title: ' Le labo ' }))
    .then(corrected(3, { title: 'Le labo' }))
  t.end()
})

t.test('the same correction again is no event, whatever came after it', (t) => {
  const [title, back] = [corrected(3, { title: 'Le labo' }), corrected(4, { title: 'Labo' })]
  const again = correct(3, { title: 'Le labo' })
  given(t, registered, opened, title).when(again).thenNothing()
  given(t, registered, opened, title, back).when(again).thenNothing()
  given(t, registered, opened, title, retract(5).event).when(again).thenNothing()
  given(t, registered, opened, title, back)
    .when(correct(5, { title: 'Le labo' }))
    .then(corrected(5, { title: 'Le labo' }))
  t.end()
})

t.test('a correction that cannot be is refused', (t) => {
  given(t, registered)
    .when(correct(3, { title: 'x' }))
    .thenRefused({ code: 'fact-unknown', target: eventId(2) })
  given(t, registered, opened, retract(4).event)
    .when(correct(3, { title: 'x' }))
    .thenRefused({ code: 'fact-retracted', target: eventId(2) })
  given(t, registered, opened)
    .when(correct(3, { stepId: 'autre' }))
    .thenRefused({
      code: 'correction-invalid',
      faults: [{ path: 'stepId', message: 'un fait ne change pas d’étape : le retirer, puis l’enregistrer' }],
    })
  given(t, registered, opened)
    .when(correct(3, { attributes: { team: '15..3' } }))
    .thenRefused({
      code: 'correction-invalid',
      faults: [{ path: 'attributes.team', message: 'une fourchette va du plus petit au plus grand' }],
    })
  given(t, registered, opened)
    .when(correct(3, { within: '2014/2015' }))
    .thenRefused({
      code: 'correction-invalid',
      faults: [{ path: 'within', message: 'une date ou une fenêtre, pas les deux' }],
    })
  given(t, registered, opened)
    .when(correct(3, { title: 'x' }, 'voir avec labo@example.org'))
    .thenRefused({ code: 'personal-data', field: 'reason' })
  given(t, registered, opened)
    .when(correct(3, { attributes: { attachedTo: 'tél. 01 23 45 67 89' } }))
    .thenRefused({ code: 'personal-data', field: 'attributes.attachedTo' })
  given(t, registered, opened)
    .when(correct(1, { title: 'x' }))
    .thenRefused({ code: 'identity-taken', id: eventId(1) })
  t.end()
})

t.test('a corrected fact keeps the rules of a new one', (t) => {
  const closed = fact(3, 'lab', 'ended', { occurred: '2016' })
  given(t, registered, opened, closed)
    .when(correct(4, { occurred: '2017' }))
    .thenRefused({ code: 'end-before-begin', begin: onDay('2017-01-01'), end: onDay('2016-12-31') })
  given(t, registered, opened)
    .when(correct(4, { occurred: '2030' }))
    .thenRefused({ code: 'fact-in-future', earliest: onDay('2030-01-01'), today: onDay('2024-06-01') })
  given(t, registered, opened)
    .when(correct(4, { follows: ['labo'] }))
    .thenRefused({ code: 'link-to-itself', stepId: stepId('labo') })
  t.end()
})

t.test('what a correction leaves alone, it is not refused for', (t) => {
  const ended = { type: 'OrganisationEnded', id: eventId(3), data: { lastDay: '2014-12-31' } } as DecidedEvent
  given(t, registered, opened, ended)
    .when(correct(4, { title: 'Le labo' }))
    .then(corrected(4, { title: 'Le labo' }))
  given(t, registered, opened, ended)
    .when(correct(4, { occurred: '2015-03' }))
    .thenRefused({
      code: 'organisation-ended',
      endedBy: onDay('2015-01-01'),
      earliest: onDay('2015-03-01'),
    })
  t.end()
})

t.test('a fact is corrected also where its step has lost its beginning', (t) => {
  const official = fact(3, 'lab', 'changed', { occurred: '2015-04' })
  const correction = { target: eventId(3), changes: { occurred: '2015-04-24' }, reason: 'vérifié' }
  given(t, registered, opened, official, retract(4).event)
    .when({ command: 'CorrectFact', id: eventId(5), data: correction })
    .then({ type: 'StepCorrected', id: eventId(5), data: correction })
  t.end()
})

t.test('a corrected fact whose dates stay was told when it was first recorded, not today', (t) => {
  const closed = recorded(fact(2, 'lab', 'ended'), '2024-01-15')
  given(t, registered, closed, recorded(fact(3, 'lab', 'begun', { occurred: '2024-03' }), '2024-04-01'))
    .when(correct(4, { source: { reference: 'Presse' } }))
    .thenRefused({ code: 'end-before-begin', begin: onDay('2024-03-01'), end: onDay('2024-01-15') })
  t.end()
})

t.test('dates are as old as when they were first told', (t) => {
  const recordedOn = (...changes: readonly [on: string, occurred: string | null][]) => {
    const events = changes.map(([on, occurred], index) => recorded(corrected(3 + index, { occurred }), on))
    const history = historyOf([recorded(registered), recorded(opened, '2024-01-15'), ...events])
    return history.facts.get(eventId(2))?.recordedOn
  }
  t.equal(recordedOn(), onDay('2024-01-15'))
  t.equal(recordedOn(['2024-02-01', '2015-03']), onDay('2024-02-01'))
  t.equal(recordedOn(['2024-02-01', '2015-03'], ['2024-03-01', '2015-02']), onDay('2024-01-15'))
  t.equal(
    recordedOn(['2024-02-01', '2015-03'], ['2024-03-01', null], ['2024-04-01', '2015-03']),
    onDay('2024-02-01'),
  )
  const titled = historyOf([
    recorded(opened, '2024-01-15'),
    recorded(corrected(3, { occurred: '2015-03' }), '2024-02-01'),
    recorded(corrected(4, { title: 'Le labo' }), '2024-03-01'),
  ])
  t.equal(titled.facts.get(eventId(2))?.recordedOn, onDay('2024-02-01'))
  t.end()
})

t.test('a fact is retracted once', (t) => {
  const { command, event } = retract(3)
  given(t, registered, opened).when(command).then(event)
  given(t, registered, opened, event).when(command).thenNothing()
  given(t, registered, opened, event).when(retract(4).command).thenNothing()
  given(t, registered)
    .when(command)
    .thenRefused({ code: 'fact-unknown', target: eventId(2) })
  given(t, registered, opened)
    .when({ ...command, data: { ...command.data, reason: 'dit par x@example.org' } })
    .thenRefused({ code: 'personal-data', field: 'reason' })
  given(t, registered, opened)
    .when({ ...command, id: eventId(2) })
    .thenRefused({ code: 'identity-taken', id: eventId(2) })
  t.end()
})

t.test('once its opening is retracted, a step has no beginning on record', (t) => {
  const { event } = retract(3)
  given(t, registered, opened, event)
    .when(record(newFact(4, 'lab', 'ended', { occurred: '2016' })))
    .thenRefused({ code: 'step-unknown', stepId: stepId('labo'), stage: 'ended' })
  given(t, registered, opened, event)
    .when(record(newFact(4, 'place', 'begun', { occurred: '2016' })))
    .then(fact(4, 'place', 'begun', { occurred: '2016' }))
  t.end()
})

t.test('a lasting or running step is confirmed, once it is on record', (t) => {
  const still = { occurred: '2018', source: { reference: 'Rapport 2018' } }
  given(t, registered, opened)
    .when(record(newFact(3, 'lab', 'confirmed', still)))
    .then(fact(3, 'lab', 'confirmed', still))
  given(t, registered, fact(2, 'transfo', 'started'))
    .when(record(newFact(3, 'transfo', 'confirmed', still)))
    .then(fact(3, 'transfo', 'confirmed', still))
  given(t, registered, opened, fact(3, 'lab', 'confirmed', still))
    .when(record(newFact(4, 'lab', 'confirmed', still)))
    .then(fact(4, 'lab', 'confirmed', still))
  given(t, registered)
    .when(record(newFact(3, 'lab', 'confirmed', still)))
    .thenRefused({ code: 'step-unknown', stepId: stepId('labo'), stage: 'confirmed' })
  t.end()
})

t.test('steps are linked to those that they came out of', (t) => {
  const link = (number: number, ...follows: readonly string[]) => {
    const event = { id: eventId(number), data: { stepId: stepId('labo'), follows: follows.map(stepId) } }
    return {
      command: { command: 'LinkSteps', ...event } as const,
      event: { type: 'StepsLinked', ...event } as const,
    }
  }
  const follower = fact(2, 'lab', 'begun', { follows: ['transfo'] })
  given(t, registered, opened).when(link(3, 'transfo').command).then(link(3, 'transfo').event)
  given(t, registered, opened)
    .when(link(3, 'transfo', 'transfo').command)
    .then(link(3, 'transfo').event)
  given(t, registered, follower).when(link(3, 'transfo').command).thenNothing()
  given(t, registered, follower)
    .when(link(3, 'transfo', 'residence').command)
    .then(link(3, 'residence').event)
  given(t, registered, opened, link(3, 'transfo').event).when(link(4, 'transfo').command).thenNothing()
  given(t, registered, follower, link(3, 'residence').event)
    .when(link(3, 'transfo', 'residence').command)
    .thenNothing()
  given(t, registered, opened, link(3, 'transfo').event)
    .when(link(3, 'residence').command)
    .thenRefused({ code: 'identity-taken', id: eventId(3) })
  given(t, registered, opened)
    .when(link(2, 'residence').command)
    .thenRefused({ code: 'identity-taken', id: eventId(2) })
  given(t, registered, opened)
    .when(link(3, 'labo').command)
    .thenRefused({ code: 'link-to-itself', stepId: stepId('labo') })
  given(t, registered)
    .when(link(3, 'transfo').command)
    .thenRefused({ code: 'step-unknown', stepId: stepId('labo') })
  given(t, registered)
    .when(link(3, 'transfo').command, { inheritedSteps: new Map([[stepId('labo'), 'lab']]) })
    .then(link(3, 'transfo').event)
  given(t, registered, opened, link(3, 'transfo').event).when(retract(4, 3).command).then(retract(4, 3).event)
  given(t, registered, opened, link(3, 'transfo').event, retract(4, 3).event)
    .when(retract(5, 3).command)
    .thenNothing()
  given(t, registered, opened, link(3, 'transfo').event, retract(4, 3).event)
    .when(link(5, 'transfo').command)
    .then(link(5, 'transfo').event)
  t.end()
})
