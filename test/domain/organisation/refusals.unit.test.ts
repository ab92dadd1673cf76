import t, { type Test } from 'tap'
import type { DecidedEvent } from '#domain/organisation/organisation-event.js'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { profileEventSchemas } from '#domain/organisation/profile-event.js'
import { sentenceOfRefusal } from '#domain/refusals/refusal-sentence.js'
import type { Refusal, RefusalCode } from '#domain/refusals/refusal.js'
import { given } from '#test/support/given-when-then.js'
import {
  eventId,
  fact,
  newFact,
  onDay,
  organisation,
  record,
  registered,
  stepId,
} from '#test/support/organisation-facts.js'

/** What an organisation's decisions refuse; what those of models do, test/domain/models proves. */
type OfOrganisations = Exclude<RefusalCode, `model-${string}`>

type Case<C extends RefusalCode> = Extract<Refusal, { readonly code: C }>
type Proof<C extends RefusalCode> = (t: Test) => Case<C>

const today = onDay('2024-06-01')
const labo = stepId('labo')

/** Asks what must be refused, and gives the refusal that it must get. */
const refuses =
  <C extends RefusalCode>(refusal: Case<C>, ...events: readonly DecidedEvent[]) =>
  (...told: Parameters<typeof newFact>): Proof<C> =>
  (t) => {
    given(t, registered, ...events)
      .when(record(newFact(...told)))
      .thenRefused(refusal)
    return refusal
  }

const ended = (lastDay: string): DecidedEvent => ({
  type: 'OrganisationEnded',
  id: eventId(8),
  data: profileEventSchemas.OrganisationEnded.parse({ lastDay }),
})

