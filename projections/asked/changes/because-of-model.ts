import type { LeafCriterion } from '#domain/maturity/model/criterion.js'
import type { Evaluated } from '#domain/maturity/evaluation/evaluate.js'
import { NEGATED, type Reading } from '#domain/maturity/evaluation/four-sets.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { Day } from '#domain/time/day.js'
import { contains } from '#domain/time/interval-set.js'
import { asksOf } from '#projections/asked/explanation/asks.js'
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
      [before, after]
        .filter((standpoint) => dimension === undefined || hasDimension(standpoint, dimension))
        .map((standpoint) => {
          const other = standpoint === before ? after : before
          return ruleReason(standpoint, other, { dimension, code, reading })
        }),
    ),
  ]
}

const hasDimension = ({ named }: Standpoint, dimension: string): boolean =>
  named.model.dimensions.some(({ code }) => code === dimension)

/** A trajectory begins with what was inherited only where the model lets a successor inherit. */
const inheritanceReason = ({ named }: Standpoint): Reason => {
  const inherits = named.model.inheritance === 'full'
  const [fr, en] = [modelName(named, 'fr'), modelName(named, 'en')]
  return {
    ...rule(referenceOf(named), inherits),
    paths: ['/inheritance'],
    sentence: inherits
      ? {
          fr: `Dans ${fr}, qui succède hérite de ce qui précède.`,
          en: `In ${en} a successor inherits what came before.`,
        }
      : {
          fr: `Dans ${fr}, qui succède n’hérite de rien.`,
          en: `In ${en} a successor inherits nothing.`,
        },
  }
}

const lacking = ({ named }: Standpoint, { labels: { fr, en } }: { readonly labels: Labels }): Reason => ({
  ...rule(referenceOf(named), false),
  sentence: {
    fr: `${modelName(named, 'fr')} n’a pas de dimension « ${fr} ».`,
    en: `${modelName(named, 'en')} has no dimension “${en}”.`,
  },
})

/** As people say it; the reference stands beside it as data. */
const modelName = ({ labels, model: { version } }: Standpoint['named'], language: 'fr' | 'en'): string =>
  language === 'fr' ? `« ${labels.fr} » (version ${version})` : `“${labels.en}” (version ${version})`

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

const ranksOf = ({ named: { model } }: Standpoint, { dimension }: Rule) =>
  dimension === undefined
    ? model.positions
    : (model.dimensions.find(({ code }) => code === dimension)?.levels ?? [])

const ruleReason = (standpoint: Standpoint, other: Standpoint, asked: Rule): Reason => {
  const { named, assessed, day } = standpoint
  const { dimension, code, reading } = asked
  const { model } = named
  const reference = referenceOf(named)
  const place = model.dimensions.findIndex((one) => one.code === dimension)
  const ranked = ranksOf(standpoint, asked)
  const rank = ranked.findIndex((one) => one.code === code)
  const tracks = assessed.trajectory
  const evaluated = (dimension === undefined ? tracks.position : tracks.dimensions[place])?.ranked[rank]
  const labels = ranked[rank]?.labels
  if (evaluated === undefined || labels === undefined) {
    const unknown = ranksOf(other, asked).find((one) => one.code === code)?.labels ?? { fr: code, en: code }
    return {
      ...rule(reference, false),
      sentence: {
        fr: `« ${unknown.fr} » n’existe pas dans ${modelName(named, 'fr')}.`,
        en: `There is no “${unknown.en}” in ${modelName(named, 'en')}.`,
      },
    }
  }
  const met = contains(evaluated.sets[reading], day)
  const leaves = leavesThat(met, evaluated, reading, day)
  return {
    ...rule(reference, met),
    paths: leaves.map(({ leaf }) => leaf.path),
    sentence: ruleSentence({ labels, dimension: model.dimensions[place]?.labels }, named, met, leaves),
  }
}

/** More conditions than these are counted: nobody listens to a longer list, and `paths` names them all. */
const MOST_TOLD = 4

const ruleSentence = (
  { labels, dimension }: { readonly labels: Labels; readonly dimension: Labels | undefined },
  named: Standpoint['named'],
  met: boolean,
  leaves: readonly DecidingLeaf[],
): Labels => {
  const told = leaves.slice(0, MOST_TOLD).map((leaf) => conditionOf(leaf, named.model))
  const others = leaves.length - told.length
  const listed = (language: 'fr' | 'en', more: string): string =>
    [...told.map((condition) => condition[language]), ...(others > 0 ? [more] : [])].join(' ; ')
  const fr = listed('fr', others === 1 ? 'une autre condition' : `${others} autres conditions`)
  const en = listed('en', others === 1 ? 'one more condition' : `${others} more conditions`).replaceAll(
    ' ; ',
    '; ',
  )
  const [inFrench, inEnglish] = [modelName(named, 'fr'), modelName(named, 'en')]
  const rank = {
    fr: `« ${labels.fr} »${dimension === undefined ? '' : ` en ${dimension.fr}`}`,
    en: `“${labels.en}”${dimension === undefined ? '' : ` in ${dimension.en}`}`,
  }
  return met
    ? {
        fr: `La règle de ${rank.fr} dans ${inFrench} est remplie${fr === '' ? '' : ` : ${fr}`}.`,
        en: `The rule of ${rank.en} in ${inEnglish} is met${en === '' ? '' : `: ${en}`}.`,
      }
    : {
        fr: `La règle de ${rank.fr} dans ${inFrench} n’est pas remplie${fr === '' ? '' : `, il manque : ${fr}`}.`,
        en: `The rule of ${rank.en} in ${inEnglish} is not met${en === '' ? '' : `, what is missing: ${en}`}.`,
      }
}

const conditionOf = ({ leaf, negated }: DecidingLeaf, model: Standpoint['named']['model']): Labels =>
  asksOf(negated ? { form: 'not', path: leaf.path, part: leaf } : leaf, model)

interface DecidingLeaf {
  readonly leaf: LeafCriterion
  /** It stands under a `not`: what is asked is that it does not hold. */
  readonly negated: boolean
}

/** The leaves that make a criterion hold, or fail, each once. */
const leavesThat = (met: boolean, root: Evaluated, asked: Reading, day: Day): readonly DecidingLeaf[] => {
  const leaves = new Map<string, DecidingLeaf>()
  const passed = new Map<Evaluated, Set<string>>()

  const visit = (evaluated: Evaluated, wanted: boolean, reading: Reading, negated: boolean): void => {
    const before = passed.get(evaluated) ?? new Set()
    const key = `${reading} ${String(negated)}`
    if (before.has(key)) return
    passed.set(evaluated, before.add(key))
    const { criterion, parts } = evaluated
    switch (criterion.form) {
      case 'count':
      case 'sum':
      case 'standing':
        leaves.set(criterion.path, { leaf: criterion, negated })
        return
      case 'not':
        for (const part of parts) visit(part, !wanted, NEGATED[reading], !negated)
        return
      case 'all':
      case 'any':
      case 'of':
      case 'level':
        for (const part of parts) {
          if (contains(part.sets[reading], day) === wanted) visit(part, wanted, reading, negated)
        }
    }
  }

  visit(root, met, asked, false)
  return [...leaves.values()]
}
