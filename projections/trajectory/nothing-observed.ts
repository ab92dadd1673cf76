import type { Lineage } from '#domain/evidence/evidence-of-organisation.js'
import type { Trajectory } from '#domain/maturity/trajectory.js'
import type { Labels } from '#domain/steps/labels.js'
import type { Day } from '#domain/time/day.js'

/** Why an organisation holds no position on a day: five situations that must not be mistaken for each other. */
export const whyNothingObserved = (lineage: Lineage, trajectory: Trajectory, day: Day): Labels => {
  const { occurrences, standings } = trajectory.evidence
  const facts = [...lineage.history.facts.values()].filter(({ retracted }) => !retracted)
  if (facts.length === 0 && occurrences.length + standings.length === 0) return reasons.neverObserved
  if (trajectory.begin === undefined || day < trajectory.begin) return reasons.notYet
  if (standings.length === 0 && occurrences.every(({ kind }) => kind === 'support'))
    return reasons.onlySupport
  if (facts.every(({ stage }) => stage === 'planned' || stage === 'plan-dropped')) {
    return facts.some(({ stage }) => stage === 'plan-dropped') ? reasons.planDropped : reasons.planAged
  }
  return reasons.over
}

const reasons = {
  neverObserved: { fr: 'rien n’est consigné.', en: 'nothing is on record.' },
  notYet: { fr: 'rien n’est consigné jusque-là.', en: 'nothing is on record up to then.' },
  onlySupport: {
    fr: 'seuls des soutiens à d’autres sont consignés.',
    en: 'only support given to others is on record.',
  },
  planDropped: {
    fr: 'ce qui était annoncé a été abandonné, rien d’autre n’est consigné.',
    en: 'what was announced was dropped, nothing else is on record.',
  },
  planAged: {
    fr: 'une annonce est consignée, sans suite connue.',
    en: 'an announcement is on record, what became of it is unknown.',
  },
  over: {
    fr: 'ce qui est consigné ne compte pas, ou plus, à cette date.',
    en: 'what is on record does not count, or no longer counts, on that day.',
  },
} as const satisfies Record<string, Labels>
