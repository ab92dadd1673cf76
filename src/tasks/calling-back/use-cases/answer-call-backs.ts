import { z } from 'zod'
import { wholeNumberAsked } from '#src/handling/asking/asked-numbers.js'
import { present } from '#domain/kernel/present.js'
import { OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import type { Position } from '#domain/ports/event-log.js'
import { ProgrammeCode } from '#domain/steps/fact-fields.js'
import { regionCodes } from '#domain/territory/regions.js'
import { isoOfDay, type Day, parisDayOf } from '#domain/time/day.js'
import { CallBackView, CallOrder, CallReason } from '#projections/asked/call-back/call-backs-view.js'
import { callsDue, type Call } from '#projections/asked/call-back/calls-due.js'
import { describeCall } from '#projections/asked/call-back/describe-call.js'
import type { OpenSteps } from '#projections/kept/open-steps/open-steps.js'
import { queryCalls } from '#projections/asked/call-back/query-calls.js'
import { modelOf, type Standings, type StandingsRow } from '#projections/kept/standings/standings.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import type { TrajectoryReading } from '#src/handling/asking/answer-trajectory.js'
import type { ProjectionReader, StandingsReader } from '#src/handling/reading/projection-reader.js'
import { readLineage } from '#src/handling/reading/read-lineage.js'

/** Months ahead in which a position that will be to be confirmed is worth a call. */
export const USUAL_MONTHS = 6
const MOST_MONTHS = 120
const USUAL_LIMIT = 20
const MOST_CALLS = 100

/** Whom to call back: what may be asked for. */
export const CallBacksQuery = z.strictObject({
  months: wholeNumberAsked(0, MOST_MONTHS)
    .optional()
    .describe(`aussi ce qui sera à confirmer d’ici tant de mois ; ${USUAL_MONTHS} par défaut`),
  reason: CallReason.optional().describe('une seule raison d’appeler'),
  kind: OrganisationKind.optional(),
  programme: ProgrammeCode.optional(),
  region: z
    .enum([...regionCodes, 'none'])
    .optional()
    .describe('son code INSEE ; none : région inconnue, ou aucune'),
  order: CallOrder.optional().describe('day : par jour (par défaut) ; name : par nom'),
  cursor: z.string().max(2000).optional(),
  limit: wholeNumberAsked(1, MOST_CALLS).optional(),
})
export type CallBacksQuery = z.infer<typeof CallBacksQuery>

const Facet = z.array(z.strictObject({ value: z.string(), count: z.int() }))

export const CallBacksAnswer = z.strictObject({
  asOf: z.iso.date(),
  months: z.int(),
  /** The model by which positions go stale; null while nothing is on record. */
  model: z.strictObject({ id: z.string(), version: z.int(), hash: z.string() }).nullable(),
  /** Of the log: everything up to here was read. */
  position: z.int(),
  /** Calls that the filters leave, on all pages. */
  total: z.int(),
  facets: z.strictObject({ reason: Facet, kind: Facet, programme: Facet, region: Facet }),
  /** Announcements and expected ends of organisations that ended, and that nobody is known to have followed. */
  nobodyLeft: z.int(),
  calls: z.array(CallBackView),
  next: z.string().optional(),
})
export type CallBacksAnswer = z.infer<typeof CallBacksAnswer>

/** What whom to call is read from. */
export interface CallBackReading extends TrajectoryReading {
  readonly standings: Pick<StandingsReader, 'hasSeen' | 'index'>
  readonly openSteps: Pick<ProjectionReader<OpenSteps>, 'hasSeen' | 'index'>
}

export type CallBacksOutcome =
  | { readonly outcome: 'answered'; readonly answer: CallBacksAnswer }
  | { readonly outcome: 'bad-cursor' }
  | { readonly outcome: 'not-seen-yet' }

/**
 * Whom to call back, why, what to ask and what it would settle. Who is concerned is read from rows that are kept for each
 * organisation; only the calls of the page are looked at closely.
 */
export const answerCallBacks = async (
  deps: CallBackReading,
  { months = USUAL_MONTHS, limit = USUAL_LIMIT, ...query }: CallBacksQuery = {},
): Promise<CallBacksOutcome> => {
  const head = await deps.log.head()
  if (!(await hasSeenAll(deps, head))) return { outcome: 'not-seen-yet' }
  const today = parisDayOf(deps.clock())
  const [registry, standings, open] = [deps.registry.index(), deps.standings.index(), deps.openSteps.index()]
  const due = callsDue({ registry, standings, open }, today, months)
  const page = queryCalls(due.calls, { ...present(query), limit })
  if (page.outcome !== 'page') return page
  const named = modelNamed(deps, standings)
  const calls: CallBackView[] = []
  for (const call of page.calls) {
    calls.push(await described(deps, call, standings.get(call.organisation.id), { named, today }))
  }
  const { facets, total, next } = page
  return {
    outcome: 'answered',
    answer: {
      asOf: isoOfDay(today),
      months,
      model:
        standings.size === 0 ? null : { id: named.model.id, version: named.model.version, hash: named.hash },
      position: head,
      total,
      facets: {
        reason: [...facets.reason],
        kind: [...facets.kind],
        programme: [...facets.programme],
        region: [...facets.region],
      },
      nobodyLeft: due.nobodyLeft,
      calls,
      ...(next === undefined ? {} : { next }),
    },
  }
}

const hasSeenAll = async (deps: CallBackReading, head: Position): Promise<boolean> =>
  (await Promise.all([deps.registry, deps.standings, deps.openSteps].map((one) => one.hasSeen(head)))).every(
    (seen) => seen,
  )

/** The model of the rows; while they are built anew under another one, those that serve name theirs. */
const modelNamed = ({ models }: CallBackReading, standings: Standings): ModelNamed => {
  const hash = modelOf(standings)
  return (hash === undefined ? undefined : models.find(hash)) ?? models.usual
}

interface Circumstances {
  readonly named: ModelNamed
  readonly today: Day
}

/**
 * What was said of an organisation, as long as nothing was recorded of it or of those that it succeeded: then its row is
 * another. It is kept with the row and goes with it.
 */
const saidOf = new WeakMap<StandingsRow, Map<string, CallBackView>>()

const described = async (
  deps: CallBackReading,
  call: Call,
  row: StandingsRow | undefined,
  { named, today }: Circumstances,
): Promise<CallBackView> => {
  const { id } = call.organisation
  const streams = { id, events: [], predecessors: [] }
  if ('step' in call || row === undefined) return describeCall(call, { streams, named, today })
  const said = saidOf.get(row) ?? new Map<string, CallBackView>()
  saidOf.set(row, said)
  const key = [today, call.reason, call.day, named.hash, call.organisation.name].join(' ')
  const before = said.get(key)
  if (before !== undefined) return before
  const view = describeCall(call, { streams: await readLineage(deps, id), named, today })
  said.set(key, view)
  return view
}
