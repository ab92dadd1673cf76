import type { Answer } from '#domain/maturity/answer.js'
import { possiblyStands } from '#domain/maturity/evaluation/evaluate.js'
import type { Standing } from '#domain/maturity/evaluation/evidence.js'
import { eventsOf } from '#domain/maturity/reasons/proof.js'
import type { Trajectory } from '#domain/maturity/trajectory.js'
import { successionsOf } from '#domain/organisation/existence.js'
import { successionManners } from '#domain/organisation/profile-event.js'
import { isKindCode, kindOf } from '#domain/steps/catalogue/catalogue.js'
import { withCapital } from '#domain/kernel/first-letter.js'
import type { Labels } from '#domain/kernel/labels.js'
import { civilOfDay, type Day } from '#domain/time/day.js'
import { nameOfDay, sinceRange } from '#domain/time/edtf-sentence.js'
import type { DayRange } from '#domain/time/day-range.js'
import { contains } from '#domain/time/interval-set.js'
import type { AssessedOrganisation } from '#domain/trajectory/assess-organisation.js'
import { absenceSentences } from '#projections/asked/trajectory/nothing-observed.js'
import { endReasonCalled } from '#domain/steps/catalogue/shared-attributes.js'
import type { Situation } from './explanation.js'
import { subjectOf } from './leaf-sentence.js'
import { lastNewsBy, whenOfRange, type OnRecord } from './pieces.js'
import { explanationWords } from './explanation-words.js'

/** What is to be known before the details: that it ended or was succeeded, what closed and why, silence, or nothing at all. */
export const situationsOf = (
  { lineage, trajectory }: AssessedOrganisation,
  answer: Answer,
  period: Answer['period'],
  record: OnRecord,
): readonly Situation[] => {
  const closed = closures(record, answer.day)
  return [
    ...(period === 'ended' ? [endOf(trajectory, lineage.history)] : []),
    ...closed,
    ...(isSilent(answer) ? [silence(answer, record)] : []),
    ...absence(answer, closed.length > 0),
  ]
}

/** Everything that held is stale: of nothing is there recent news. */
const isSilent = ({ position: { summary, ranks } }: Answer): boolean =>
  summary.state === 'stale' && ranks.possible.length === 0

const endOf = ({ existence }: Trajectory, history: Parameters<typeof successionsOf>[0]): Situation => {
  const end = existence.ends
  const on = (language: 'fr' | 'en') => (end === undefined ? '' : nameOfDay(end, language))
  const successions = successionsOf(history).filter(({ from }) => from !== undefined)
  if (existence.endsBy !== 'succession') {
    return {
      code: 'ended',
      events: [],
      sentence: {
        fr: `L’organisation n’existe plus depuis le ${on('fr')} ; sa trajectoire s’arrête là, et ce n’est pas un recul.`,
        en: `The organisation has not existed since ${on('en')}; its trajectory stops there, which is no setback.`,
      },
    }
  }
  const names = [...new Set(successions.map(({ successor }) => successor))].join(', ')
  const manner = (language: 'fr' | 'en') =>
    [...new Set(successions.map((succession) => successionManners[succession.manner][language]))].join(', ')
  return {
    code: 'succeeded',
    events: successions.map(({ event }) => event),
    sentence: {
      fr: `Une autre organisation lui a succédé le ${on('fr')} (${manner('fr')}) : ${names}. Sa trajectoire s’y poursuit ; ce n’est ni un recul ni une fermeture.`,
      en: `Another organisation succeeded it on ${on('en')} (${manner('en')}): ${names}. Its trajectory goes on there; this is neither a setback nor a closure.`,
    },
  }
}

/** The last thing of each lasting kind that has surely ended, where nothing of the kind stands any more. */
const closures = (record: OnRecord, day: Day): readonly Situation[] => {
  const lasting = record.evidence.standings.filter(({ kind }) => isLasting(kind))
  const over = lasting.filter(
    ({ kind, end }) =>
      end !== undefined &&
      end.latest <= day &&
      !lasting.some((other) => other.kind === kind && contains(possiblyStands(other), day)),
  )
  return over
    .filter((one) => !over.some((other) => other.kind === one.kind && endDay(other) > endDay(one)))
    .map((one) => closure(one, record))
}

