import { sameContent } from '#domain/kernel/merge-patch.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { Difference, Period, TrackStanding } from './changes-view.js'
import type { DimensionStanding, Standpoint } from './standpoint.js'

type Compared = Pick<Standpoint, 'period' | 'position' | 'dimensions'>

/** What differs between two answers: the period, the position, then each dimension in the order of the models. */
export const differencesBetween = (before: Compared, after: Compared): readonly Difference[] => [
  ...ofPeriod(before.period, after.period),
  ...(sameStanding(before.position, after.position)
    ? []
    : [
        {
          of: 'position' as const,
          before: before.position,
          after: after.position,
          sentence: changeSentence(
            { fr: 'La position', en: 'The position' },
            before.position,
            after.position,
          ),
        },
      ]),
  ...[...new Set([...before.dimensions.keys(), ...after.dimensions.keys()])].flatMap((code) =>
    ofDimension(code, before.dimensions.get(code), after.dimensions.get(code)),
  ),
]

/** The sentences of differences, in which the dimensions that one of two models lacks are told together. */
export const sentencesOf = (differences: readonly Difference[]): readonly Labels[] => {
  const only = (side: 'before' | 'after') =>
    differences.filter(
      (one) => one.of === 'dimension' && one[side] === null,
    ) as readonly DimensionDifference[] // the filter says so
  const [gone, come] = [only('after'), only('before')]
  const apart = [gone, come].filter((one) => one.length > 1).flat()
  return [
    ...differences
      .filter((one) => !(apart as readonly Difference[]).includes(one))
      .map(({ sentence }) => sentence),
    ...(gone.length > 1
      ? [
          {
            fr: `Le premier modèle est seul à suivre ces dimensions : ${gone.map(({ dimension }) => dimension.labels.fr).join(', ')}.`,
            en: `Only the first model follows these dimensions: ${gone.map(({ dimension }) => dimension.labels.en).join(', ')}.`,
          },
        ]
      : []),
    ...(come.length > 1
      ? [
          {
            fr: `Le second modèle est seul à suivre celles-ci : ${come.map((one) => `${one.dimension.labels.fr}, ${standingIn(one).fr}`).join(' ; ')}.`,
            en: `Only the second model follows these: ${come.map((one) => `${one.dimension.labels.en}, ${standingIn(one).en}`).join('; ')}.`,
          },
        ]
      : []),
  ]
}

type DimensionDifference = Extract<Difference, { of: 'dimension' }>

const standingIn = ({ after }: DimensionDifference): Labels =>
  after === null ? { fr: '', en: '' } : phraseOf(after)

/** Two standings are the same though a model words them otherwise. */
const sameStanding = (one: TrackStanding, other: TrackStanding): boolean => {
  const { labels: _one, ...told } = one
  const { labels: _other, ...toldOtherwise } = other
  return sameContent(told, toldOtherwise)
}

const ofDimension = (
  code: string,
  before: DimensionStanding | undefined,
  after: DimensionStanding | undefined,
): readonly Difference[] => {
  const labels = (after ?? before)?.labels
  if (labels === undefined) return []
  if (before !== undefined && after !== undefined && sameStanding(before.standing, after.standing)) return []
  return [
    {
      of: 'dimension',
      dimension: { code, labels },
      before: before?.standing ?? null,
      after: after?.standing ?? null,
      sentence: dimensionSentence(labels, before?.standing, after?.standing),
    },
  ]
}

const ofPeriod = (before: Period, after: Period): readonly Difference[] =>
  before === after ? [] : [{ of: 'period', before, after, sentence: periodSentences[after] }]

const periodSentences: Readonly<Record<Period, Labels>> = {
  before: {
    fr: 'Sa trajectoire n’a pas encore commencé.',
    en: 'Its trajectory has not begun yet.',
  },
  within: {
    fr: 'Sa trajectoire est en cours.',
    en: 'Its trajectory is under way.',
  },
  ended: {
    fr: 'L’organisation a pris fin : ce qui suit vaut à son dernier jour, et n’est pas un recul.',
    en: 'The organisation has ended: what follows holds of its last day, and is no setback.',
  },
}

const dimensionSentence = (
  { fr, en }: Labels,
  before: TrackStanding | undefined,
  after: TrackStanding | undefined,
): Labels => {
  const subject = { fr: `La dimension « ${fr} »`, en: `The dimension “${en}”` }
  if (before !== undefined && after !== undefined) return changeSentence(subject, before, after)
  return after === undefined
    ? {
        fr: `${subject.fr} n’est pas dans l’autre modèle.`,
        en: `${subject.en} is not in the other model.`,
      }
    : {
        fr: `${subject.fr} n’était pas dans le premier modèle : ${phraseOf(after).fr}.`,
        en: `${subject.en} was not in the first model: ${phraseOf(after).en}.`,
      }
}

const changeSentence = (subject: Labels, before: TrackStanding, after: TrackStanding): Labels => {
  const [from, to] = [phraseOf(before), phraseOf(after)]
  return from.fr === to.fr
    ? {
        fr: `${subject.fr} reste ${to.fr} ; ce qui tient avec elle, ou à coup sûr, n’est plus le même.`,
        en: `${subject.en} stays ${to.en}; what holds beside it, or for certain, is no longer the same.`,
      }
    : {
        fr: `${subject.fr} passe de ${from.fr} à ${to.fr}.`,
        en: `${subject.en} goes from ${from.en} to ${to.en}.`,
      }
}

/** A standing in a few words: «explorateur», à confirmer. */
const phraseOf = ({ state, labels: { fr, en } }: TrackStanding): Labels => {
  switch (state) {
    case 'held':
    case 'none':
      return { fr: `« ${fr} »`, en: `“${en}”` }
    case 'possible':
      return { fr: `« peut-être ${fr} »`, en: `“perhaps ${en}”` }
    case 'stale':
      return { fr: `« ${fr}, à confirmer »`, en: `“${en}, to be confirmed”` }
  }
}
