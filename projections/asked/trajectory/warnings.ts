import type { Answer } from '#domain/maturity/answer.js'
import { successionsOf } from '#domain/organisation/existence.js'
import { parisDayOf, type Day } from '#domain/time/day.js'
import { nameOfDay } from '#domain/time/edtf-sentence.js'
import type { AssessedOrganisation } from '#domain/trajectory/assess-organisation.js'
import type { Question } from '#domain/trajectory/question.js'
import { aheadOf } from './standing-sentence.js'
import type { Warning } from './trajectory-view.js'

/** What whoever reads the answer should know besides: what will age, what is missing, and what was not known here then. */
export const warningsOf = (
  { lineage, trajectory, notYetKnown }: AssessedOrganisation,
  answer: Answer,
  { knownAt, knownBy }: Question,
): readonly Warning[] => [
  ...ended(trajectory.existence.ends),
  ...goesStale(answer, trajectory.existence.ends),
  ...undatedSuccessions(lineage),
  ...(knownBy === 'recorded' ? recordedLater(notYetKnown, knownAt) : []),
]

type Lineage = AssessedOrganisation['lineage']

const ended = (end: Day | undefined): readonly Warning[] => {
  if (end === undefined) return []
  return [
    {
      code: 'ended',
      sentence: {
        fr: `L’organisation a pris fin : sa trajectoire s’arrête le ${nameOfDay(end, 'fr')}, ce qui n’est pas un recul.`,
        en: `The organisation has ended: its trajectory stops on ${nameOfDay(end, 'en')}, which is no setback.`,
      },
    },
  ]
}

const goesStale = ({ period, position }: Answer, ends: Day | undefined): readonly Warning[] => {
  const ahead = aheadOf(position.holding, ends)
  if (
    period !== 'within' ||
    ahead === undefined ||
    position.summary.rank === 0 ||
    position.summary.state === 'stale'
  )
    return []
  return [
    {
      code: 'goes-stale',
      sentence: {
        fr: `Sans nouvelle étape ni confirmation d’ici là, ${ahead.fr}.`,
        en: `Without a new step or a confirmation, ${ahead.en}.`,
      },
    },
  ]
}

const undatedSuccessions = ({ id, history, predecessors }: Lineage): readonly Warning[] => [
  ...successionsOf(history)
    .filter(({ from }) => from === undefined)
    .map(({ successor }) => undated(id, successor)),
  ...predecessors.flatMap((predecessor) =>
    successionsOf(predecessor.history)
      .filter(({ from, successor }) => from === undefined && successor === id)
      .map(() => undated(predecessor.id, id)),
  ),
]

const undated = (predecessor: string, successor: string): Warning => ({
  code: 'undated-succession',
  sentence: {
    fr: `La succession de ${predecessor} à ${successor} n’a pas de date : elle n’a encore aucun effet. Donner sa date.`,
    en: `The succession from ${predecessor} to ${successor} has no date: it has no effect yet. Give its date.`,
  },
})

/** History imported today was not known here yesterday: the answer for an earlier moment says what it leaves out. */
const recordedLater = (notYetKnown: number, knownAt: number): readonly Warning[] =>
  notYetKnown === 0
    ? []
    : [
        {
          code: 'recorded-later',
          sentence: {
            fr: `Au ${nameOfDay(parisDayOf(knownAt), 'fr')}, ${notYetKnown} des faits connus aujourd’hui n’étaient pas encore enregistrés ici. Pour ce que les documents de l’époque disaient : knownBy=documented.`,
            en: `On ${nameOfDay(parisDayOf(knownAt), 'en')}, ${notYetKnown} of the facts known today were not recorded here yet. For what the documents of the time told: knownBy=documented.`,
          },
        },
      ]
