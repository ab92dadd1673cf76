import type { TrackAnswer } from '#domain/maturity/answer.js'
import type { Evaluated } from '#domain/maturity/evaluation/evaluate.js'
import type { Labels } from '#domain/kernel/labels.js'
import { isoOfDay, type Day } from '#domain/time/day.js'
import { nameOfDay } from '#domain/time/edtf-sentence.js'
import { intervalAt } from '#domain/time/interval-set.js'
import type { Expiry } from './explanation.js'
import { holdsOn } from './node-answer.js'
import { explanationWords } from './explanation-words.js'

/** A track with the names of what it answers. */
export interface TrackNamed {
  readonly dimension: string | null
  readonly ranked: readonly Evaluated[]
  readonly summary: TrackAnswer['summary']
  /** «Compétences « pratiquée »», `Skills “practised”` */
  readonly names: readonly Labels[]
}

/**
 * What goes stale or ceases if nothing happens, in the order of days: of each track the highest rank, and the highest that
 * is sure. Nothing after the organisation’s end.
 */
export const expiriesOf = (
  tracks: readonly TrackNamed[],
  day: Day,
  ends: Day | undefined,
): readonly Expiry[] =>
  tracks
    .flatMap(({ dimension, ranked, summary, names }) =>
      [...new Set([summary.rank, summary.held])].flatMap((rank) => {
        const [evaluated, name] = [ranked[rank - 1], names[rank - 1]]
        return evaluated === undefined || name === undefined
          ? []
          : lossesOf(evaluated, day).map((loss) => expiry(loss, dimension, rank, name))
      }),
    )
    .filter(({ at }) => ends === undefined || at < ends)
    .sort((one, other) => one.at - other.at)
    .map(({ told }) => told)
    .concat(ends === undefined ? [] : [ending(ends)])

const ending = (ends: Day): Expiry => ({
  day: isoOfDay(ends),
  dimension: null,
  rank: 0,
  becomes: 'ended',
  sentence: {
    fr: `À partir du ${nameOfDay(ends, 'fr')} : l’organisation n’existe plus, sa trajectoire s’arrête là ; ce n’est pas un recul.`,
    en: `From ${nameOfDay(ends, 'en')} on: the organisation exists no longer, its trajectory stops there; this is no setback.`,
  },
})

interface Loss {
  readonly at: Day
  readonly becomes: Exclude<Expiry['becomes'], 'ended'>
}

/** First it is no longer sure, then no longer fresh: each on its day, or both at once. */
const lossesOf = (evaluated: Evaluated, day: Day): readonly Loss[] => {
  const holds = holdsOn(evaluated.sets, day)
  const reading = holds.certain ? 'certain' : holds.possible ? 'possible' : undefined
  const at = reading === undefined ? undefined : intervalAt(evaluated.sets[reading], day)?.end
  if (at === undefined || at === null) return []
  const after = holdsOn(evaluated.sets, at)
  if (after.possible) return [{ at, becomes: 'uncertain' }, ...lossesOf(evaluated, at)]
  return [{ at, becomes: after.unrefuted ? 'stale' : 'none' }]
}

const expiry = (
  { at, becomes }: Loss,
  dimension: string | null,
  rank: number,
  name: Labels,
): { readonly at: Day; readonly told: Expiry } => {
  const { fr, en } = explanationWords
  const sentence = { fr: fr.expiry(name.fr, at, becomes), en: en.expiry(name.en, at, becomes) }
  return { at, told: { day: isoOfDay(at), dimension, rank, becomes, sentence } }
}