const endDay = ({ end }: Standing): Day | -1 => end?.latest ?? -1

/** An obstacle that is over is no closure. */
const isLasting = (kind: string): boolean =>
  isKindCode(kind) && kindOf(kind).shape === 'lasting' && kindOf(kind).family !== 'setback'

const closure = (standing: Standing, record: OnRecord): Situation => {
  const { end, reason } = standing
  const chosen = reason === 'chosen-dissolution'
  const told = (language: 'fr' | 'en'): string =>
    explanationWords[language]
      .ended(
        { subject: subjectOf(standing, record), aspect: 'whole', since: '', when: '' },
        end === undefined ? '' : whenOfRange(end, standing, record, language),
        'ended',
        reason === undefined ? undefined : (endReasonCalled(reason)?.[language] ?? reason),
      )
      .replace(/\.$/, '')
  return {
    code: chosen ? 'dissolved-by-choice' : 'closed',
    events: [...eventsOf(new Set([standing]), record.evidence)],
    sentence: chosen
      ? {
          fr: `${told('fr')} : c’est un choix, pas un échec.`,
          en: `${told('en')}: this was a choice, not a failure.`,
        }
      : reason === undefined
        ? {
            fr: `${told('fr')} ; la raison n’est pas consignée.`,
            en: `${told('en')}; the reason is not on record.`,
          }
        : {
            fr: `${told('fr')} : c’est un obstacle, le reste du parcours demeure.`,
            en: `${told('en')}: this is a setback, the rest of the way remains.`,
          },
  }
}

const silence = (answer: Answer, record: OnRecord): Situation => {
  const { day } = answer
  const last = [...record.evidence.occurrences, ...record.evidence.standings]
    .flatMap((piece) => lastNewsBy(piece, day) ?? [])
    .reduce<DayRange | undefined>(
      (latest, range) => (latest === undefined || range.latest > latest.latest ? range : latest),
      undefined,
    )
  const since = last === undefined || last.latest > day ? undefined : last
  const years = since === undefined ? 0 : wholeYears(since.latest, day)
  const long: Labels =
    years < 1
      ? { fr: '', en: '' }
      : {
          fr: `, soit ${years} an${years > 1 ? 's' : ''}`,
          en: `, for ${years} year${years > 1 ? 's' : ''}`,
        }
  return {
    code: 'silent',
    events: [],
    sentence: {
      fr: `Aucune nouvelle${since === undefined ? ' récente' : ` ${sinceRange(since, 'fr')}${long.fr}`} : on ne sait plus où elle en est. Le silence n’est pas un recul ; une confirmation suffirait.`,
      en: `No ${since === undefined ? 'recent news' : `news ${sinceRange(since, 'en')}${long.en}`}: where it stands is no longer known. Silence is no setback; a confirmation would do.`,
    },
  }
}

const wholeYears = (from: Day, to: Day): number => {
  const [a, b] = [civilOfDay(from), civilOfDay(to)]
  const before = b.month < a.month || (b.month === a.month && b.day < a.day)
  return b.year - a.year - (before ? 1 : 0)
}

const absence = ({ absence: why }: Answer, closed: boolean): readonly Situation[] => {
  if (why === undefined || (why === 'nothing-that-counts' && closed)) return []
  const { fr, en } = absenceSentences[why]
  if (why === 'nothing-on-record') {
    return [
      {
        code: 'never-observed',
        events: [],
        sentence: {
          fr: `${withCapital(fr).replace(/\.$/, '')} : rien n’a été observé, ce qui n’est pas un jugement.`,
          en: `${withCapital(en).replace(/\.$/, '')}: nothing was observed, which is no judgement.`,
        },
      },
    ]
  }
  return [{ code: why, events: [], sentence: { fr: withCapital(fr), en: withCapital(en) } }]
}
