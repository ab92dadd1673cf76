import { roles } from '#domain/steps/roles.js'
import { kindOf } from '#domain/steps/catalogue/catalogue.js'
import type { AttributeClaim } from '#domain/steps/attribute.js'
import type { Labels } from '#domain/steps/labels.js'
import { nameOfDay } from '#domain/time/edtf-sentence.js'
import type { Language } from '#domain/time/wording.js'
import type { AdvisedStep } from './advised-step.js'

/** An advised step in a sentence: what, how often, with which figures, by when. `name` is that of a step on record. */
export const stepSentence = (step: AdvisedStep, name: Labels | undefined): Labels => ({
  fr: sentenceIn(step, name, 'fr'),
  en: sentenceIn(step, name, 'en'),
})

const verbs: Readonly<Record<AdvisedStep['purpose'], Labels>> = {
  take: { fr: 'Faire', en: 'Take this step' },
  announce: { fr: 'Annoncer', en: 'Announce' },
  support: { fr: 'Soutenir une étape d’un autre', en: 'Support a step of others' },
  confirm: { fr: 'Confirmer que c’est toujours vrai', en: 'Confirm that it still stands' },
  state: { fr: 'Dire ce qu’il en est', en: 'Tell how it is' },
  resume: { fr: 'Reprendre', en: 'Resume' },
  overcome: { fr: 'Surmonter', en: 'Overcome' },
}

const sentenceIn = (step: AdvisedStep, name: Labels | undefined, language: Language): string => {
  const [first] = step.facts
  const last = step.facts.at(-1) ?? first
  const french = language === 'fr'
  const times = step.times === 1 ? '' : french ? `, ${step.times} fois` : `, ${step.times} times`
  const what = (name ?? kindOf(step.kind).labels)[language]
  const role = step.purpose === 'take' || step.purpose === 'support' ? ` (${roles[step.role][language]})` : ''
  const figures = Object.entries(first.attributes ?? {}).map(([attribute, claim]) =>
    attributeIn(step, attribute, claim, language),
  )
  const days =
    first.on === last.on
      ? `${french ? 'au plus tard le' : 'by'} ${nameOfDay(last.on, language)}`
      : french
        ? `dès le ${nameOfDay(first.on, 'fr')}, et le confirmer le ${nameOfDay(last.on, 'fr')}`
        : `from ${nameOfDay(first.on, 'en')} on, and confirm it on ${nameOfDay(last.on, 'en')}`
  return `${verbs[step.purpose][language]}${times}${french ? ' :' : ':'} ${[`${what}${role}`, ...figures, days].join(', ')}.`
}

const attributeIn = (
  { kind }: AdvisedStep,
  attribute: string,
  claim: AttributeClaim,
  language: Language,
): string => {
  const declaration = kindOf(kind).attributes[attribute]
  const values = [claim].flat().map((value) => {
    if (typeof value === 'number') return value.toLocaleString(language)
    if (typeof value === 'boolean') return value ? { fr: 'oui', en: 'yes' }[language] : { fr: 'non', en: 'no' }[language]
    return declaration !== undefined && 'codes' in declaration
      ? (declaration.codes[String(value)]?.[language] ?? String(value))
      : String(value)
  })
  return `${declaration?.labels[language] ?? attribute}${language === 'fr' ? ' :' : ':'} ${values.join(', ')}`
}
