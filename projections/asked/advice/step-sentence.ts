import { meansOfKind, type Means } from '#domain/programmes/means.js'
import { roles } from '#domain/steps/roles.js'
import { kindOf } from '#domain/steps/catalogue/catalogue.js'
import type { AttributeClaim } from '#domain/steps/declaring/attribute.js'
import type { Labels, Language } from '#domain/kernel/labels.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import type { Day } from '#domain/time/day.js'
import { nameOfDay } from '#domain/time/edtf-sentence.js'
import type { AdvisedStep } from './advised-step.js'
import { numberName } from '#domain/kernel/number-name.js'

/**
 * An advised step in a sentence: what, how often, with which figures, by when. `name` is that of a step on record. What
 * takes effect at once has no deadline: the asked day itself is none.
 */
export const stepSentence = (step: AdvisedStep, name: Labels | undefined, asked: Day): Labels => ({
  fr: sentenceIn(step, name, asked, 'fr'),
  en: sentenceIn(step, name, asked, 'en'),
})

const verbOf = ({ purpose, facts: [{ stage }] }: AdvisedStep): Labels =>
  purpose === 'take' ? (takings[stage] ?? { fr: 'Faire', en: 'Hold' }) : verbs[purpose]

/** How a step is taken depends on where its life is to be. */
const takings: Readonly<Partial<Record<FactStage, Labels>>> = {
  started: { fr: 'Démarrer', en: 'Start' },
  completed: { fr: 'Mener à son terme', en: 'Complete' },
  begun: { fr: 'Établir', en: 'Establish' },
}

const verbs: Readonly<Record<Exclude<AdvisedStep['purpose'], 'take'>, Labels>> = {
  announce: { fr: 'Annoncer', en: 'Announce' },
  support: { fr: 'Soutenir une étape d’un autre', en: 'Support a step of others' },
  confirm: { fr: 'Confirmer, si c’est toujours vrai', en: 'Confirm, if it still stands' },
  state: {
    fr: 'Faire évoluer, ou préciser si c’est déjà le cas',
    en: 'Develop, or tell if it is so already',
  },
  resume: { fr: 'Reprendre', en: 'Resume' },
  overcome: { fr: 'Surmonter', en: 'Overcome' },
}

const sentenceIn = (step: AdvisedStep, name: Labels | undefined, asked: Day, language: Language): string => {
  const [first] = step.facts
  const last = step.facts.at(-1) ?? first
  const french = language === 'fr'
  const times = step.times === 1 ? '' : french ? `, ${step.times} fois` : `, ${step.times} times`
  const what = (name ?? kindOf(step.kind).labels)[language]
  const role = step.purpose === 'take' || step.purpose === 'support' ? ` (${roles[step.role][language]})` : ''
  const figures = Object.entries(first.attributes ?? {}).map(([attribute, claim]) =>
    attributeIn(step, attribute, claim, language),
  )
  const days = daysIn(first.on, last.on, asked)
  return `${verbOf(step)[language]}${times}${french ? ' :' : ':'} ${[`${what}${role}`, ...figures, ...days.map((one) => one[language])].join(', ')}${meansIn(step, language)}.`
}

const daysIn = (first: Day, last: Day, asked: Day): readonly Labels[] => {
  const [from, to] = [nameOf(first), nameOf(last)]
  if (first === last) {
    return last <= asked ? [] : [{ fr: `au plus tard le ${to.fr}`, en: `by ${to.en}` }]
  }
  return [
    first <= asked
      ? { fr: 'dès maintenant', en: 'from now on' }
      : { fr: `dès le ${from.fr}`, en: `from ${from.en} on` },
    { fr: `et le confirmer le ${to.fr}`, en: `and confirm it on ${to.en}` },
  ]
}

const nameOf = (day: Day): Labels => ({ fr: nameOfDay(day, 'fr'), en: nameOfDay(day, 'en') })

const efforts = {
  light: { fr: 'demande peu', en: 'asks little' },
  moderate: { fr: 'demande un effort moyen', en: 'asks a moderate effort' },
  heavy: { fr: 'demande beaucoup', en: 'asks much' },
} as const satisfies Record<Means['effort'], Labels>

/** What it asks, for what is really to be done: news of what stands ask nothing. */
const meansIn = ({ purpose, kind }: AdvisedStep, language: Language): string => {
  if (purpose !== 'take' && purpose !== 'support') return ''
  const { effort, collective, ofOwnWill } = meansOfKind(kind)
  const french = language === 'fr'
  const notes = [
    efforts[effort][language],
    ...(collective ? [french ? 'se fait à plusieurs' : 'is done with others'] : []),
    ...(ofOwnWill ? [] : [french ? 'ne se décide pas seul' : 'cannot be decided alone']),
  ]
  return ` (${notes.join(', ')})`
}

const attributeIn = (
  { kind }: AdvisedStep,
  attribute: string,
  claim: AttributeClaim,
  language: Language,
): string => {
  const declaration = kindOf(kind).attributes[attribute]
  const values = [claim].flat().map((value) => {
    if (typeof value === 'number') return numberName(value, language)
    if (typeof value === 'boolean')
      return value ? { fr: 'oui', en: 'yes' }[language] : { fr: 'non', en: 'no' }[language]
    return declaration !== undefined && 'codes' in declaration
      ? (declaration.codes[value]?.[language] ?? value)
      : value
  })
  return `${declaration?.labels[language] ?? attribute}${language === 'fr' ? ' :' : ':'} ${values.join(', ')}`
}
