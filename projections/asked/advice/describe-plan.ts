import { onceForEach } from '#domain/kernel/once-for-each.js'
import type { Route } from '#domain/maturity/reasons/routes.js'
import type { Shortfall } from '#domain/maturity/reasons/shortfall.js'
import { historyOf } from '#domain/organisation/history.js'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import { meansOfKind } from '#domain/programmes/means.js'
import type { Labels } from '#domain/kernel/labels.js'
import { isoOfDay, type Day } from '#domain/time/day.js'
import { nameOfDay } from '#domain/time/edtf-sentence.js'
import type { LineageEvents } from '#domain/trajectory/assess-organisation.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import type { Question } from '#domain/trajectory/question.js'
import { stepName } from '#projections/asked/trajectory/told-fact.js'
import { knownStreams } from '#projections/asked/what-if/suppose.js'
import { factsOfAdvice, type AdvisedStep } from './advised-step.js'
import type { AdvisedStepView, ShortfallView, TargetView } from './next-steps-view.js'
import type { AdvisedRoute, Plan } from './plan.js'
import { shortfallSentence } from './shortfall-sentence.js'
import { takenIn } from './simulation.js'
import { stepSentence } from './step-sentence.js'
import type { Target } from './target.js'

/** Plans as people read them: what is to be reached, what is lacking on every route, and what was tried and gets there. */
export const describePlans = (
  plans: readonly Plan[],
  named: ModelNamed,
  streams: LineageEvents,
  question: Question,
): TargetView[] => {
  const ground: Ground = {
    names: stepNames(knownStreams(streams, question)),
    taken: takenIn(streams),
    question,
    told: onceForEach(shortfallView),
  }
  return plans.map((plan) => describePlan(plan, named, ground))
}

/** What the plans of one organisation are told with. */
interface Ground {
  readonly names: ReadonlyMap<string, Labels>
  readonly taken: ReadonlySet<string>
  readonly question: Question
  /** One shortfall lies on many routes. */
  readonly told: (shortfall: Shortfall) => ShortfallView
}

const describePlan = ({ target, lacking, advised }: Plan, named: ModelNamed, ground: Ground): TargetView => {
  const { dimension, name } = namesOf(target, named)
  return {
    ...(dimension === undefined ? {} : { dimension }),
    rank: target.rank,
    name,
    aim: target.aim,
    routes: lacking.routes.map((route) => route.map(ground.told)),
    complete: lacking.complete,
    advised: advised.map((route) => advisedView(route, { ...ground, name, dimension })),
    sentence: targetSentence(target, name.labels, dimension?.labels, lacking.routes, advised),
  }
}

interface Described extends Ground {
  readonly name: { readonly labels: Labels }
  readonly dimension: { readonly labels: Labels } | undefined
}

const namesOf = ({ dimension: code, rank }: Target, { model }: ModelNamed) => {
  const dimension = code === undefined ? undefined : model.dimensions.find((one) => one.code === code)
  const ranked = (dimension?.levels ?? model.positions)[rank - 1]
  return {
    dimension: dimension === undefined ? undefined : { code: dimension.code, labels: dimension.labels },
    name: { code: ranked?.code ?? '', labels: ranked?.labels ?? { fr: '', en: '' } },
  }
}

const stepNames = (streams: LineageEvents): ReadonlyMap<string, Labels> =>
  new Map([
    ...streams.predecessors.flatMap((predecessor) => [...stepNames(predecessor)]),
    ...stepsOf(historyOf(streams.events)).map(
      ({ stepId, kind, facts }) => [stepId as string, stepName(kind, facts[0].fact)] as const,
    ),
  ])

const shortfallView = (shortfall: Shortfall): ShortfallView => ({
  path: shortfall.leaf.path,
  state: shortfall.state,
  have: shortfall.have,
  possibly: shortfall.possibly,
  need: shortfall.need,
  evidence: [...new Set(shortfall.evidence.flatMap(({ events }) => events))],
  sentence: shortfallSentence(shortfall),
})

