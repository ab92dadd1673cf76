import { nameOn } from '#domain/organisation/profile-on-record.js'
import { withSmallLetter } from '#domain/kernel/first-letter.js'
import type { Labels } from '#domain/kernel/labels.js'
import { day, isoOfDay } from '#domain/time/day.js'
import { assessOrganisation, type LineageEvents } from '#domain/trajectory/assess-organisation.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import type { Question } from '#domain/trajectory/question.js'
import { becauseOfKnowledge } from './because-of-knowledge.js'
import { becauseOfModel } from './because-of-model.js'
import { becauseOfOrganisation } from './because-of-organisation.js'
import type { ChangesView, Difference, Part, Reason } from './changes-view.js'
import { differencesBetween, sentencesOf } from './differences.js'
import { standpointOf, type Standpoint } from './standpoint.js'

/** One question, with the model that answers it. */
export interface Asked extends Pick<Question, 'asOf' | 'knownAt' | 'knownBy'> {
  readonly named: ModelNamed
}

/**
 * Why an answer differs from another: because what we know differs, or the model, or the day; never mixed. From the
 * first question to the second one thing moves at a time, in this order: knowledge on the first day and under the first
 * model, then the model on the first day, then the day. What each move changes is a part; the parts follow each other,
 * and together they are the whole difference.
 */
export const explainChanges = (streams: LineageEvents, from: Asked, to: Asked): ChangesView => {
  // Every spell up to the later day is told; what comes after does not matter here.
  const horizon = day(Math.max(from.asOf, to.asOf) + 1)
  const standpoint = ({ named, ...question }: Asked): Standpoint =>
    standpointOf(assessOrganisation(streams, named.model, { ...question, horizon }), named, question.asOf)
  const { knownAt, knownBy } = to
  const start = standpoint(from)
  const informed = standpoint({ ...from, knownAt, knownBy })
  const measured = standpoint({ ...from, knownAt, knownBy, named: to.named })
  const end = standpointOf(measured.assessed, to.named, to.asOf)

  const learned = differencesBetween(start, informed)
  const remeasured = differencesBetween(informed, measured)
  const lived = differencesBetween(measured, end)
  const { because, withoutEffect } = becauseOfKnowledge(streams, [from, to], start, informed)
  const parts: ChangesView['parts'] = [
    {
      ...part('knowledge', from.knownAt !== knownAt || from.knownBy !== knownBy, learned, because),
      withoutEffect,
    },
    part(
      'model',
      from.named.hash !== to.named.hash,
      remeasured,
      becauseOfModel(remeasured, informed, measured),
    ),
    part('organisation', from.asOf !== to.asOf, lived, becauseOfOrganisation(lived, measured, end)),
  ]
  const differences = differencesBetween(start, end)
  return {
    organisation: { id: streams.id, name: nameOn(end.assessed.lineage.history, to.asOf) },
    from: askedView(from),
    to: askedView(to),
    changed: differences.length > 0,
    differences: [...differences],
    parts,
    sentence: wholeSentence(differences, parts),
  }
}

const part = (
  cause: Part['cause'],
  moved: boolean,
  differences: readonly Difference[],
  because: readonly Reason[],
): Part => ({
  cause,
  moved,
  differences: [...differences],
  because: [...because],
  sentence: partSentence(cause, moved, differences),
})

const askedView = ({ asOf, knownAt, knownBy, named }: Asked): ChangesView['from'] => ({
  asOf: isoOfDay(asOf),
  knownAt: new Date(knownAt).toISOString(),
  knownBy,
  model: { id: named.model.id, version: named.model.version, hash: named.hash, labels: named.labels },
})

interface CauseWords {
  readonly same: Labels
  readonly harmless: Labels
  readonly because: Labels
}

const causeWords: Readonly<Record<Part['cause'], CauseWords>> = {
  knowledge: {
    same: { fr: 'Ce qui est su est le même.', en: 'What is known is the same.' },
    harmless: {
      fr: 'Ce qui est su diffère, sans effet sur la réponse.',
      en: 'What is known differs, without any effect on the answer.',
    },
    because: { fr: 'Parce que ce qui est su diffère :', en: 'Because what is known differs:' },
  },
  model: {
    same: { fr: 'Le modèle est le même.', en: 'The model is the same.' },
    harmless: {
      fr: 'Le modèle diffère, sans effet sur la réponse.',
      en: 'The model differs, without any effect on the answer.',
    },
    because: { fr: 'Parce que le modèle diffère :', en: 'Because the model differs:' },
  },
  organisation: {
    same: { fr: 'Le jour est le même.', en: 'The day is the same.' },
    harmless: {
      fr: 'D’un jour à l’autre, l’organisation en est au même point.',
      en: 'From one day to the other, the organisation stands where it stood.',
    },
    because: { fr: 'Parce que l’organisation a changé :', en: 'Because the organisation changed:' },
  },
}

const partSentence = (cause: Part['cause'], moved: boolean, differences: readonly Difference[]): Labels => {
  const { same, harmless, because } = causeWords[cause]
  if (differences.length === 0) return moved ? harmless : same
  const told = sentencesOf(differences)
  return {
    fr: `${because.fr} ${withSmallLetter(told.map(({ fr }) => fr).join(' '))}`,
    en: `${because.en} ${withSmallLetter(told.map(({ en }) => en).join(' '))}`,
  }
}

const wholeSentence = (differences: readonly Difference[], parts: ChangesView['parts']): Labels => {
  const telling = parts.filter((one) => one.differences.length > 0)
  if (differences.length === 0) {
    return telling.length === 0
      ? { fr: 'Rien n’a changé.', en: 'Nothing has changed.' }
      : {
          fr: 'Rien n’a changé en somme : des effets contraires se compensent.',
          en: 'Nothing has changed on the whole: contrary effects cancel out.',
        }
  }
  return {
    fr: telling.map(({ sentence }) => sentence.fr).join(' '),
    en: telling.map(({ sentence }) => sentence.en).join(' '),
  }
}