/** One proof a code: a new code without one does not compile. */
const proofs: { readonly [C in OfOrganisations]: Proof<C> } = {
  'organisation-unknown': (t) => {
    const refusal = { code: 'organisation-unknown' } as const
    given(t)
      .when(record(newFact(2, 'lab', 'begun')))
      .thenRefused(refusal)
    return refusal
  },
  'organisation-ended': refuses(
    { code: 'organisation-ended', endedBy: onDay('2016-01-01'), earliest: onDay('2016-02-01') },
    ended('2015-12-31'),
  )(2, 'lab', 'begun', { occurred: '2016-02' }),
  'successor-of-itself': (t) => {
    const refusal = { code: 'successor-of-itself', successor: organisation } as const
    given(t, registered)
      .when({
        command: 'SucceedOrganisation',
        id: eventId(2),
        data: { successor: organisation, manner: 'split' },
      })
      .thenRefused(refusal)
    return refusal
  },
  'stage-not-of-kind': refuses({ code: 'stage-not-of-kind', kind: 'lab', stage: 'completed' })(
    2,
    'lab',
    'completed',
  ),
  'step-unknown': refuses({ code: 'step-unknown', stepId: labo, stage: 'ended' })(2, 'lab', 'ended'),
  'step-of-other-kind': refuses(
    { code: 'step-of-other-kind', stepId: labo, kind: 'transfo' },
    fact(3, 'transfo', 'started'),
  )(2, 'lab', 'begun'),
  'fact-in-future': refuses({ code: 'fact-in-future', earliest: onDay('2024-06-02'), today })(
    2,
    'lab',
    'begun',
    { occurred: '2024-06-02' },
  ),
  'told-before-done': refuses({
    code: 'told-before-done',
    earliest: onDay('2016-01-01'),
    told: onDay('2015-11-26'),
  })(2, 'residency', 'completed', { occurred: '2016', statedOn: '2015-11-26' }),
  'end-before-begin': refuses(
    { code: 'end-before-begin', begin: onDay('2015-02-01'), end: onDay('2014-12-31') },
    fact(3, 'lab', 'begun', { occurred: '2015-02' }),
  )(2, 'lab', 'ended', { occurred: '2014' }),
  'stage-already-told': refuses(
    { code: 'stage-already-told', stage: 'ended', by: eventId(4) },
    fact(3, 'lab', 'begun'),
    fact(4, 'lab', 'ended', { occurred: '2017' }),
  )(2, 'lab', 'ended', { occurred: '2019' }),
  'step-abandoned': refuses(
    { code: 'step-abandoned', by: eventId(4) },
    fact(3, 'transfo', 'started'),
    fact(4, 'transfo', 'abandoned'),
  )(2, 'transfo', 'completed'),
  'step-completed': refuses({ code: 'step-completed', by: eventId(4) }, fact(4, 'transfo', 'completed'))(
    2,
    'transfo',
    'abandoned',
  ),
  'plan-unknown': refuses({ code: 'plan-unknown', stepId: labo })(2, 'lab', 'plan-dropped'),
  'link-to-itself': refuses({ code: 'link-to-itself', stepId: labo })(2, 'lab', 'begun', {
    follows: ['labo'],
  }),
  'content-differs': refuses(
    { code: 'content-differs', target: eventId(2), changes: { occurred: '2016', place: null } },
    fact(2, 'lab', 'begun', { occurred: '2015', place: 'Châlons' }),
  )(2, 'lab', 'begun', { occurred: '2016' }),
  'identity-taken': refuses({ code: 'identity-taken', id: eventId(2) }, fact(2, 'lab', 'begun'))(
    2,
    'lab',
    'ended',
  ),
  'fact-unknown': (t) => {
    const refusal = { code: 'fact-unknown', target: eventId(9) } as const
    given(t, registered)
      .when({ command: 'RetractFact', id: eventId(2), data: { target: eventId(9), reason: 'faux' } })
      .thenRefused(refusal)
    return refusal
  },
  'fact-retracted': refuses({ code: 'fact-retracted', target: eventId(2) }, fact(2, 'lab', 'begun'), {
    type: 'StepRetracted',
    id: eventId(3),
    data: { target: eventId(2), reason: 'faux' },
  })(2, 'lab', 'begun', { occurred: '2015' }),
  'correction-invalid': (t) => {
    const faults = [{ path: 'attributes', message: 'Clé non reconnue : "budget"' }]
    const refusal = { code: 'correction-invalid', faults } as const
    given(t, registered, fact(2, 'lab', 'begun'))
      .when({
        command: 'CorrectFact',
        id: eventId(3),
        data: { target: eventId(2), changes: { attributes: { budget: 3 } }, reason: 'budget' },
      })
      .thenRefused(refusal)
    return refusal
  },
  'personal-data': refuses({ code: 'personal-data', field: 'cost.payer' })(2, 'lab', 'begun', {
    cost: { min: 1, max: 2, payer: 'tresorier@example.org' },
  }),
}

