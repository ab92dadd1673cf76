import { z } from 'zod'
import { LabelsView } from '#domain/kernel/labels.js'

const Named = z.strictObject({ code: z.string(), labels: LabelsView })
const Range = z.strictObject({ earliest: z.iso.date(), latest: z.iso.date() })
const Organisation = z.strictObject({ id: z.string(), name: z.string(), kind: z.string() })

/** One organisation's part in a programme. */
export const PartView = z.strictObject({
  organisation: Organisation,
  stepId: z.string(),
  /** The same for all who took a collective step together. */
  jointId: z.string().optional(),
  kind: Named,
  /** Its kind and title. */
  name: LabelsView,
  site: z.string().optional(),
  role: Named,
  outcome: z.enum([
    'announced',
    'dropped',
    'happened',
    'open',
    'suspended',
    'completed',
    'abandoned',
    'ended',
  ]),
  /** The days on which it began or happened; null while it is only announced. */
  when: Range.nullable(),
  /** When, and with what outcome, in words. */
  story: LabelsView,
  sources: z.array(z.string()),
})
export type PartView = z.infer<typeof PartView>

/** What somebody said of a programme as a whole: aimed at, or told as done. Never counted. */
export const ClaimView = z.strictObject({
  organisation: Organisation,
  stepId: z.string(),
  name: LabelsView,
  story: LabelsView,
  figures: z.array(LabelsView),
  words: z.string().nullable(),
  source: z.string().nullable(),
})
export type ClaimView = z.infer<typeof ClaimView>

/** Something that came out of a part, at once or through others. */
export const OutcomeView = z.strictObject({
  to: PartView,
  from: PartView,
  /** What lies between, the first one first; empty where it followed at once. */
  through: z.array(PartView),
})
export type OutcomeView = z.infer<typeof OutcomeView>

/** `steps`: a collective step counts once. `participations`: once for each who took it. `organisations`: each once. */
export const Results = z.strictObject({
  steps: z.int(),
  participations: z.int(),
  organisations: z.int(),
  /** How far the steps have come; a collective one as far as whoever of those who took it has come furthest. */
  outcomes: z.array(z.strictObject({ outcome: PartView.shape.outcome, steps: z.int() })),
})
export type Results = z.infer<typeof Results>

/** One edition: what was announced and aimed at, and beside it what was done. */
export const EditionView = z.strictObject({
  /** As the record names it; null for what names none. */
  edition: z.string().nullable(),
  /** Its nominal format in words, where the catalogue knows it. */
  formats: z.array(z.strictObject({ years: LabelsView, format: LabelsView, sources: z.array(z.string()) })),
  /** Aimed at or announced by who runs it: no result. */
  targets: z.array(ClaimView),
  /** Told of the whole by who runs it. */
  reported: z.array(ClaimView),
  results: Results,
  tookPart: z.array(PartView),
  /** Steps of the programme as its operator has them on record: no participation. */
  ran: z.array(PartView),
  supported: z.array(PartView),
  /** Announced parts of which nothing tells that they came. */
  announced: z.array(PartView),
  /** Held, published or received in its course. */
  around: z.array(PartView),
  setbacks: z.array(PartView),
  /** What came out of it, by kind: labs, scaling and effects first. */
  cameOut: z.array(z.strictObject({ kind: Named, outcomes: z.array(OutcomeView) })),
})
export type EditionView = z.infer<typeof EditionView>

const identity = {
  code: z.string(),
  labels: LabelsView,
  /** False for what facts name as a programme and the catalogue of programmes does not know. */
  inCatalogue: z.boolean(),
} as const

export const ProgrammeSummary = z.strictObject({
  ...identity,
  editions: z.array(z.string()),
  /** The first and the last year in which a part of it may have begun; null where none is dated. */
  years: z.strictObject({ first: z.int(), last: z.int() }).nullable(),
  results: Results,
  announced: z.int(),
  targets: z.int(),
})
export type ProgrammeSummary = z.infer<typeof ProgrammeSummary>

export const ProgrammeView = z.strictObject({
  ...identity,
  /** The kinds of step that it brings; empty where nobody said. */
  kinds: z.array(Named),
  results: Results,
  editions: z.array(EditionView),
})
export type ProgrammeView = z.infer<typeof ProgrammeView>
