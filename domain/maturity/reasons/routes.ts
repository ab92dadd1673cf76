import type { Day } from '#domain/time/day.js'
import { contains } from '#domain/time/interval-set.js'
import type { LeafCriterion } from '#domain/maturity/model/criterion.js'
import type { Evaluated } from '#domain/maturity/evaluation/evaluate.js'
import { shortfallOf, type Measure, type Shortfall } from './shortfall.js'

/** Leaves that together make a criterion hold once none of them lacks anything; empty where it holds already. */
export type Route = readonly Shortfall[]

export interface Routes {
  /** Fewest shortfalls first; none of them contains another. Empty where no evidence can make it hold. */
  readonly routes: readonly Route[]
  /** False where there were more than `MOST_ROUTES` ways, of which these are the shortest. */
  readonly complete: boolean
}

/** A model of some size has thousands of combinations; nobody reads beyond the first few dozen. */
const MOST_ROUTES = 64

type Goal = Shortfall['goal']

/**
 * Every route on which a criterion comes to hold for certain on a day. `any`, `level` and `k of n` give several, `all`
 * combines those of its parts, and a `not` asks the contrary of its part: that nothing leaves it open. Since the sets of
 * what is composed are composed of the sets of the parts, a route without shortfalls is one on which the criterion holds.
 */
export const routesTo = (evaluated: Evaluated, day: Day, measure: Measure): Routes => {
  let complete = true

  const shortest = (routes: readonly Route[]): readonly Route[] => {
    const minimal = withoutLonger(routes)
    if (minimal.length > MOST_ROUTES) complete = false
    return minimal.slice(0, MOST_ROUTES)
  }
  const eachOf = (parts: readonly Evaluated[], goal: Goal): readonly Route[] =>
    parts.reduce<readonly Route[]>(
      (routes, part) => {
        const more = walk(part, goal)
        return shortest(routes.flatMap((route) => more.map((other) => joined(route, other))))
      },
      [[]],
    )
  const someOf = (parts: readonly Evaluated[], goal: Goal): readonly Route[] =>
    shortest(parts.flatMap((part) => walk(part, goal)))
  /** The routes of k parts: with the first and k - 1 of the others, or with k of the others. */
  const anyOf = (k: number, parts: readonly Evaluated[], goal: Goal): readonly Route[] => {
    if (k <= 0) return [[]]
    const [first, ...others] = parts
    if (first === undefined || parts.length < k) return []
    const taken = walk(first, goal)
    const withFirst = anyOf(k - 1, others, goal).flatMap((route) => taken.map((one) => joined(one, route)))
    return shortest([...withFirst, ...anyOf(k, others, goal)])
  }

  /** Levels are read by many criteria: each is asked once. */
  const walked: Readonly<Record<Goal, Map<Evaluated, readonly Route[]>>> = {
    hold: new Map(),
    cease: new Map(),
  }
  const walk = (part: Evaluated, goal: Goal): readonly Route[] => {
    const before = walked[goal].get(part)
    if (before !== undefined) return before
    const routes = walkAnew(part, goal)
    walked[goal].set(part, routes)
    return routes
  }

  const walkAnew = (part: Evaluated, goal: Goal): readonly Route[] => {
    if (goal === 'hold' ? contains(part.sets.certain, day) : !contains(part.sets.unrefuted, day)) return [[]]
    const { criterion, parts } = part
    switch (criterion.form) {
      case 'count':
      case 'sum':
      case 'standing':
        return [[shortfallOf({ ...part, criterion }, goal, day, measure)]]
      case 'all':
        return goal === 'hold' ? eachOf(parts, goal) : someOf(parts, goal)
      case 'any':
      case 'level':
        return goal === 'hold' ? someOf(parts, goal) : eachOf(parts, goal)
      case 'of': {
        const { atLeast } = criterion
        return anyOf(goal === 'hold' ? atLeast : parts.length - atLeast + 1, parts, goal)
      }
      case 'not':
        return someOf(parts, goal === 'hold' ? 'cease' : 'hold')
    }
  }

  const routes = shortest(walk(evaluated, 'hold'))
  return { routes, complete }
}

interface AskedLeaf {
  readonly leaf: Evaluated & { readonly criterion: LeafCriterion }
  readonly goal: Goal
}

/** Every leaf of a criterion, each once, with whether it stands under a `not`. */
export const leavesOf = (evaluated: Evaluated): readonly AskedLeaf[] => {
  const leaves: AskedLeaf[] = []
  const passed: Readonly<Record<Goal, Set<Evaluated>>> = { hold: new Set(), cease: new Set() }

  const visit = (part: Evaluated, goal: Goal): void => {
    if (passed[goal].has(part)) return
    passed[goal].add(part)
    const { criterion, parts } = part
    switch (criterion.form) {
      case 'count':
      case 'sum':
      case 'standing':
        leaves.push({ leaf: { ...part, criterion }, goal })
        return
      case 'not':
        for (const one of parts) visit(one, goal === 'hold' ? 'cease' : 'hold')
        return
      case 'all':
      case 'any':
      case 'of':
      case 'level':
        for (const one of parts) visit(one, goal)
    }
  }

  visit(evaluated, 'hold')
  return leaves
}

/** Names a shortfall within its model: where the leaf stands, and what is asked of it. */
export const keyOf = ({ leaf, goal }: Shortfall): string => `${goal} ${leaf.path}`

/** Each shortfall is one value within one question: who has it, has it. */
const joined = (one: Route, other: Route): Route =>
  one.length === 0 ? other : [...one, ...other.filter((shortfall) => !one.includes(shortfall))]

/** Shortest first, and without those that ask for everything that another asks for, and more. */
const withoutLonger = (routes: readonly Route[]): readonly Route[] => {
  if (routes.length < 2) return routes
  const kept: Route[] = []
  for (const route of routes.toSorted((one, other) => one.length - other.length)) {
    const asks = new Set(route)
    if (!kept.some((shorter) => shorter.every((shortfall) => asks.has(shortfall)))) kept.push(route)
  }
  return kept
}
