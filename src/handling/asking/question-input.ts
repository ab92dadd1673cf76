import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { FIRST_YEAR, LAST_YEAR } from '#domain/time/calendar-unit.js'
import { dayOfIso, type Day, instantAtEndOf } from '#domain/time/day.js'
import type { Question } from '#domain/trajectory/question.js'
import type { AskedTrajectory } from './answer-trajectory.js'

/** Every fact lies in these years, and every answer can be written within four digits. */
const [FIRST, LAST] = [`${FIRST_YEAR}-01-01`, `${LAST_YEAR}-12-31`]
const isInRange = (text: string): boolean => text.slice(0, 10) >= FIRST && text.slice(0, 10) <= LAST
const outOfRange = `entre ${FIRST} et ${LAST}`

const IsoDay = z.iso
  .date({ error: 'un jour civil attendu, par exemple 2015-11-26', abort: true })
  .refine(isInRange, { error: outOfRange })

/** What may be asked of a trajectory, in an address or on a command line. */
export const TrajectoryQuery = z.strictObject({
  asOf: IsoDay.optional().describe('ce qui était vrai ce jour-là ; aujourd’hui par défaut'),
  /** A day counts until its end in Paris. */
  knownAt: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], {
      error: 'un jour (2015-11-26) ou un instant (2015-11-26T12:00:00Z) attendu',
    })
    .refine(isInRange, { error: outOfRange })
    .optional()
    .describe('ce qui était connu à ce moment (un jour compte jusqu’à sa fin, à Paris)'),
  knownBy: z
    .enum(['recorded', 'documented'])
    .optional()
    .describe('recorded : enregistré ici (par défaut) ; documented : dit par les documents de l’époque'),
  model: z.string().max(100).optional().describe('premier-modele, premier-modele@1 ou l’empreinte du modèle'),
  horizon: IsoDay.optional().describe('jusqu’où montrer ; dix ans après asOf par défaut'),
})

type Asked = Omit<z.infer<typeof TrajectoryQuery>, 'model'>

/** The question that was typed; what it leaves open is filled in by the use case. */
export const questionOfText = ({ asOf, knownAt, knownBy, horizon }: Asked): Partial<Question> =>
  present({
    asOf: asOf === undefined ? undefined : dayTyped(asOf),
    knownAt: knownAt === undefined ? undefined : momentTyped(knownAt),
    knownBy,
    horizon: horizon === undefined ? undefined : dayTyped(horizon),
  })

/** The same with the model that was named. */
export const askedOfText = ({ model, ...question }: z.infer<typeof TrajectoryQuery>): AskedTrajectory =>
  present({ ...questionOfText(question), model })

const momentTyped = (text: string): number => {
  const day = dayOfIso(text)
  return day === undefined ? Date.parse(text) : instantAtEndOf(day)
}

const dayTyped = (text: string): Day => {
  const day = dayOfIso(text)
  if (day === undefined) throw new TypeError(`not a day, though its schema let it pass: ${text}`)
  return day
}
