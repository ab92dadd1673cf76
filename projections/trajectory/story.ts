import type { Model } from '#domain/maturity/parse-model.js'
import type { Spell, Trajectory, Transition } from '#domain/maturity/trajectory.js'
import type { Labels } from '#domain/steps/labels.js'
import { isoOfDay, type Day } from '#domain/time/day.js'
import { nameOfDay } from '#domain/time/edtf-sentence.js'
import { causeSentence } from './cause-sentence.js'
import type { ToldFact } from './told-fact.js'
import type { Chapter } from './trajectory-view.js'

/** The position over time, told in chapters: each as long as its summary stays the same, with what began it. */
export const storyOf = (
  { position, model }: Trajectory,
  facts: ReadonlyMap<string, ToldFact>,
  unobserved: Labels,
  asOf: Day,
): readonly Chapter[] =>
  chapters(position.spells).map(({ first, end }) => {
    const { summary, begin } = first
    const named = nameOf(model, summary.rank)
    const surely = summary.held === summary.rank ? undefined : nameOf(model, summary.held)
    return {
      begin: isoOfDay(begin),
      end: isoOfDay(end),
      state: summary.state,
      position: named ?? null,
      surely: surely ?? null,
      ahead: begin > asOf,
      because: becauseOf(first.began, facts),
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
const becauseOf = (transition: Transition, facts: ReadonlyMap<string, ToldFact>): Labels[] => {
  if (!('flips' in transition)) return []
  const causes = transition.flips.flatMap(({ leaves }) => leaves).flatMap((leaf) => leaf.causes)
  const byStep = new Map(causes.toReversed().map((cause) => [cause.stepId, cause]))
  return causes
    .filter((cause) => byStep.get(cause.stepId) === cause)
    .map((cause) => causeSentence(cause, facts))
}

const nameOf = ({ positions }: Model, rank: number): { code: string; labels: Labels } | undefined => {
  const position = positions[rank - 1]
  return position === undefined ? undefined : { code: position.code, labels: position.labels }
}

const chapterSentence = (begin: Day, end: Day, state: Chapter['state'], { fr, en }: Labels): Labels => {
  const [from, to] = [
    (language: 'fr' | 'en') => nameOfDay(begin, language),
    (language: 'fr' | 'en') => nameOfDay(end, language),
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
