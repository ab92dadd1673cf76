import fc from 'fast-check'
import type { MergePatch } from '#domain/kernel/merge-patch.js'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import type { NewFact, OrganisationCommand } from '#domain/organisation/command.js'
import { profileEventSchemas } from '#domain/organisation/profile-event.js'
import { kindOf, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import { stageLabels } from '#domain/steps/declaring/stage-labels.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import { stagesOfKind } from '#domain/steps/step-event.js'
import { content, eventId, organisation, profile, stepId } from './organisation-facts.js'

/** Records as JSON has them, with a prototype. */
const plain = <T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(fields, { noNullPrototype: true })

/** Few of everything, so that commands meet: the same ids, the same steps, dates around each other. */
const factIds = fc.integer({ min: 2, max: 9 }).map(eventId)
const targets = fc.integer({ min: 1, max: 9 }).map(eventId)
const ids = fc.oneof(
  { weight: 1, arbitrary: factIds },
  { weight: 6, arbitrary: fc.integer({ min: 20, max: 60 }).map(eventId) },
)
const kinds = fc.constantFrom<KindCode>('lab', 'residency', 'seminar', 'partnership')
const dates = fc.constantFrom(
  '2012',
  '2012-03',
  '2014-21',
  '201X',
  '2015~',
  '2013/2016',
  '../2015',
  '2018/..',
)
const singles = fc.constantFrom('2015-11-26', '2018', '2019-03~')
const reasons = fc.constantFrom('vérifié', 'en double')

/** What a fact may tell beside its step, in any combination that its schema accepts. */
const contents: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
  .record(
    {
      role: fc.constantFrom('lead', 'partner'),
      occurred: dates,
      statedOn: singles,
      expected: dates,
      title: fc.constantFrom('Labo', 'Le labo'),
      cost: fc.constantFrom({ min: 80_000, max: 90_000 }, { min: 1, max: 1, year: 2016, payer: 'Région' }),
      source: fc.constantFrom({ reference: 'Plaquette' }, { reference: 'Rapport', kind: 'web' }),
      follows: fc.constantFrom(['transfo'], ['residence', 'transfo'], ['residence'], ['lab-1']),
      note: fc.constantFrom('un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'x@example.org'),
    },
    { requiredKeys: ['role'], noNullPrototype: true },
  )
  .map(({ occurred, ...told }) =>
    occurred === '2013/2016' ? { ...told, within: occurred } : occurred ? { ...told, occurred } : told,
  )

const stages = Object.keys(stageLabels) as FactStage[] // its literal keys

/** Any fact of one of the kinds; one in ten tells a stage that its kind may lack, or of a step that may be another's. */
export const facts: fc.Arbitrary<NewFact> = kinds.chain((kind) =>
  plain({
    id: factIds,
    stage: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...stagesOfKind(kindOf(kind))) },
      { weight: 1, arbitrary: fc.constantFrom(...stages) },
    ),
    step: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(`${kind}-1`, `${kind}-2`) },
      { weight: 1, arbitrary: fc.constant('lab-1') },
    ),
    told: contents,
  }).map(({ id, stage, step, told }) => ({
    id,
    kind,
    stage,
    fact: content(kind, { stepId: step, ...told }),
  })),
)

const patches = contents.chain((told) =>
  fc
    .subarray(['title', 'occurred', 'within', 'statedOn', 'source', 'cost', 'note', 'follows'])
    .map((fields): MergePatch => {
      const given = new Map(Object.entries(told))
      return Object.fromEntries(fields.map((field) => [field, given.get(field) ?? null])) as MergePatch // JSON
    }),
)

const { OrganisationRenamed, OrganisationIdentifierChanged, OrganisationEnded, OrganisationSucceeded } =
  profileEventSchemas
const successors = fc.constantFrom(organisation, OrganisationId.parse('region-grand-est'))

const aboutItself: fc.Arbitrary<OrganisationCommand> = fc.oneof(
  plain({
    command: fc.constant('RegisterOrganisation' as const),
    id: ids,
    data: fc.constantFrom(profile, { ...profile, population: 12 }),
  }),
  plain({
    command: fc.constant('RenameOrganisation' as const),
    id: ids,
    data: dates.map((from) => OrganisationRenamed.parse({ name: 'Région', from })),
  }),
  plain({
    command: fc.constant('ChangeIdentifier' as const),
    id: ids,
    data: dates.map((from) => OrganisationIdentifierChanged.parse({ siren: '200093201', from })),
  }),
  plain({
    command: fc.constant('EndOrganisation' as const),
    id: ids,
    data: dates.map((lastDay) => OrganisationEnded.parse({ lastDay })),
  }),
  plain({
    command: fc.constant('SucceedOrganisation' as const),
    id: ids,
    data: successors.map((successor) => OrganisationSucceeded.parse({ successor, manner: 'merger' })),
  }),
  plain({
    command: fc.constant('CorrectOrganisation' as const),
    id: ids,
    target: fc.constantFrom(eventId(1), eventId(2)),
    changes: fc.constantFrom({ name: 'Bourgogne' }, { name: null }, { note: 'x' }, { lastDay: null }),
    reason: reasons,
  }),
)

const recordings: fc.Arbitrary<OrganisationCommand> = fc
  .tuple(facts, fc.array(facts, { maxLength: 1 }))
  .map(([first, more]) => ({ command: 'RecordFacts', facts: [first, ...more] }))

/** Corrections of facts, most of which name one that may be on record. */
export const corrections: fc.Arbitrary<Extract<OrganisationCommand, { command: 'CorrectFact' }>> = plain({
  command: fc.constant('CorrectFact' as const),
  id: ids,
  data: plain({ target: targets, changes: patches, reason: reasons }),
})

const retractions: fc.Arbitrary<OrganisationCommand> = plain({
  command: fc.constant('RetractFact' as const),
  id: ids,
  data: plain({ target: targets, reason: reasons }),
})

const links: fc.Arbitrary<OrganisationCommand> = plain({
  command: fc.constant('LinkSteps' as const),
  id: ids,
  data: plain({
    stepId: fc.constantFrom('lab-1', 'lab-2', 'residency-1').map(stepId),
    follows: fc.subarray(['lab-1', 'transfo', 'residence'].map(stepId), { minLength: 1 }),
  }),
})

/** Any command to an organisation, mostly about its facts. */
const commands: fc.Arbitrary<OrganisationCommand> = fc.oneof(
  { weight: 1, arbitrary: aboutItself },
  { weight: 8, arbitrary: recordings },
  { weight: 4, arbitrary: corrections },
  { weight: 1, arbitrary: retractions },
  { weight: 2, arbitrary: links },
)

/** Commands in a row, the first of which registers. */
export const conversations: fc.Arbitrary<readonly OrganisationCommand[]> = fc
  .array(commands, { minLength: 5, maxLength: 25, size: 'max' })
  .map((told) => [{ command: 'RegisterOrganisation', id: eventId(1), data: profile }, ...told])
