import { answerAt } from '#domain/maturity/answer.js'
import type { Model } from '#domain/maturity/model/parse-model.js'
import type { Spell, Trajectory } from '#domain/maturity/trajectory.js'
import type { Labels } from '#domain/kernel/labels.js'
import { day, isoOfDay, type Day } from '#domain/time/day.js'
import { nameOfDay } from '#domain/time/edtf-sentence.js'
import { causeSentence } from './cause-sentence.js'
import { factSentence, type ToldFact } from './told-fact.js'
import type { Chapter } from './trajectory-view.js'

/** The position over time, told in chapters: each as long as its summary stays the same, with what began it. */
export const storyOf = (
  trajectory: Trajectory,
  facts: ReadonlyMap<string, ToldFact>,
  unobserved: Labels,
  asOf: Day,
): readonly Chapter[] =>
  chapters(trajectory.position.spells).map(({ first, end }) => {
    const { model } = trajectory
    const { summary, begin } = first
    const named = nameOf(model, summary.rank)
    const surely = summary.held === summary.rank ? undefined : nameOf(model, summary.held)
    return {
      begin: isoOfDay(begin),
      end: isoOfDay(end),
      state: summary.state,
      labels: named?.labels ?? unobserved,
      position: named ?? null,
      surely: surely ?? null,
      ahead: begin > asOf,
      because: becauseOf(first, trajectory, facts),
      sentence: chapterSentence(begin, end, summary.state, named?.labels ?? unobserved),
    }
  })

interface ChapterSpells {
  readonly first: Spell
  readonly end: Day
}

const chapters = (spells: readonly Spell[]): readonly ChapterSpells[] =>
  spells.reduce<readonly ChapterSpells[]>((told, spell) => {
    const last = told.at(-1)
    if (last === undefined || !sameSummary(last.first, spell))
      return [...told, { first: spell, end: spell.end }]
    return [...told.slice(0, -1), { ...last, end: spell.end }]
  }, [])

const sameSummary = ({ summary: one }: Spell, { summary: other }: Spell): boolean =>
  one.rank === other.rank && one.state === other.state && one.held === other.held

/** What began a chapter: the causes behind every rank that was gained or lost on its first day, one for each step. */
const becauseOf = (
  { began, begin }: Spell,
  trajectory: Trajectory,
  facts: ReadonlyMap<string, ToldFact>,
): Labels[] => {
  const flips = 'flips' in began ? began.flips : []
  const causes = flips.flatMap(({ leaves }) => leaves).flatMap((leaf) => leaf.causes)
  if (causes.length === 0) return standingFrom(trajectory, begin, facts)
  return [...new Map(causes.toReversed().map((cause) => [cause.stepId, cause])).values()]
    .toReversed()
    .map((cause) => causeSentence(cause, facts))
}

/** Nothing flipped on the first day of what stood before anything else is known: what it rests on stands for a cause. */
const standingFrom = (trajectory: Trajectory, begin: Day, facts: ReadonlyMap<string, ToldFact>): Labels[] =>
  answerAt(trajectory, begin).position.events.flatMap((id) => {
    const told = facts.get(id)
    return told === undefined ? [] : [factSentence(told.fact)]
  })

const nameOf = ({ positions }: Model, rank: number): { code: string; labels: Labels } | undefined => {
  const position = positions[rank - 1]
  return position === undefined ? undefined : { code: position.code, labels: position.labels }
}

const chapterSentence = (begin: Day, end: Day, state: Chapter['state'], { fr, en }: Labels): Labels => {
  const [from, to] = [
    (language: 'fr' | 'en') => nameOfDay(begin, language),
    (language: 'fr' | 'en') => nameOfDay(day(end - 1), language),
  ]
  const said: Readonly<Record<Chapter['state'], Labels>> = {
    held: { fr, en },
    possible: { fr: `peut-être ${fr}`, en: `perhaps ${en}` },
    stale: { fr: `${fr}, à confirmer`, en: `${en}, to be confirmed` },
    none: { fr, en },
  }
  return {
    fr: `Du ${from('fr')} au ${to('fr')} : ${said[state].fr}.`,
    en: `From ${from('en')} to ${to('en')}: ${said[state].en}.`,
  }
}
