import { z } from 'zod'
import type { Obstacle } from './obstacles.js'
import { kindOf } from '#domain/steps/catalogue/catalogue.js'
import { setbackNatures } from '#domain/steps/catalogue/shared-attributes.js'
import { type Labels, labelsOf, LabelsView } from '#domain/kernel/labels.js'
import type { StepOfOrganisation } from '#projections/kept/steps-taken/told-by-others.js'
import { stepOfOther, StepOfOther } from '#projections/asked/steps/step-of-other.js'
import { stepName } from '#projections/asked/trajectory/told-fact.js'

export const ObstacleView = z.strictObject({
  met: StepOfOther,
  nature: z.strictObject({ code: z.string(), labels: LabelsView }).nullable(),
  at: z.array(StepOfOther),
  /** What the record tells of it in free words, in the language in which it was written. */
  told: z.string().nullable(),
  /** The kinds of step at which it was met, by its steps or by its programme. */
  atKinds: z.array(z.string()),
  overcome: z.boolean(),
  /** How long it lasted, in months; `max` null where nobody says since when. Null while it stands. */
  months: z.strictObject({ min: z.int(), max: z.int().nullable() }).nullable(),
  led: z.array(StepOfOther),
  later: z.array(StepOfOther),
  /** «après 3 à 12 mois»; null where it stands, or where nobody says since when. */
  duration: LabelsView.nullable(),
  sentence: LabelsView,
})
export type ObstacleView = z.infer<typeof ObstacleView>

/** An obstacle with the sentences that tell it: what, at which step, how long, and how it went on. */
export const obstacleView = (obstacle: Obstacle): ObstacleView => {
  const { met, nature, at, atKinds, overcome, months, led, later } = obstacle
  const natureLabels = nature === undefined ? undefined : setbackNatures[nature]
  return {
    met: stepOfOther(met),
    nature:
      nature === undefined || natureLabels === undefined
        ? null
        : { code: nature, labels: labelsOf(natureLabels) },
    told: met.step.told ?? null,
    at: at.map(stepOfOther),
    atKinds: [...atKinds],
    overcome,
    months: months === undefined ? null : { min: months.min, max: months.max ?? null },
    led: led.map(stepOfOther),
    later: later.map(stepOfOther),
    duration: durationInWords(months),
    sentence: sentenceOfObstacle(obstacle),
  }
}

const sentenceOfObstacle = ({ met, nature, at, overcome, months, led, later }: Obstacle): Labels => {
  const what = nature === undefined ? kindOf('setback').labels : setbackNatures[nature]
  const title = met.step.title
  const [steps, sequel] = [namesOf(at), namesOf(led.length > 0 ? led : later)]
  const how: Labels = overcome
    ? { fr: `surmonté${durationOf(months, 'fr')}`, en: `overcome${durationOf(months, 'en')}` }
    : { fr: 'rien n’en dit la fin', en: 'nothing tells its end' }
  return {
    fr: `${met.organisation.name} : ${what.fr}${title === undefined ? '' : ` (« ${title} »)`}${steps === undefined ? '' : `, au cours de : ${steps.fr}`} ; ${how.fr}.${sequel === undefined ? '' : ` ${led.length > 0 ? 'Il en est sorti' : 'Est venu ensuite'} : ${sequel.fr}.`}`,
    en: `${met.organisation.name}: ${what.en}${title === undefined ? '' : ` (“${title}”)`}${steps === undefined ? '' : `, in the course of: ${steps.en}`}; ${how.en}.${sequel === undefined ? '' : ` ${led.length > 0 ? 'Out of it came' : 'Afterwards came'}: ${sequel.en}.`}`,
  }
}

const durationInWords = (months: Obstacle['months']): Labels | null => {
  const [fr, en] = [durationOf(months, 'fr').trim(), durationOf(months, 'en').trim()]
  return fr === '' ? null : { fr, en }
}

const namesOf = (steps: readonly StepOfOrganisation[]): Labels | undefined => {
  if (steps.length === 0) return undefined
  const names = steps.map(({ step }) => stepName(step.kind, step))
  return { fr: names.map(({ fr }) => fr).join(', '), en: names.map(({ en }) => en).join(', ') }
}

const durationOf = (months: Obstacle['months'], language: 'fr' | 'en'): string => {
  if (months === undefined) return ''
  const { min, max } = months
  const unit = language === 'fr' ? 'mois' : 'months'
  const one = language === 'fr' ? 'un mois' : 'a month'
  if (max === undefined)
    return min === 0
      ? ''
      : language === 'fr'
        ? ` après ${min} ${unit} au moins`
        : ` after ${min} ${unit} at least`
  if (max <= 1) return language === 'fr' ? ` en ${one} au plus` : ` within ${one} at most`
  if (min === 0) return language === 'fr' ? ` en ${max} ${unit} au plus` : ` within ${max} ${unit} at most`
  return language === 'fr'
    ? min === max
      ? ` après ${min} ${unit}`
      : ` après ${min} à ${max} ${unit}`
    : min === max
      ? ` after ${min} ${unit}`
      : ` after ${min} to ${max} ${unit}`
}