for (const [code, proof] of Object.entries(proofs)) {
  t.test(code, (t) => {
    const refusal = (proof as (t: Test) => Refusal)(t) // of that code, by its type
    t.equal(refusal.code, code)
    const { fr, en } = sentenceOfRefusal(refusal)
    for (const sentence of [fr, en]) {
      t.match(sentence, /^\p{Lu}|^region-|^“|^«/u)
      t.match(sentence, /\.$/)
      t.match(sentence, / ?: |, or |, ou /, 'what to do')
      t.notMatch(sentence, /undefined|\[object|NaN/)
    }
    t.not(fr, en)
    t.end()
  })
}

t.test('an end that is unknown, imprecise or later never refuses', (t) => {
  const steps = newFact(2, 'lab', 'begun', { occurred: '2016-02' })
  const accepted = fact(2, 'lab', 'begun', { occurred: '2016-02' })
  for (const lastDay of ['2016', '2016-02', '2015/..', '2015/', '2016-02-01']) {
    given(t, registered, ended(lastDay)).when(record(steps)).then(accepted)
  }
  given(t, registered, { type: 'OrganisationEnded', id: eventId(8), data: {} })
    .when(record(steps))
    .then(accepted)
  given(t, registered, ended('2016-01-31'))
    .when(record(steps))
    .thenRefused({
      code: 'organisation-ended',
      endedBy: onDay('2016-02-01'),
      earliest: onDay('2016-02-01'),
    })
  t.end()
})

t.test('a dated succession ends an organisation, another one or none does not', (t) => {
  const succession = (from?: string): DecidedEvent => ({
    type: 'OrganisationSucceeded',
    id: eventId(8),
    data: profileEventSchemas.OrganisationSucceeded.parse({
      successor: OrganisationId.parse('region-grand-est'),
      manner: 'merger',
      from,
    }),
  })
  const told = newFact(2, 'lab', 'begun', { occurred: '2016-02' })
  given(t, registered, succession('2016-01-01'))
    .when(record(told))
    .thenRefused({
      code: 'organisation-ended',
      endedBy: onDay('2016-01-01'),
      earliest: onDay('2016-02-01'),
    })
  given(t, registered, succession())
    .when(record(told))
    .then(fact(2, 'lab', 'begun', { occurred: '2016-02' }))
  t.end()
})

t.test('two claims stand side by side when they differ in their source, or a beginning in its date', (t) => {
  const source = { reference: 'Rapport 2015' }
  const opened = fact(3, 'lab', 'begun', { occurred: '2015-02' })
  const accept = (...told: Parameters<typeof newFact>) =>
    given(t, registered, opened, fact(4, 'lab', 'ended', { occurred: '2017' }))
      .when(record(newFact(...told)))
      .then(fact(...told))
  accept(2, 'lab', 'begun', { occurred: '2015-04-24' })
  accept(2, 'lab', 'begun', { occurred: '2015-02', source })
  accept(2, 'lab', 'ended', { occurred: '2018', source })
  accept(2, 'lab', 'changed', { occurred: '2016' })
  for (const again of [{}, { occurred: '2015-02' }, { occurred: '2015-02', title: 'Labo' }]) {
    given(t, registered, opened)
      .when(record(newFact(2, 'lab', 'begun', again)))
      .thenRefused({ code: 'stage-already-told', stage: 'begun', by: eventId(3) })
  }
  given(t, registered, fact(3, 'seminar', 'happened'))
    .when(record(newFact(2, 'seminar', 'happened', { occurred: '2015' })))
    .thenRefused({ code: 'stage-already-told', stage: 'happened', by: eventId(3) })
  t.end()
})

t.test('an end is refused only when it lies before the beginning on every reading of both', (t) => {
  const accept = (begun: string, end: string) =>
    given(t, registered, fact(3, 'lab', 'begun', { occurred: begun }))
      .when(record(newFact(2, 'lab', 'ended', { occurred: end })))
      .then(fact(2, 'lab', 'ended', { occurred: end }))
  accept('2015', '2015')
  accept('2015-06', '2015')
  accept('2014/2015', '2014-01-01')
  accept('201X', '2012')
  given(
    t,
    registered,
    fact(3, 'lab', 'begun', { occurred: '2015' }),
    fact(4, 'lab', 'begun', { occurred: '2012' }),
  )
    .when(record(newFact(2, 'lab', 'ended', { occurred: '2013' })))
    .then(fact(2, 'lab', 'ended', { occurred: '2013' }))
  given(
    t,
    registered,
    fact(3, 'lab', 'begun', { occurred: '2012' }),
    fact(4, 'lab', 'ended', { occurred: '2013' }),
  )
    .when(record(newFact(2, 'lab', 'begun', { occurred: '2015' })))
    .then(fact(2, 'lab', 'begun', { occurred: '2015' }))
  given(t, registered, fact(3, 'transfo', 'completed', { occurred: '2012' }))
    .when(record(newFact(2, 'transfo', 'started', { occurred: '2013' })))
    .thenRefused({ code: 'end-before-begin', begin: onDay('2013-01-01'), end: onDay('2012-12-31') })
  t.end()
})

t.test('a source cannot have spoken after today', (t) => {
  given(t, registered)
    .when(record(newFact(2, 'lab', 'begun', { occurred: '2015', statedOn: '2024-07' })))
    .thenRefused({ code: 'fact-in-future', earliest: onDay('2024-07-01'), today })
  t.end()
})
