import t from 'tap'
import type { FactEvent } from '#domain/steps/step-event.js'
import { kinds } from '#domain/steps/catalogue/catalogue.js'
import { stageLabels } from '#domain/steps/declaring/stage-labels.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import { stagesOfKind } from '#domain/steps/step-event.js'
import { given } from '#test/support/given-when-then.js'
import {
  content,
  eventId,
  fact,
  newFact,
  onDay,
  record,
  registered,
  stepId,
} from '#test/support/organisation-facts.js'

const allStages = Object.keys(stageLabels) as FactStage[] // its literal keys
const sharedTypes: Partial<Record<FactStage, FactEvent['type']>> = {
  planned: 'StepPlanned',
  'plan-dropped': 'PlanDropped',
  confirmed: 'StepConfirmed',
}

for (const kind of kinds) {
  const opening = { punctual: 'happened', running: 'started', lasting: 'begun' } as const
  const first = opening[kind.shape]

  t.test(`${kind.code}: each of its stages gives its event`, (t) => {
    const data = content(kind.code, { occurred: '2014-03' })
    for (const stage of stagesOfKind(kind)) {
      const before = stage === first ? [] : [fact(2, kind.code, first), fact(3, kind.code, 'planned')]
      const shared = sharedTypes[stage]
      const own = (kind.events as Partial<Record<FactStage, FactEvent['type']>>)[stage]
      given(t, registered, ...before)
        .when(record({ id: eventId(4), kind: kind.code, stage, fact: data }))
        .then(
          shared === undefined
            ? ({ type: own, data, id: eventId(4) } as ReturnType<typeof fact>)
            : ({ type: shared, data: { ...data, kind: kind.code }, id: eventId(4) } as ReturnType<
                typeof fact
              >),
        )
    }
    t.end()
  })

  t.test(`${kind.code}: a stage that it lacks is refused`, (t) => {
    const lacking = allStages.filter((stage) => !stagesOfKind(kind).includes(stage))
    t.ok(lacking.length > 0)
    for (const stage of lacking) {
      given(t, registered, fact(2, kind.code, first))
        .when(record({ id: eventId(4), kind: kind.code, stage, fact: content(kind.code) }))
        .thenRefused({ code: 'stage-not-of-kind', kind: kind.code, stage })
    }
    t.end()
  })
}

t.test('a whole life, told at once or out of order', (t) => {
  const opened = newFact(2, 'lab', 'begun', { occurred: '2015-02' })
  const official = newFact(3, 'lab', 'changed', { occurred: '2015-04-24', attributes: { official: true } })
  const suspended = newFact(4, 'lab', 'suspended', { occurred: '2016' })
  const resumed = newFact(5, 'lab', 'resumed', { occurred: '2017' })
  const confirmed = newFact(6, 'lab', 'confirmed', { occurred: '2018' })
  const closed = newFact(7, 'lab', 'ended', {
    occurred: '2019',
    attributes: { reason: 'chosen-dissolution' },
  })
  given(t, registered)
    .when(record(opened, official, suspended, resumed, confirmed, closed))
    .then(
      fact(2, 'lab', 'begun', { occurred: '2015-02' }),
      fact(3, 'lab', 'changed', { occurred: '2015-04-24', attributes: { official: true } }),
      fact(4, 'lab', 'suspended', { occurred: '2016' }),
      fact(5, 'lab', 'resumed', { occurred: '2017' }),
      fact(6, 'lab', 'confirmed', { occurred: '2018' }),
      fact(7, 'lab', 'ended', { occurred: '2019', attributes: { reason: 'chosen-dissolution' } }),
    )
  given(t, registered)
    .when(record(opened, closed, resumed, suspended))
    .then(
      fact(2, 'lab', 'begun', { occurred: '2015-02' }),
      fact(7, 'lab', 'ended', { occurred: '2019', attributes: { reason: 'chosen-dissolution' } }),
      fact(5, 'lab', 'resumed', { occurred: '2017' }),
      fact(4, 'lab', 'suspended', { occurred: '2016' }),
    )
  t.end()
})

