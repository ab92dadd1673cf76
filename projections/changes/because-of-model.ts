import type { Evaluated } from '#domain/maturity/evaluate.js'
import { NEGATED, type Reading } from '#domain/maturity/four-sets.js'
import type { Labels } from '#domain/steps/labels.js'
import type { Day } from '#domain/time/day.js'
import { contains } from '#domain/time/interval-set.js'
import type { Difference, Reason, TrackStanding } from './changes-view.js'
import type { Standpoint } from './standpoint.js'

/**
 * The rules of either model that made the difference: for the position or level that one model gives and the other does
 * not, its rule in each, whether it is met, and by which of its leaves.
 */
export const becauseOfModel = (
  differences: readonly Difference[],
  before: Standpoint,
  after: Standpoint,
): readonly Reason[] => differences.flatMap((difference) => reasonsOf(difference, before, after))

const reasonsOf = (difference: Difference, before: Standpoint, after: Standpoint): readonly Reason[] => {
  if (difference.of === 'period') return [before, after].map(inheritanceReason)
  const dimension = difference.of === 'dimension' ? difference.dimension.code : undefined
  const reading = readingThatTells(difference.before, difference.after)
  const codes = new Set(
    [difference.before, difference.after].flatMap((standing) => standing?.readings[reading] ?? []),
  )
  const differing = [...codes].filter(
    (code) => holds(difference.before, code, reading) !== holds(difference.after, code, reading),
  )
  return [
    ...(difference.of === 'dimension' && difference.before === null
      ? [lacking(before, difference.dimension)]
      : []),
    ...(difference.of === 'dimension' && difference.after === null
      ? [lacking(after, difference.dimension)]
      : []),
    ...differing.flatMap((code) =>
      [before, after].map((standpoint) => ruleReason(standpoint, { dimension, code, reading })),
    ),
  ]
}

/** A trajectory begins with what was inherited only where the model lets a successor inherit. */
const inheritanceReason = ({ named }: Standpoint): Reason => {
  const inherits = named.model.inheritance === 'full'
  const model = referenceOf(named)
  return {
    ...rule(model, inherits),
    paths: ['/inheritance'],
    sentence: inherits
      ? {
          fr: `Dans ${model}, qui succède hérite de ce qui précède.`,
          en: `In ${model} a successor inherits what came before.`,
        }
      : {
          fr: `Dans ${model}, qui succède n’hérite de rien.`,
          en: `In ${model} a successor inherits nothing.`,
        },
  }
}

const lacking = ({ named }: Standpoint, { labels: { fr, en } }: { readonly labels: Labels }): Reason => {
  const model = referenceOf(named)
  return {
    ...rule(model, false),
    sentence: {
      fr: `${model} n’a pas de dimension « ${fr} ».`,
      en: `${model} has no dimension “${en}”.`,
    },
  }
}

const referenceOf = ({ model: { id, version } }: Standpoint['named']): string => `${id}@${version}`

const rule = (model: string, holds: boolean) => ({
  type: 'rule' as const,
  events: [],
  days: [],
  paths: [],
  model,
  holds,
})

const holds = (standing: TrackStanding | null, code: string, reading: Reading): boolean =>
  standing?.readings[reading].includes(code) ?? false

/** The first reading, from what nothing refutes to what is certain, in which the two differ. */
const readingThatTells = (before: TrackStanding | null, after: TrackStanding | null): Reading =>
  fromLoosest.find((reading) => before?.readings[reading].join(' ') !== after?.readings[reading].join(' ')) ??
  'unrefuted'

const fromLoosest: readonly Reading[] = ['unrefuted', 'possible', 'certain', 'kept']

interface Rule {
  readonly dimension: string | undefined
  /** Of the position, or of the level. */
  readonly code: string
  readonly reading: Reading
}

const ruleReason = ({ named, assessed, day }: Standpoint, { dimension, code, reading }: Rule): Reason => {
  const { model } = named
  const reference = referenceOf(named)
  const place = model.dimensions.findIndex((one) => one.code === dimension)
  const ranked = dimension === undefined ? model.positions : (model.dimensions[place]?.levels ?? [])
  const rank = ranked.findIndex((one) => one.code === code)
  const tracks = assessed.trajectory
  const evaluated = (dimension === undefined ? tracks.position : tracks.dimensions[place])?.ranked[rank]
  const labels = ranked[rank]?.labels
  if (evaluated === undefined || labels === undefined) {
    return {
      ...rule(reference, false),
      sentence: {
        fr: `« ${code} » n’existe pas dans ${reference}.`,
        en: `There is no “${code}” in ${reference}.`,
      },
    }
  }
  const met = contains(evaluated.sets[reading], day)
  return {
    ...rule(reference, met),
    paths: [...new Set(leavesThat(met, evaluated, reading, day))],
    sentence: ruleSentence(labels, reference, evaluated.criterion.path, met),
  }
}

const ruleSentence = ({ fr, en }: Labels, model: string, path: string, met: boolean): Labels =>
  met
    ? {
        fr: `La règle de « ${fr} » dans ${model} (${path}) est remplie.`,
        en: `The rule of “${en}” in ${model} (${path}) is met.`,
      }
    : {
        fr: `La règle de « ${fr} » dans ${model} (${path}) n’est pas remplie.`,
        en: `The rule of “${en}” in ${model} (${path}) is not met.`,
      }

/** The paths of the leaves that make a criterion hold, or fail. */
const leavesThat = (
  met: boolean,
  { criterion, parts }: Evaluated,
  reading: Reading,
  day: Day,
): readonly string[] => {
  switch (criterion.form) {
    case 'count':
    case 'sum':
    case 'standing':
      return [criterion.path]
    case 'not':
      return parts.flatMap((part) => leavesThat(!met, part, NEGATED[reading], day))
    case 'all':
    case 'any':
    case 'of':
    case 'level':
      return parts
        .filter(({ sets }) => contains(sets[reading], day) === met)
        .flatMap((part) => leavesThat(met, part, reading, day))
  }
}
