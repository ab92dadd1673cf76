import { z } from 'zod'
import { present } from '#domain/absence/present.js'
import { OrganisationId } from '#domain/identifiers/identifiers.js'
import type { Position, Revision } from '#domain/ports/event-log.js'
import { dayOfIso, type Day } from '#domain/time/day.js'
import { instantAtEndOf } from '#domain/time/paris-day.js'
import type { Question } from '#projections/trajectory/question.js'

export const OrganisationParameters = z.strictObject({ id: OrganisationId })

const IsoDay = z.iso.date().describe('jour civil, par exemple 2015-11-26')

/** The moment of knowledge: a day counts until its end in Paris. */
const Moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })])

/** What may be asked of a trajectory, in an address. */
export const TrajectoryQuery = z.strictObject({
  asOf: IsoDay.optional().describe('ce qui était vrai ce jour-là ; aujourd’hui par défaut'),
  knownAt: Moment.optional().describe(
    'ce qui était connu à ce moment (un jour compte jusqu’à sa fin, à Paris)',
  ),
  knownBy: z
    .enum(['recorded', 'documented'])
    .optional()
    .describe('recorded : enregistré ici (par défaut) ; documented : dit par les documents de l’époque'),
  model: z.string().max(100).optional().describe('premier-modele, premier-modele@1 ou l’empreinte du modèle'),
  horizon: IsoDay.optional().describe('jusqu’où montrer ; dix ans après asOf par défaut'),
})

/** The question that an address asks; what it leaves open is filled in by the use case. */
export const questionOfQuery = ({
  asOf,
  knownAt,
  knownBy,
  horizon,
}: z.infer<typeof TrajectoryQuery>): Partial<Question> =>
  present({
    asOf: asOf === undefined ? undefined : validated(asOf),
    knownAt: knownAt === undefined ? undefined : momentOf(knownAt),
    knownBy,
    horizon: horizon === undefined ? undefined : validated(horizon),
  })

const momentOf = (text: string): number => {
  const day = dayOfIso(text)
  return day === undefined ? Date.parse(text) : instantAtEndOf(day)
}

const validated = (text: string): Day => {
  const day = dayOfIso(text)
  if (day === undefined) throw new TypeError(`not a day, though its schema let it pass: ${text}`)
  return day
}

/** Where the log has to have been read up to: the `position` that a write answered. */
export const AfterPosition = z.coerce
  .number()
  .int()
  .nonnegative()
  .transform((position) => position as Position) // the brand of a number that the schema has checked
  .optional()
  .describe('attendre que la liste ait vu cette position du journal')

/** An ETag names the revision of the organisation's stream. */
export const etagOf = (revision: Revision | 'none'): string => `"${revision}"`

export const revisionOfEtag = (etag: string): Revision | 'none' | undefined => {
  const quoted = /^"(none|\d{1,15})"$/.exec(etag.trim())?.[1]
  if (quoted === undefined) return undefined
  return quoted === 'none' ? 'none' : (Number(quoted) as Revision) // digits only
}
