import { z } from 'zod'
import { labelsOf, LabelsView } from '#domain/kernel/labels.js'
import { stepBehind } from '#domain/evidence/step-behind.js'
import { possiblyStands } from '#domain/maturity/evaluation/evaluate.js'
import { historyOf } from '#domain/organisation/history.js'
import { knownEvents } from '#domain/organisation/known-events.js'
import { nameOn } from '#domain/organisation/profile-on-record.js'
import { kindCodes, kindOf, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import { isoOfDay } from '#domain/time/day.js'
import { contains } from '#domain/time/interval-set.js'
import { kindsToTake, plansOf, type AdviceAsked } from '#projections/asked/advice/next-steps.js'
import { assessOrganisation } from '#domain/trajectory/assess-organisation.js'
import { obstaclesIn, type Obstacle } from './obstacles.js'
import { obstacleView, ObstacleView } from './obstacles-view.js'

/** What stopped others where one organisation is, or may go next; and what it met itself. */
export const ObstaclesOfOrganisation = z.strictObject({
  organisation: z.strictObject({ id: z.string(), name: z.string() }),
  asOf: z.iso.date(),
  /** The kinds of step that stand or are announced here, and those advised for the next position. */
  at: z.array(
    z.strictObject({ kind: z.string(), labels: LabelsView, because: z.enum(['under-way', 'advised']) }),
  ),
  others: z.array(ObstacleView),
  own: z.array(ObstacleView),
})
export type ObstaclesOfOrganisation = z.infer<typeof ObstaclesOfOrganisation>

/** The setbacks that others met at the same kinds of step, and its own. */
export const obstaclesFor = (asked: AdviceAsked): ObstaclesOfOrganisation => {
  const { streams, question, taken } = asked
  const history = historyOf(knownEvents(streams.events, question))
  const underWay = kindsUnderWay(asked)
  const advised = kindsAdvised(asked).filter((kind) => !underWay.includes(kind))
  const isOwn = ({ met }: Obstacle): boolean => met.organisation.id === streams.id
  return {
    organisation: { id: streams.id, name: nameOn(history, question.asOf) },
    asOf: isoOfDay(question.asOf),
    at: [...underWay.map((kind) => at(kind, 'under-way')), ...advised.map((kind) => at(kind, 'advised'))],
    others: obstaclesIn(taken, { kinds: [...underWay, ...advised] })
      .filter((obstacle) => !isOwn(obstacle))
      .map(obstacleView),
    own: obstaclesIn(taken).filter(isOwn).map(obstacleView),
  }
}

const at = (kind: KindCode, because: 'under-way' | 'advised') => ({
  kind,
  labels: labelsOf(kindOf(kind).labels),
  because,
})

/** What stands or is announced on the day, as far as nothing refutes it. */
const kindsUnderWay = ({ streams, named, question }: AdviceAsked): readonly KindCode[] => {
  const { trajectory } = assessOrganisation(streams, named.model, question, { causes: false })
  const kinds = new Set(
    trajectory.evidence.standings
      .filter((standing) => contains(possiblyStands(standing), question.asOf))
      .flatMap(({ kind }) => stepBehind(kind) ?? [])
      .flatMap(({ kind, part }) => (part === 'itself' || part === 'planned' ? [kind] : [])),
  )
  return kindCodes.filter((kind) => kind !== 'setback' && kinds.has(kind))
}

const kindsAdvised = (asked: AdviceAsked): readonly KindCode[] =>
  kindsToTake(
    plansOf(asked, 'soonest-first', ({ dimension, aim }) => dimension === undefined && aim === 'next').plans,
  )
