import { z } from 'zod'
import { LabelsView } from '#domain/kernel/labels.js'

const Named = z.strictObject({ id: z.string(), name: z.string() })

/** A step in a research-action programme. */
const ResearchStep = z.strictObject({
  stepId: z.string(),
  name: LabelsView,
  programme: z.strictObject({ code: z.string(), labels: LabelsView }),
})

export const MemberView = z.strictObject({
  organisation: z.strictObject({ id: z.string(), name: z.string(), kind: z.string() }),
  state: z.enum(['member', 'perhaps', 'to-renew', 'lapsed']),
  /**
   * Of `lapsed`: told as ended; not heard of since; or the organisation itself exists no longer. Of `perhaps`: nothing tells of
   * this year, but of one before and one after; null where the dates are too vague.
   */
  because: z.enum(['ended', 'not-renewed', 'organisation-ended', 'between-years']).nullable(),
  /** The first and the last year up to the asked one for which it is known. */
  years: z.strictObject({ first: z.int(), last: z.int() }),
  /** Due for the year, in €, as told; null where nobody says. */
  amount: z.strictObject({ min: z.number(), max: z.number() }).nullable(),
  tier: z.string().nullable(),
  /** Who pays, where that is told: not always who holds it. */
  payer: z.string().nullable(),
  /** What was told of the rights used that year. */
  rightsUsed: z.array(z.string()),
  /** The steps of that year in research-action programmes, which a membership of La 27e Région opens; of another, none. */
  took: z.array(ResearchStep),
  /** Who came after it, where it exists no longer. */
  heirs: z.array(Named),
  steps: z.array(z.string()),
  sentence: LabelsView,
})
export type MemberView = z.infer<typeof MemberView>

const WithoutMembership = z.strictObject({
  organisation: z.strictObject({ id: z.string(), name: z.string(), kind: z.string() }),
  took: z.array(ResearchStep),
  sentence: LabelsView,
})

const Target = z.strictObject({
  organisation: Named,
  stepId: z.string(),
  name: LabelsView,
  value: z.strictObject({ min: z.number(), max: z.number() }).nullable(),
})

/** The members of a year of one association. What was aimed at and what came about stand apart. */
export const MembersView = z.strictObject({
  year: z.int(),
  association: z.strictObject({ code: z.string(), labels: LabelsView }),
  /** All associations of which anyone is on record as a member. */
  associations: z.array(z.strictObject({ code: z.string(), labels: LabelsView, organisations: z.int() })),
  /** By name, in each of the states. */
  members: z.array(MemberView),
  /** Results: what is known of the year. */
  results: z.strictObject({
    member: z.int(),
    perhaps: z.int(),
    toRenew: z.int(),
    lapsed: z.int(),
    /** Of the known members’ amounts, in €: `known` of them told, `unknown` not; nothing is guessed for these. */
    amounts: z.strictObject({ min: z.number(), max: z.number(), known: z.int(), unknown: z.int() }),
  }),
  /** What was aimed at, as announced: never a result. */
  targets: z.array(Target),
  /** Known and possible members of every year on record. */
  years: z.array(z.strictObject({ year: z.int(), member: z.int(), perhaps: z.int() })),
  /** Null where membership is not what these programmes ask for: of another association, or before 2016. */
  withoutMembership: z.array(WithoutMembership).nullable(),
})
export type MembersView = z.infer<typeof MembersView>
export type WithoutMembership = z.infer<typeof WithoutMembership>
