import type { SeededRandom } from './seeded-random.js'

/** More of one organisation alone would be no life that anybody could have. */
const MOST = 3000
/** Of the logarithm: the mean is nine times the median, so that most have a few facts and some have thousands. */
const SPREAD = 2.1

/** How many of so many facts each organisation has: long-tailed, and together exactly that many. */
export const budgetsOf = (organisations: number, facts: number, random: SeededRandom): number[] => {
  const weights = Array.from({ length: organisations }, () => Math.exp(SPREAD * random.normal()))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const most = Math.max(MOST, Math.ceil(facts / organisations))
  const budgets = weights.map((weight) => Math.min(most, Math.floor((facts * weight) / all)))
  // What rounding and the limit left over goes to whoever comes next, one fact each.
  let left = facts - budgets.reduce((sum, budget) => sum + budget, 0)
  for (let index = 0; left > 0; index = (index + 1) % organisations) {
    const budget = budgets[index] ?? 0
    if (budget >= most) continue
    budgets[index] = budget + 1
    left -= 1
  }
  return budgets
}
