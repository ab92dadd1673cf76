import { z } from 'zod'
import { organisationKinds } from '#domain/organisation/organisation-kinds.js'
import { labelsOf, LabelsView } from '#domain/kernel/labels.js'
import { regionLabels } from '#domain/territory/regions.js'
import { day, isoOfDay } from '#domain/time/day.js'
import { memberStates } from '#domain/membership/member-in-year.js'
import type { ListedOrganisation, NamedPosition, StandingInBrief } from './listed-organisation.js'

const Named = z.strictObject({ code: z.string(), labels: LabelsView })
const Relation = z.strictObject({ organisation: z.string(), manner: z.string(), from: z.string().optional() })

/** An organisation as the registry shows it. */
export const OrganisationView = z.strictObject({
  id: z.string(),
  name: z.string(),
  formerNames: z.array(z.strictObject({ name: z.string(), replaced: z.string().optional() })),
  aliases: z.array(z.string()),
  kind: Named,
  administration: z.boolean(),
  siren: z.string().optional(),
  /** The region of today in which it lies; null where nothing tells. */
  region: Named.nullable(),
  insee: z.strictObject({ type: z.string(), code: z.string() }).optional(),
  formerInsee: z.strictObject({ type: z.string(), code: z.string() }).optional(),
  /** Null while nobody told of its end; without `lastDay` when nobody told when. */
  ended: z.strictObject({ lastDay: z.string().optional() }).nullable(),
  predecessors: z.array(Relation),
  successors: z.array(Relation),
  programmes: z.array(z.strictObject({ programme: z.string(), editions: z.array(z.string()) })),
  /** Of La 27e Région, this year: `member`, `perhaps`, `to-renew`, `lapsed` or `none`. */
  member: Named,
  /** Where it stands today; null once it has ended, and while positions are still being computed. */
  standing: z
    .strictObject({
      position: Named.nullable(),
      state: z.enum(['held', 'possible', 'stale', 'none']),
      surely: Named.nullable(),
      since: z.iso.date(),
    })
    .nullable(),
  engagements: z.int(),
  planned: z.int(),
  facts: z.int(),
  /** The last possible day of the latest thing that happened; null when nothing did. */
  lastHappened: z.iso.date().nullable(),
  lastRecorded: z.iso.datetime(),
  links: z.strictObject({ steps: z.string(), trajectory: z.string() }),
})

/** The same, of what the registry and the standings know. */
export const organisationView = (entry: ListedOrganisation): z.infer<typeof OrganisationView> => {
  return {
    id: entry.id,
    name: entry.name,
    formerNames: [...entry.formerNames],
    aliases: [...entry.aliases],
    kind: { code: entry.kind, labels: labelsOf(organisationKinds[entry.kind]) },
    administration: entry.administration,
    siren: entry.siren,
    region:
      entry.region === undefined
        ? null
        : { code: entry.region, labels: labelsOf(regionLabels(entry.region)) },
    insee: entry.insee,
    formerInsee: entry.formerInsee,
    ended: entry.end === undefined ? null : { lastDay: entry.end.lastDay ?? lastDayOf(entry.end.gone) },
    predecessors: [...entry.predecessors],
    successors: [...entry.successors],
    programmes: entry.programmes.map(({ programme, editions }) => ({ programme, editions: [...editions] })),
    member: { code: entry.member, labels: labelsOf(memberStates[entry.member]) },
    standing: entry.standing === undefined ? null : standingView(entry.standing),
    engagements: entry.engagements,
    planned: entry.planned,
    facts: entry.facts,
    lastHappened: entry.news.happened === undefined ? null : isoOfDay(entry.news.happened.latest),
    lastRecorded: new Date(entry.news.recordedAt).toISOString(),
    links: {
      steps: `/v1/organisations/${entry.id}/steps`,
      trajectory: `/v1/organisations/${entry.id}/trajectory`,
    },
  }
}

const standingView = ({ position, state, surely, since }: StandingInBrief) => ({
  position: position === undefined ? null : namedView(position),
  state,
  surely: surely === undefined ? null : namedView(surely),
  since: isoOfDay(since),
})

const namedView = ({ code, labels }: NamedPosition) => ({ code, labels: labelsOf(labels) })

/** The eve of the day on which it no longer existed, where a succession tells it. */
const lastDayOf = (gone: NonNullable<ListedOrganisation['end']>['gone']): string | undefined =>
  gone === undefined ? undefined : isoOfDay(day(gone.latest - 1))
