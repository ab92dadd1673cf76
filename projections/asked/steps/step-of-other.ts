import { z } from 'zod'
import { labelsOf, LabelsView } from '#domain/kernel/labels.js'
import { isoOfDay } from '#domain/time/day.js'
import { sentenceOfRange } from '#domain/time/edtf-sentence.js'
import { stepName } from '#projections/asked/trajectory/told-fact.js'
import { firstDays } from '#projections/kept/steps-taken/steps-taken-row.js'
import type { StepOfOrganisation } from '#projections/kept/steps-taken/told-by-others.js'

const Range = z.strictObject({ earliest: z.iso.date(), latest: z.iso.date() })

/** A step of some organisation, in a line. */
export const StepOfOther = z.strictObject({
  organisation: z.strictObject({ id: z.string(), name: z.string(), kind: z.string() }),
  stepId: z.string(),
  kind: z.string(),
  name: LabelsView,
  programme: z.string().optional(),
  /** The days on which it began, or happened. */
  when: Range.nullable(),
  /** What and when, without whose it is. */
  brief: LabelsView,
  sentence: LabelsView,
  source: z.string().optional(),
})
export type StepOfOther = z.infer<typeof StepOfOther>

/** A step in a line: «Région Bourgogne : Transfo « … », en juillet 2011». */
export const stepOfOther = ({ organisation, step }: StepOfOrganisation): StepOfOther => {
  const when = firstDays(step)
  const name = stepName(step.kind, step)
  const said = (language: 'fr' | 'en') =>
    name[language] + (when === undefined ? '' : `, ${sentenceOfRange(when, language)}`)
  const brief = { fr: said('fr'), en: said('en') }
  return {
    organisation: { id: organisation.id, name: organisation.name, kind: organisation.kind },
    stepId: step.stepId,
    kind: step.kind,
    name: labelsOf(name),
    ...(step.programme === undefined ? {} : { programme: step.programme }),
    when: when === undefined ? null : { earliest: isoOfDay(when.earliest), latest: isoOfDay(when.latest) },
    brief,
    sentence: {
      fr: `${organisation.name} : ${brief.fr}`,
      en: `${organisation.name}: ${brief.en}`,
    },
    ...(step.source === undefined ? {} : { source: step.source }),
  }
}
