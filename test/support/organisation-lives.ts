import fc from 'fast-check'
import type { OrganisationEvent } from '#domain/organisation/organisation-event.js'
import { organisationKinds, type OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import { edtf, eventId, fact, organisation } from './organisation-events.js'

/** So few that streams speak of each other and events amend each other. */
const organisations = ['region-a', 'region-b', 'ville-c', 'metropole-d'].map(organisation)

/** An event to be recorded next, and whose; its id is `eventId` of its number, counted from 1 over all streams. */
export interface NextEvent {
  readonly organisation: (typeof organisations)[number]
  readonly event: OrganisationEvent
}

const names = fc.constantFrom('Région Île-de-France', 'Pôle emploi', 'Metz Métropole', 'L’Œuvre', 'PACA')
const dates = fc.option(fc.constantFrom('2009', '2012-03', '2015-12-31', '2016-01-01', '2018-22').map(edtf), {
  nil: undefined,
})
const programmes = fc.constantFrom('transfo', 'rebonds', 'territoires_en_residences')
const editions = fc.option(fc.constantFrom('1', '2'), { nil: undefined })
const steps = fc.constantFrom('etape-1', 'etape-2', 'etape-3')

/** Without the fields that have no value: what is recorded has none such. */
const withoutUndefined = <Told extends object>(told: Told): Told =>
  Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as Told

const facts = fc
  .record({ step: steps, programme: programmes, edition: editions, occurred: dates })
  .map(({ step, ...told }) => fact(step, withoutUndefined(told)))

const targets = fc.integer({ min: 1, max: 30 }).map(eventId)

const happenings: fc.Arbitrary<OrganisationEvent> = fc.oneof(
  fc
    .record({ name: names, from: dates })
    .map((data) => ({ type: 'OrganisationRenamed' as const, data: withoutUndefined(data) })),
  fc
    .record({ lastDay: dates })
    .map((data) => ({ type: 'OrganisationEnded' as const, data: withoutUndefined(data) })),
  fc
    .record({
      successor: fc.constantFrom(...organisations),
      manner: fc.constantFrom('merger' as const, 'split' as const),
      from: dates,
    })
    .map((data) => ({ type: 'OrganisationSucceeded' as const, data: withoutUndefined(data) })),
  facts.map((data) => ({ type: 'ResidencyStarted' as const, data })),
  facts.map((data) => ({ type: 'ResidencyCompleted' as const, data })),
  facts.map((data) => ({ type: 'MembershipTaken' as const, data })),
  facts.map((data) => ({ type: 'StepPlanned' as const, data: { ...data, kind: 'transfo' as const } })),
  fc.record({ target: targets, programme: programmes }).map(({ target, programme }) => ({
    type: 'StepCorrected' as const,
    data: { target, changes: { programme, occurred: '2014' }, reason: 'relecture' },
  })),
  targets.map((target) => ({ type: 'StepRetracted' as const, data: { target, reason: 'erreur' } })),
  fc.record({ target: targets, name: names }).map(({ target, name }) => ({
    type: 'OrganisationCorrected' as const,
    data: { target, changes: { name }, reason: 'relecture' },
  })),
)

const kinds = fc.constantFrom(...(Object.keys(organisationKinds) as OrganisationKind[])) // its literal keys

/** Everything that was told of a few organisations, interleaved; each is registered first. */
export const lives = (maxLength: number): fc.Arbitrary<readonly NextEvent[]> =>
  fc
    .record({
      registrations: fc.tuple(
        ...organisations.map((organisation) =>
          fc.record({ name: names, kind: kinds }).map((data) => ({
            organisation,
            event: { type: 'OrganisationRegistered' as const, data },
          })),
        ),
      ),
      others: fc.array(fc.record({ organisation: fc.constantFrom(...organisations), event: happenings }), {
        maxLength,
      }),
    })
    .map(({ registrations, others }) => [...registrations, ...others])