const advisedView = (
  { by, route, steps }: AdvisedRoute,
  { name, dimension, names, taken, question, told }: Described,
): TargetView['advised'][number] => ({
  by: isoOfDay(by),
  shortfalls: route.map(told),
  steps: steps.map((step) => stepView(step, names, question.asOf)),
  facts: factsOfAdvice(steps, taken).map(({ kind, stage, fact }) => ({
    kind,
    stage,
    stepId: fact.stepId,
    role: fact.role,
    occurred: fact.occurred ?? isoOfDay(by),
    ...(fact.attributes === undefined ? {} : { attributes: fact.attributes }),
  })),
  sentence: routeSentence(steps, { rank: name.labels, dimension: dimension?.labels }, by, question),
})

const stepView = (step: AdvisedStep, names: Described['names'], asked: Day): AdvisedStepView => {
  const { purpose, kind, stepId, role, times, otherKinds } = step
  const { effort, collective, ofOwnWill } = meansOfKind(kind)
  return {
    purpose,
    kind,
    ...(stepId === undefined ? {} : { stepId }),
    role,
    times,
    otherKinds: [...otherKinds],
    effort,
    collective,
    ofOwnWill,
    sentence: stepSentence(step, stepId === undefined ? undefined : names.get(stepId), asked),
  }
}

const routeSentence = (
  steps: readonly AdvisedStep[],
  { rank, dimension }: { readonly rank: Labels; readonly dimension: Labels | undefined },
  by: Question['asOf'],
  { asOf }: Question,
): Labels => {
  const later = by > asOf
  const when: Labels = later
    ? { fr: ` le ${nameOfDay(by, 'fr')}`, en: ` on ${nameOfDay(by, 'en')}` }
    : { fr: '', en: '' }
  if (steps.length === 0) {
    return {
      fr: `Rien à faire : « ${rank.fr} » sera acquis le ${nameOfDay(by, 'fr')} si rien ne change.`,
      en: `Nothing to do: “${rank.en}” will be held on ${nameOfDay(by, 'en')} if nothing changes.`,
    }
  }
  const subject = {
    fr: dimension === undefined ? 'l’organisation' : `la dimension « ${dimension.fr} »`,
    en: dimension === undefined ? 'the organisation' : `the dimension “${dimension.en}”`,
  }
  return {
    fr: `Avec cela, ${subject.fr} serait à coup sûr « ${rank.fr} »${when.fr}.`,
    en: `With this, ${subject.en} would be “${rank.en}” for certain${when.en}.`,
  }
}

const targetSentence = (
  { aim }: Target,
  rank: Labels,
  dimension: Labels | undefined,
  routes: readonly Route[],
  advised: readonly AdvisedRoute[],
): Labels => {
  const of: Labels = {
    fr: `« ${rank.fr} »${dimension === undefined ? '' : ` en ${dimension.fr}`}`,
    en: `“${rank.en}”${dimension === undefined ? '' : ` in ${dimension.en}`}`,
  }
  const to: Labels =
    aim === 'confirm'
      ? { fr: `Pour être sûr de ${of.fr}`, en: `To be sure of ${of.en}` }
      : { fr: `Pour atteindre ${of.fr}`, en: `To reach ${of.en}` }
  if (routes.length === 0) return both(to, 'rien ne peut y mener.', 'nothing can lead there.')
  if (advised.length === 0) {
    return both(
      to,
      'aucune étape à conseiller : ce qui manque ne se décide pas, ou ne vient qu’avec le temps.',
      'no step to advise: what is lacking cannot be decided upon, or comes with time only.',
    )
  }
  const count = advised.length
  return both(
    to,
    count === 1 ? 'un chemin essayé.' : `${count} chemins essayés.`,
    count === 1 ? 'one route that was tried.' : `${count} routes that were tried.`,
  )
}

const both = (to: Labels, fr: string, en: string): Labels => ({
  fr: `${to.fr} : ${fr}`,
  en: `${to.en}: ${en}`,
})
