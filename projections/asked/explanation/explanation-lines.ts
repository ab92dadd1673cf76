import { withCapital } from '#domain/kernel/first-letter.js'
import { dayOfIso } from '#domain/time/day.js'
import { sentenceOfDay } from '#domain/time/edtf-sentence.js'
import type { Labels, Language } from '#domain/kernel/labels.js'
import type { Explanation } from './explanation.js'

const titles = {
  position: { fr: 'Position', en: 'Position' },
  next: { fr: 'Ensuite', en: 'Next' },
  ahead: { fr: 'Si rien ne se passe', en: 'If nothing happens' },
} as const satisfies Readonly<Record<string, Labels>>

/** The explanation as it is read aloud: one paragraph a line. `dimension`: only that one, by its code. */
export const explanationLines = (
  { organisation, explained, model, situations, position, dimensions, warnings }: Explanation,
  language: Language,
  dimension?: string,
): readonly string[] => {
  const shown = dimensions.filter(({ dimension: { code } }) => dimension === undefined || code === dimension)
  const ahead = warnings.filter((warning) => dimension === undefined || warning.dimension === dimension)
  const said = (label: string, sentence: Labels, next: Labels | undefined): readonly string[] => [
    '',
    withCapital(label),
    `  ${sentence[language]}`,
    ...(next === undefined ? [] : [`  ${titles.next[language]} — ${next[language]}`]),
  ]
  return [
    `${organisation.name}, ${spokenDay(explained, language)} (${model.labels[language]})`,
    ...situations.map(({ sentence }) => sentence[language]),
    ...(dimension === undefined ? said(titles.position[language], position.sentence, position.next) : []),
    ...shown.flatMap((one) => said(one.dimension.labels[language], one.sentence, one.next)),
    ...(ahead.length === 0 ? [] : ['', titles.ahead[language]]),
    ...ahead.map(({ sentence }) => `  ${sentence[language]}`),
  ]
}

const spokenDay = (iso: string, language: Language): string => {
  const day = dayOfIso(iso)
  return day === undefined ? iso : sentenceOfDay(day, language)
}