t.test('a completion needs no start on record, and a start may come after it', (t) => {
  const completed = fact(2, 'residency', 'completed', { occurred: '2012-11' })
  given(t, registered)
    .when(record(newFact(2, 'residency', 'completed', { occurred: '2012-11' })))
    .then(completed)
  given(t, registered, completed)
    .when(record(newFact(3, 'residency', 'started', { occurred: '2012-05' })))
    .then(fact(3, 'residency', 'started', { occurred: '2012-05' }))
  t.end()
})

t.test('all or none: one refusal refuses what comes with it', (t) => {
  given(t, registered)
    .when(
      record(
        newFact(2, 'lab', 'begun', { occurred: '2015' }),
        newFact(3, 'lab', 'ended', { occurred: '2014' }),
      ),
    )
    .thenRefused({ code: 'end-before-begin', begin: onDay('2015-01-01'), end: onDay('2014-12-31') })
  t.end()
})

t.test('a fact that is on record already is no event', (t) => {
  const seminar = newFact(2, 'seminar', 'happened', { stepId: 'seminaire', title: 'Découverte' })
  const again = fact(2, 'seminar', 'happened', { stepId: 'seminaire', title: 'Découverte' })
  const corrected = {
    type: 'StepCorrected',
    id: eventId(3),
    data: { target: eventId(2), changes: { title: 'Journée' }, reason: 'titre' },
  } as const
  const retracted = {
    type: 'StepRetracted',
    id: eventId(4),
    data: { target: eventId(2), reason: 'en double' },
  } as const
  const other = { ...seminar, fact: { ...seminar.fact, title: 'Forum' } }
  given(t, registered, again).when(record(seminar)).thenNothing()
  given(t, registered, again)
    .when(record(seminar, newFact(5, 'note', 'happened', { stepId: 'n' })))
    .then(fact(5, 'note', 'happened', { stepId: 'n' }))
  given(t, registered).when(record(seminar, seminar)).then(again)
  given(t, registered, again, corrected).when(record(seminar)).thenNothing()
  given(t, registered, again, corrected)
    .when(record({ ...seminar, fact: { ...seminar.fact, title: 'Journée' } }))
    .thenNothing()
  given(t, registered, again, retracted).when(record(seminar)).thenNothing()
  given(t, registered, again, corrected)
    .when(record(other))
    .thenRefused({ code: 'content-differs', target: eventId(2), changes: { title: 'Forum' } })
  given(t, registered, again, retracted)
    .when(record(other))
    .thenRefused({ code: 'fact-retracted', target: eventId(2) })
  t.end()
})

t.test('organisations of a collective step may differ in kind, role and dates', (t) => {
  const joint = { stepId: 'h012', jointId: 'tr-corbigny', role: 'partner', occurred: '2010' }
  given(t, registered)
    .when(
      record(
        newFact(2, 'residency', 'completed', { ...joint, stepId: 'h010', role: 'lead', occurred: '2010-09' }),
        newFact(3, 'gathering', 'happened', joint),
      ),
    )
    .then(
      fact(2, 'residency', 'completed', { ...joint, stepId: 'h010', role: 'lead', occurred: '2010-09' }),
      fact(3, 'gathering', 'happened', joint),
    )
  t.end()
})

t.test('a successor records the later stages of an inherited step in its own stream', (t) => {
  const closed = newFact(2, 'lab', 'ended', { occurred: '2018' })
  const inheritedSteps = new Map([[stepId('labo'), 'lab' as const]])
  given(t, registered)
    .when(record(closed))
    .thenRefused({ code: 'step-unknown', stepId: stepId('labo'), stage: 'ended' })
  given(t, registered)
    .when(record(closed), { inheritedSteps })
    .then(fact(2, 'lab', 'ended', { occurred: '2018' }))
  given(t, registered)
    .when(record(newFact(2, 'lab', 'plan-dropped')), { inheritedSteps })
    .then(fact(2, 'lab', 'plan-dropped'))
  given(t, registered)
    .when(record(newFact(2, 'place', 'ended')), { inheritedSteps })
    .thenRefused({ code: 'step-of-other-kind', stepId: stepId('labo'), kind: 'lab' })
  t.end()
})
