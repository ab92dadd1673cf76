import { present } from '#domain/kernel/present.js'
import { kindOf } from '#domain/steps/catalogue/catalogue.js'
import { type Labels, labelsOf, type Language } from '#domain/kernel/labels.js'
import { participleOf } from '#domain/steps/participles.js'
import { roles } from '#domain/steps/roles.js'
import { isoOfDay } from '#domain/time/day.js'
import { sentenceOf } from '#domain/time/edtf-sentence.js'
import { imprecise } from '#domain/time/edtf.js'
import { stepName, whenTold } from '#projections/asked/trajectory/told-fact.js'
import { costInWords, quantityInWords } from './edition-words.js'
import type { PartOfOrganisation } from './parts-in-programme.js'
import type { ClaimView, PartView } from './programme-view.js'
import {
  firstDaysOf,
  type ProgrammePart,
  type ToldStage,
} from '#projections/kept/programmes/programmes-row.js'

/** A part as it is shown: whose, what, in which role, when and with what outcome. */
export const partView = ({ organisation, part }: PartOfOrganisation): PartView => {
  const when = firstDaysOf(part)
  const name = stepName(part.kind, part)
  return {
    organisation,
    ...present({ jointId: part.jointId, site: part.site }),
    stepId: part.stepId,
    kind: { code: part.kind, labels: labelsOf(kindOf(part.kind).labels) },
    name: labelsOf(name),
    role: { code: part.role, labels: labelsOf(roles[part.role]) },
    outcome: part.outcome,
    when: when === undefined ? null : { earliest: isoOfDay(when.earliest), latest: isoOfDay(when.latest) },
    story: { fr: storyOf(part, part.stages, 'fr'), en: storyOf(part, part.stages, 'en') },
    sources: [...new Set(part.stages.flatMap(({ source }) => source ?? []))],
  }
}

/** What some facts of a part claim of a whole programme; undefined where there is none of them. */
export const claimView = (
  { organisation, part }: PartOfOrganisation,
  stages: readonly ToldStage[],
): ClaimView | undefined => {
  if (stages.length === 0) return undefined
  const title = stages.find((stage) => stage.title !== undefined)?.title ?? part.title
  const name = stepName(part.kind, present({ title }))
  const words = stages.flatMap((stage) => stage.words ?? [])
  return {
    organisation,
    stepId: part.stepId,
    name: labelsOf(name),
    story: {
      fr: storyOf(part, stages, 'fr', { tail: false }),
      en: storyOf(part, stages, 'en', { tail: false }),
    },
    figures: stages.flatMap((stage) => figuresInWords(part, stage)),
    words: words.length === 0 ? null : words.join(' ; '),
    source: stages.findLast(({ source }) => source !== undefined)?.source ?? null,
  }
}

/** «annoncée le 26 novembre 2015, attendue en 2016 ; commencée en juin 2016 ; rien n’en dit la fin». */
const storyOf = (
  part: ProgrammePart,
  stages: readonly ToldStage[],
  language: Language,
  { tail = true } = {},
): string =>
  [
    ...new Set([
      ...stages.map((stage) => stageInWords(part, stage, language)),
      ...(tail ? (openEnds[part.outcome]?.[language] ?? []) : []),
    ]),
  ].join(language === 'fr' ? ' ; ' : '; ')

const openEnds: Partial<
  Readonly<Record<ProgrammePart['outcome'], Readonly<Record<Language, readonly string[]>>>>
> = {
  announced: { fr: ['rien n’en dit la suite'], en: ['nothing tells what became of it'] },
  open: { fr: ['rien n’en dit la fin'], en: ['nothing tells its end'] },
}

const stageInWords = ({ kind: code }: ProgrammePart, stage: ToldStage, language: Language): string => {
  const kind = kindOf(code)
  const told = `${participleOf(kind, stage.stage)[language]} ${whenTold(stage, stage.range, language)}`
  if (stage.expected === undefined) return told
  const expected = sentenceOf(imprecise(stage.expected), language)
  const awaited: Labels =
    stage.stage === 'planned'
      ? { fr: kind.gender === 'f' ? 'attendue' : 'attendu', en: 'expected' }
      : { fr: 'fin attendue', en: 'its end expected' }
  return `${told}, ${awaited[language]} ${expected}`
}

const figuresInWords = ({ kind }: ProgrammePart, { figures, cost }: ToldStage): readonly Labels[] => {
  const { attributes } = kindOf(kind)
  return [
    ...Object.entries(figures).map(([name, claim]) => {
      const declared = attributes[name]
      const counted = declared?.type === 'quantity' && declared.counted === true
      const said = (language: Language): string => {
        const label = declared?.labels[language] ?? name
        const value = quantityInWords(claim, language)
        return counted ? `${value} ${label}` : `${label}${language === 'fr' ? ' :' : ':'} ${value}`
      }
      return { fr: said('fr'), en: said('en') }
    }),
    ...(cost === undefined ? [] : [{ fr: costInWords(cost, 'fr'), en: costInWords(cost, 'en') }]),
  ]
}
