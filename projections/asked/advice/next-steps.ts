import { present } from '#domain/kernel/present.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { historyOf } from '#domain/organisation/history.js'
import { nameOn, profileOnRecord } from '#domain/organisation/profile-on-record.js'
import { isSmallStructure } from '#domain/programmes/small-structures.js'
import { kindOf, kindCodes, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Labels } from '#domain/kernel/labels.js'
import { isoOfDay, parisDayOf } from '#domain/time/day.js'
import { nameOfDay } from '#domain/time/edtf-sentence.js'
import { stepOfOther } from '#projections/asked/steps/step-of-other.js'
import type { StepsTaken } from '#projections/kept/steps-taken/steps-taken.js'
import { peersThatTook, whatFollowed } from '#projections/kept/steps-taken/told-by-others.js'
import type { LineageEvents } from '#domain/trajectory/assess-organisation.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import type { Question } from '#domain/trajectory/question.js'
import { knownStreams } from '#projections/asked/what-if/suppose.js'
import { offersOf } from './offers.js'
import { describePlans } from './describe-plan.js'
import { planFor, remedyFinder, type Plan, type Preference } from './plan.js'
import { simulationOf } from './simulation.js'
import { targetsOf, type Target } from './target.js'
import type { AboutKind, NextStepsView } from './next-steps-view.js'

export interface AdviceAsked {
  readonly streams: LineageEvents
  readonly named: ModelNamed
  readonly question: Question
  /** What all organisations did, as known today. */
  readonly taken: StepsTaken
}

/** What an organisation lacks for what it could reach next, and steps that were tried and get there. */
export const nextSteps = (asked: AdviceAsked): NextStepsView => {
  const { streams, named, question } = asked
  const history = historyOf(knownStreams(streams, question).events)
  const profile = profileOnRecord(history)?.profile
  const small = profile !== undefined && isSmallStructure(profile.kind, profile.population)
  const order: Preference = small ? 'cheap-and-shared-first' : 'soonest-first'
  const { plans, ended } = plansOf(asked, order)
  const kinds = kindsToTake(plans)
  return {
    organisation: { id: streams.id, name: nameOn(history, question.asOf) },
    asOf: isoOfDay(question.asOf),
    knownAt: new Date(question.knownAt).toISOString(),
    knownBy: question.knownBy,
    model: { id: named.model.id, version: named.model.version, hash: named.hash, labels: named.labels },
    small,
    order,
    orderSentence: forItsDay(
      small && profile.population === undefined ? sizeUnknown : orderSentences[order],
      question,
    ),
    ended,
    targets: describePlans(plans, named, streams, question),
    about: kinds.map((kind) =>
      aboutKind(kind, asked, profile === undefined ? undefined : { id: streams.id, kind: profile.kind }),
    ),
  }
}

/** Plans for the given targets, by default for all that there is to reach. */
export const plansOf = (
  { streams, named, question }: Omit<AdviceAsked, 'taken'>,
  order: Preference,
  wanted: (target: Target) => boolean = () => true,
): { readonly plans: readonly Plan[]; readonly ended: boolean } => {
  const simulation = simulationOf(streams, named.model, question)
  const { trajectory } = simulation
  const ended = trajectory.existence.ends !== undefined && trajectory.existence.ends <= question.asOf
  if (ended) return { plans: [], ended }
  const asked = { from: question.asOf, horizon: question.horizon }
  const remedyOf = remedyFinder(simulation, question.asOf)
  return {
    plans: targetsOf(trajectory, question.asOf)
      .filter(wanted)
      .map((target) => planFor(simulation, target, asked, order, remedyOf)),
    ended,
  }
}

/** In the order of the catalogue: the kinds that some route advises to take. */
export const kindsToTake = (plans: readonly Plan[]): readonly KindCode[] => {
  const kinds = new Set(
    plans
      .flatMap(({ advised }) => advised.flatMap(({ steps }) => steps))
      .filter(({ purpose }) => purpose === 'take' || purpose === 'announce' || purpose === 'support')
      .flatMap(({ kind, otherKinds }) => [kind, ...otherKinds]),
  )
  return kindCodes.filter((kind) => kinds.has(kind))
}

const orderSentences: Readonly<Record<Preference, Labels>> = {
  'cheap-and-shared-first': {
    fr: 'Pour une petite structure : d’abord ce qui demande peu et se partage avec d’autres.',
    en: 'For a small structure: first what asks little and can be shared with others.',
  },
  'soonest-first': {
    fr: 'D’abord ce qui prend effet le plus tôt, puis ce qui demande le moins.',
    en: 'First what takes effect soonest, then what asks least.',
  },
}

/** Nobody calls Paris small because its population was not recorded. */
const sizeUnknown: Labels = {
  fr: 'Sa population n’est pas consignée : d’abord ce qui demande peu et se partage avec d’autres, qui convient aussi aux petites structures.',
  en: 'Its population is not on record: first what asks little and can be shared with others, which suits small structures too.',
}

/** Advice for a day that is past then is a view of that day: nobody can still follow it. */
const forItsDay = (sentence: Labels, { asOf, knownAt }: Question): Labels =>
  asOf >= parisDayOf(knownAt)
    ? sentence
    : {
        fr: `${sentence.fr} Tel qu’on l’aurait conseillé le ${nameOfDay(asOf, 'fr')}, le jour demandé : ce n’est pas un conseil pour aujourd’hui.`,
        en: `${sentence.en} As it would have been advised on ${nameOfDay(asOf, 'en')}, the day that was asked for: this is no advice for today.`,
      }

const aboutKind = (
  kind: KindCode,
  { question, taken }: AdviceAsked,
  asking: { readonly id: OrganisationId; readonly kind: Parameters<typeof isSmallStructure>[0] } | undefined,
): AboutKind => ({
  kind: named(kind),
  offers: offersOf(kind),
  followed: whatFollowed(taken, kind).map(({ kind: next, stories }) => ({
    kind: named(next),
    times: stories.length,
    stories: stories.map(({ from, to }) => ({ from: stepOfOther(from), to: stepOfOther(to) })),
  })),
  peers:
    asking === undefined
      ? []
      : peersThatTook(taken, kind, { ...asking, by: question.asOf }).map((peer) =>
          present(stepOfOther(peer)),
        ),
})

const named = (kind: KindCode): { code: string; labels: Labels } => ({
  code: kind,
  labels: kindOf(kind).labels,
})
