import { kindOf, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import { bare, of } from '#domain/kernel/french/noun.js'
import { withCapital, withSmallLetter } from '#domain/kernel/first-letter.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { DayRange } from '#domain/time/day-range.js'
import { imprecise } from '#domain/time/edtf.js'
import { sentenceOf, sentenceOfRange } from '#domain/time/edtf-sentence.js'
import { participleOf } from '#domain/steps/participles.js'
import { stepName } from '#projections/asked/trajectory/told-fact.js'
import type { PositionStanding } from '#projections/asked/trajectory/trajectory-view.js'
import type { OpenStep } from '#projections/kept/open-steps/open-steps.js'

/** What to say of one call: why it is made, what to ask, and what the answer would settle. */
export interface CallSentences {
  readonly why: Labels
  readonly ask: Labels
  readonly settles: Labels
}

/** A step to ask about, as one would name it, with the last that was heard of it. */
export interface AskedAbout {
  readonly told: Labels
  /** Whom it was inherited from, by name. */
  readonly heritage?: string
  readonly heard?: DayRange
}

const said = (fr: (language: 'fr') => string, en: (language: 'en') => string): Labels => ({
  fr: fr('fr'),
  en: en('en'),
})

/** Of what was announced, or was to end, and is past its day. `heritage`: whose it was, where a successor is asked. */
export const openStepSentences = (step: OpenStep, heritage: string | undefined): CallSentences =>
  step.waits === 'for-beginning' ? planSentences(step, heritage) : endSentences(step, heritage)

const planSentences = (step: OpenStep, heritage: string | undefined): CallSentences => {
  const { elle, e } = agreement(step.kind)
  const name = opened(step, 'planned', heritage)
  const { expected } = step
  const [fr, en] = [
    expected === undefined ? ', sans date' : `, attendu${e} ${sentenceOf(imprecise(expected), 'fr')}`,
    expected === undefined ? ', without a date' : `, expected ${sentenceOf(imprecise(expected), 'en')}`,
  ]
  return {
    why: {
      fr: `${name.fr}${fr} : rien ne dit ce qu’${elle} est devenu${e}.`,
      en: `${name.en}${en}: nothing tells what became of it.`,
    },
    ask: {
      fr: `S’est-${elle} fait${e}, et quand ? Est-${elle} reporté${e}, ou abandonné${e} ?`,
      en: 'Did it happen, and when? Was it put off, or dropped?',
    },
    settles: {
      fr: `Fait${e}, ${elle} comptera à sa vraie date ; abandonné${e}, ${elle} ne sera plus attendu${e}.`,
      en: 'Done, it will count from its true date; dropped, it will no longer be expected.',
    },
  }
}

const endSentences = (step: OpenStep, heritage: string | undefined): CallSentences => {
  const { elle, e, sIl } = agreement(step.kind)
  const lasting = kindOf(step.kind).shape === 'lasting'
  const name = opened(step, lasting ? 'begun' : 'started', heritage)
  const when = (language: 'fr' | 'en'): string =>
    step.expected === undefined ? '' : ` ${sentenceOf(imprecise(step.expected), language)}`
  return {
    why: {
      fr: `${name.fr}, dont la fin était attendue${when('fr')} : rien ne dit ${sIl} ${lasting ? 'a pris fin' : `est achevé${e}`}.`,
      en: `${name.en}, of which the end was expected${when('en')}: nothing tells whether it ${lasting ? 'has ended' : 'is completed'}.`,
    },
    ask: {
      fr: `${lasting ? `A-t-${elle} pris fin` : `Est-${elle} achevé${e}`}, et quand ? Sinon, est-ce toujours vrai qu’${elle} dure ?`,
      en: `${lasting ? 'Has it ended' : 'Is it completed'}, and when? If not, is it still true that it goes on?`,
    },
    settles: {
      fr: `Sa fin sera datée ; ${sIl} dure encore, ce sera une nouvelle de plus.`,
      en: 'Its end will be dated; if it still goes on, that will be news of it.',
    },
  }
}

const opened = (
  step: OpenStep,
  stage: 'planned' | 'begun' | 'started',
  heritage: string | undefined,
): Labels => {
  const name = stepName(step.kind, step.title === undefined ? {} : { title: step.title })
  const participle = participleOf(kindOf(step.kind), stage)
  const from = (language: 'fr' | 'en'): string =>
    heritage === undefined ? '' : ` (${notes[language].from(heritage)})`
  return said(
    (fr) => `${withCapital(name.fr)}${from(fr)}, ${participle.fr} ${sentenceOfRange(step.since, fr)}`,
    (en) => `${withCapital(name.en)}${from(en)}, ${participle.en} ${sentenceOfRange(step.since, en)}`,
  )
}

/** What to ask where a position is, or will be, to be confirmed. */
export const questionsAbout = (asked: {
  readonly standing: readonly AskedAbout[]
  readonly happened: readonly AskedAbout[]
  readonly contrary: readonly AskedAbout[]
}): Labels => {
  const last = asked.happened[0] && withNews(asked.happened[0])
  const [standing, contrary] = [asked.standing.map(withNews), asked.contrary.map(withNews)]
  return said(
    (fr) =>
      [
        ...listed(standing, fr, (list) => `Est-ce toujours vrai : ${list} ?`),
        ...listed(contrary, fr, (list) => `Est-ce surmonté : ${list} ?`),
        ...(last === undefined ? [] : [`Qu’y a-t-il eu depuis : ${last.fr} ?`]),
      ].join(' '),
    (en) =>
      [
        ...listed(standing, en, (list) => `Is it still true: ${list}?`),
        ...listed(contrary, en, (list) => `Is it overcome: ${list}?`),
        ...(last === undefined ? [] : [`What has there been since: ${last.en}?`]),
      ].join(' '),
  )
}

const listed = (
  all: readonly Labels[],
  language: 'fr' | 'en',
  sentence: (list: string) => string,
): readonly string[] =>
  all.length === 0 ? [] : [sentence(all.map((one) => one[language]).join(language === 'fr' ? ' ; ' : '; '))]

const withNews = ({ told, heritage, heard }: AskedAbout): Labels => {
  const besides = (language: 'fr' | 'en'): string => {
    const { from, news } = notes[language]
    const all = [
      ...(heritage === undefined ? [] : [from(heritage)]),
      ...(heard === undefined ? [] : [`${news} ${sentenceOfRange(heard, language)}`]),
    ]
    return all.length === 0 ? '' : ` (${all.join(', ')})`
  }
  return { fr: told.fr + besides('fr'), en: told.en + besides('en') }
}

const notes = {
  fr: { from: (name: string) => `héritage ${of(bare(name))}`, news: 'dernière nouvelle' },
  en: { from: (name: string) => `inherited from ${name}`, news: 'last heard of' },
} as const

/** What confirming all that can be confirmed would give: `after`, the position then. */
export const ifConfirmed = ({ state, sentence, surely, position }: PositionStanding): Labels => {
  if (state === 'held' || state === 'possible') {
    return {
      fr: `Si tout est confirmé : ${withSmallLetter(sentence.fr)}`,
      en: `If all is confirmed: ${withSmallLetter(sentence.en)}`,
    }
  }
  const [sure, asked] = [surely?.labels, position?.labels]
  return {
    fr: `${sure === undefined ? 'Confirmer ne suffira pas' : `Si tout est confirmé, à coup sûr « ${sure.fr} »`} ; pour ${asked === undefined ? 'le reste' : `« ${asked.fr} »`}, dire aussi ce qui s’est fait depuis.`,
    en: `${sure === undefined ? 'To confirm will not be enough' : `If all is confirmed, “${sure.en}” for certain`}; for ${asked === undefined ? 'the rest' : `“${asked.en}”`}, tell as well what was done since.`,
  }
}

/** Where nothing stands that could be confirmed: only something newer helps. */
export const ifSomethingNewer = (position: Labels): Labels => ({
  fr: `Une étape plus récente dira si « ${position.fr} » vaut toujours.`,
  en: `A more recent step will tell whether “${position.en}” still holds.`,
})

/** What is missing, as the explanation says it, and what it would settle. */
export const missingSentences = (
  missing: readonly Labels[],
  position: Labels,
): Pick<CallSentences, 'ask' | 'settles'> => ({
  ask:
    missing.length === 0
      ? {
          fr: 'À demander : les dates exactes des étapes sur lesquelles la réponse repose.',
          en: 'To ask: the exact dates of the steps on which the answer rests.',
        }
      : {
          fr: `À demander : ${missing.map(({ fr }) => fr).join(' ; ')}.`,
          en: `To ask: ${missing.map(({ en }) => en).join('; ')}.`,
        },
  settles: {
    fr: `La réponse dira si « ${position.fr} » est sûr, ou ne l’est pas.`,
    en: `The answer will tell whether “${position.en}” is sure, or is not.`,
  },
})

/** Pronoun and ending that agree with the noun of a kind. */
const agreement = (kind: KindCode) =>
  kindOf(kind).gender === 'f'
    ? ({ elle: 'elle', e: 'e', sIl: 'si elle' } as const)
    : ({ elle: 'il', e: '', sIl: 's’il' } as const)
