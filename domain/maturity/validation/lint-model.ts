import { parseDuration, type Duration } from '#domain/time/day.js'
import type { Criterion } from '#domain/maturity/model/criterion.js'
import type { CriterionDocument, ModelDocument } from '#domain/maturity/model/model.js'
import { isWithin } from './implication.js'
import { pointer } from './json-pointer.js'
import type { ModelWarning } from './model-faults.js'
import type { Model } from '#domain/maturity/model/parse-model.js'

/** What the author of a valid model may not have meant. */
export const lintModel = (document: ModelDocument, model: Model): readonly ModelWarning[] => {
  const placed = [
    ...document.dimensions.flatMap(({ levels }, d) =>
      levels.map(({ criterion }, l) => ({
        criterion,
        path: pointer('', 'dimensions', d, 'levels', l, 'criterion'),
      })),
    ),
    ...document.positions.map(({ criterion }, p) => ({
      criterion,
      path: pointer('', 'positions', p, 'criterion'),
    })),
  ]
  return [
    ...placed.flatMap(({ criterion, path }) => neverStale(criterion, path)),
    ...placed.flatMap(({ criterion, path }) => idleFresh(criterion, path)),
    ...placed.flatMap(({ criterion, path }) => guesses(criterion, path, document, false)),
    ...outliving(model),
  ]
}

const partsOf = (
  criterion: CriterionDocument,
  path: string,
): readonly { readonly part: CriterionDocument; readonly at: string }[] => {
  const listed = (parts: readonly CriterionDocument[], key: string) =>
    parts.map((part, index) => ({ part, at: pointer(path, key, index) }))
  if ('all' in criterion) return listed(criterion.all, 'all')
  if ('any' in criterion) return listed(criterion.any, 'any')
  if ('not' in criterion) return [{ part: criterion.not, at: pointer(path, 'not') }]
  if ('of' in criterion && !('sum' in criterion)) return listed(criterion.of, 'of')
  return []
}

const neverStale = (criterion: CriterionDocument, path: string): readonly ModelWarning[] =>
  'standing' in criterion && criterion.fresh === undefined
    ? [{ code: 'never-stale', path, data: { kind: criterion.standing } }]
    : partsOf(criterion, path).flatMap(({ part, at }) => neverStale(part, at))

/** News that may be as old as what is counted: the window says more. */
const idleFresh = (criterion: CriterionDocument, path: string): readonly ModelWarning[] => {
  if (!('within' in criterion) || typeof criterion.fresh !== 'string') {
    return partsOf(criterion, path).flatMap(({ part, at }) => idleFresh(part, at))
  }
  const [within, fresh] = [criterion.within, criterion.fresh].map(parseDuration)
  return within !== undefined && fresh !== undefined && isWithin(within, fresh)
    ? [{ code: 'idle-fresh', path: pointer(path, 'fresh'), data: {} }]
    : []
}

/** A level that is negated may rest on a sum that says nothing of facts without a figure. */
const guesses = (
  criterion: CriterionDocument,
  path: string,
  document: ModelDocument,
  negated: boolean,
): readonly ModelWarning[] => {
  if (negated && 'level' in criterion) {
    const read = document.dimensions.find(({ code }) => code === criterion.level)?.levels ?? []
    const guessing = read.slice(criterion.atLeast - 1).some((level) => holdsOpenSum(level.criterion))
    return guessing ? [{ code: 'guess-under-negation', path, data: { dimension: criterion.level } }] : []
  }
  return partsOf(criterion, path).flatMap(({ part, at }) =>
    guesses(part, at, document, negated || 'not' in criterion),
  )
}

const holdsOpenSum = (criterion: CriterionDocument): boolean =>
  'sum' in criterion
    ? criterion.unknownAtMost === undefined
    : partsOf(criterion, '').some(({ part }) => holdsOpenSum(part))

const outliving = (model: Model): readonly ModelWarning[] => {
  const lifetime = lifetimesOf(model)
  return model.dimensions.flatMap(({ levels }, d) =>
    levels.flatMap(({ criterion }, l) => {
      const lower = levels[l - 1]
      if (lower === undefined || lifetime(criterion) <= lifetime(lower.criterion)) return []
      return [
        {
          code: 'outlives-lower-level',
          path: pointer('', 'dimensions', d, 'levels', l, 'criterion'),
          data: { lower: l },
        } as const,
      ]
    }),
  )
}

/** How long a criterion can hold at most after the last fact that speaks for it, in days; a rough measure of months will do. */
const lifetimesOf = (model: Model): ((criterion: Criterion) => number) => {
  const done = new Map<Criterion, number>()

  const lifetime = (criterion: Criterion): number => {
    const known = done.get(criterion)
    if (known !== undefined) return known
    const days = lifetimeAnew(criterion)
    done.set(criterion, days)
    return days
  }

  const longestFirst = (parts: readonly Criterion[]) => parts.map(lifetime).sort((one, other) => other - one)

  const lifetimeAnew = (criterion: Criterion): number => {
    switch (criterion.form) {
      case 'count':
      case 'sum':
        return Math.min(daysOf(criterion.within), daysOf(criterion.fresh))
      case 'standing':
        return daysOf(criterion.fresh)
      case 'not':
        return Number.POSITIVE_INFINITY
      case 'all':
        return longestFirst(criterion.parts).at(-1) ?? 0
      case 'any':
        return longestFirst(criterion.parts)[0] ?? 0
      case 'of':
        return longestFirst(criterion.parts)[criterion.atLeast - 1] ?? 0
      case 'level': {
        const levels = model.dimensions.find(({ code }) => code === criterion.dimension)?.levels ?? []
        const read = levels.slice(criterion.atLeast - 1, criterion.below - 1)
        return longestFirst(read.map((level) => level.criterion))[0] ?? 0
      }
    }
  }

  return lifetime
}

/** A month as a twelfth of the mean Gregorian year. */
const daysOf = (duration: Duration | undefined): number =>
  duration === undefined ? Number.POSITIVE_INFINITY : duration.months * 30.436875 + duration.days
