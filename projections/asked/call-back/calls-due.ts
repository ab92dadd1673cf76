import type { RegionCode } from '#domain/territory/regions.js'
import { type Day, addDuration } from '#domain/time/day.js'
import { summaryOf, type RankSummary } from '#domain/maturity/summary.js'
import type { RegistryIndex } from '#projections/kept/registry/registry-index.js'
import { hasEnded, type RegistryRow } from '#projections/kept/registry/registry-row.js'
import { regionIn } from '#projections/asked/finding/query.js'
import { sinceSummary, standingOn } from '#projections/kept/standings/standing-on.js'
import type { Standings, StandingsRow } from '#projections/kept/standings/standings.js'
import type { OpenStep, OpenSteps } from '#projections/kept/open-steps/open-steps.js'
import { whomToCall } from '#projections/asked/finding/whom-to-call.js'

/** One reason to call one organisation, before anything is computed about it. */
export type Call = {
  /** Whom to call. */
  readonly organisation: RegistryRow
  /** The day from which there is reason to call; of `going-stale`, the first on which it will be to be confirmed. */
  readonly day: Day
  /** Where it lies; absent where nothing tells. */
  readonly region?: RegionCode
} & (
  | { readonly reason: 'stale' | 'unsettled' }
  /** `staleOn`: the first day on which nothing about it will be fresh; between the two it is only possible. */
  | { readonly reason: 'going-stale'; readonly staleOn: Day }
  /** `told`: in whose stream it stands; another than `organisation` where that came after it. */
  | {
      readonly reason: 'plan-unheard' | 'end-unheard'
      readonly step: OpenStep
      readonly told: Pick<RegistryRow, 'id' | 'name'>
    }
)

/** What all organisations are known by. */
export interface CallGround {
  readonly registry: RegistryIndex
  readonly standings: Standings
  readonly open: OpenSteps
}

export interface CallsDue {
  readonly calls: readonly Call[]
  /** Announcements and expected ends of organisations that have ended and that nobody is known to have followed. */
  readonly nobodyLeft: number
}

/** Every reason to call someone: today, or within some months for what will be to be confirmed. In no order. */
export const callsDue = (ground: CallGround, today: Day, months: number): CallsDue => {
  const until = addDuration(today, { months, days: 0 })
  const rows = [...ground.registry.byId.values()]
  const aboutSteps = rows.map((row) => stepCalls(ground, row, today))
  const calls = [
    ...rows.flatMap((row) => positionCalls(ground.standings.get(row.id), row, today, until)),
    ...aboutSteps.flatMap((one) => one.calls),
  ]
  return {
    calls: calls.map((call) => located(call, ground.registry)),
    nobodyLeft: aboutSteps.reduce((sum, { nobodyLeft }) => sum + nobodyLeft, 0),
  }
}

const located = (call: Call, registry: RegistryIndex): Call => {
  const region = regionIn(registry, call.organisation)
  return region === undefined ? call : { ...call, region }
}

/** An operator’s own position is nobody’s matter: it would call itself. Who exists no longer is not called. */
const positionCalls = (
  standings: StandingsRow | undefined,
  organisation: RegistryRow,
  today: Day,
  until: Day,
): readonly Call[] => {
  if (standings === undefined || organisation.kind === 'operateur_de_programmes') return []
  if (hasEnded(organisation, today)) return []
  const { period, summary } = standingOn(standings, today)
  if (period !== 'within') return []
  const since = sinceSummary(standings, today)
  const unsettled =
    summary.state === 'possible' || (summary.state === 'stale' && !summary.surely)
      ? [{ organisation, reason: 'unsettled', day: since } as const]
      : []
  if (summary.state === 'stale') return [{ organisation, reason: 'stale', day: since }, ...unsettled]
  const ahead = stalenessAhead(standings, summary, today)
  return ahead === undefined || ahead.day > until
    ? unsettled
    : [{ organisation, reason: 'going-stale', ...ahead }, ...unsettled]
}

/**
 * The first day on which what holds today will be less sure, if nothing contrary is told and it goes stale in the end;
 * undefined where it does not, or where the organisation ends before.
 */
const stalenessAhead = (
  { spells, ends }: StandingsRow,
  { rank, state }: RankSummary,
  today: Day,
): { readonly day: Day; readonly staleOn: Day } | undefined => {
  if (rank === 0) return undefined
  const ahead = spells.filter(({ begin }) => begin > today && (ends === undefined || begin < ends))
  const holds = (mask: number): boolean => ((mask >> (rank - 1)) & 1) === 1
  const lost = ahead.find(({ ranks }) => !holds(state === 'held' ? ranks.certain : ranks.possible))
  const stale = ahead.find(({ ranks }) => summaryOf(ranks).state === 'stale')
  return lost === undefined || stale === undefined || !holds(lost.ranks.unrefuted)
    ? undefined
    : { day: lost.begin, staleOn: stale.begin }
}

/** What an heir recorded of an inherited step itself is told among its own. */
const stepCalls = ({ registry, open }: CallGround, told: RegistryRow, today: Day): CallsDue => {
  const steps = (open.get(told.id)?.steps ?? []).filter(({ overdue }) => overdue <= today)
  if (steps.length === 0) return { calls: [], nobodyLeft: 0 }
  const whom = whomToCall(registry, told.id, today)
  return {
    calls: whom.flatMap((organisation) =>
      steps
        .filter(({ stepId }) => organisation.id === told.id || !organisation.steps.includes(stepId))
        .map((step): Call => ({
          organisation,
          reason: step.waits === 'for-beginning' ? 'plan-unheard' : 'end-unheard',
          day: step.overdue,
          step,
          told,
        })),
    ),
    nobodyLeft: whom.length === 0 ? steps.length : 0,
  }
}
