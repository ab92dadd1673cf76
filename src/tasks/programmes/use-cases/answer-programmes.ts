import { z } from 'zod'
import { YearAsked } from '#src/handling/asking/asked-numbers.js'
import { present } from '#domain/kernel/present.js'
import { civilOfDay, parisDayOf } from '#domain/time/day.js'
import type { Viewer } from '#domain/access/viewer.js'
import type { Clock } from '#domain/ports/clock.js'
import type { EventLog } from '#domain/ports/event-log.js'
import { describeProgramme, listProgrammes } from '#projections/asked/programmes/describe-programmes.js'
import type { ProgrammeSummary, ProgrammeView } from '#projections/asked/programmes/programme-view.js'
import type { ProgrammesTaken } from '#projections/kept/programmes/programmes.js'
import { countsByYear, type CountsByYear } from '#projections/asked/programmes/year-counts.js'
import type { ProjectionReader } from '#src/handling/reading/projection-reader.js'

export interface ProgrammesReading {
  readonly viewer: Viewer
  readonly log: Pick<EventLog, 'head'>
  readonly clock: Clock
  readonly programmes: ProjectionReader<ProgrammesTaken>
}

/** As many years as one table shows. */
const MOST_YEARS = 100

/** Which years are asked for, both included. */
export const YearsQuery = z
  .strictObject({
    from: YearAsked.optional().describe('première année ; par défaut celle du premier fait'),
    to: YearAsked.optional().describe('dernière année ; par défaut celle du dernier fait'),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    message: 'la dernière année ne peut précéder la première',
  })
  .refine(({ from, to }) => from === undefined || to === undefined || to - from < MOST_YEARS, {
    path: ['to'],
    message: `cent années au plus : rapprocher les deux bornes`,
  })
export type YearsQuery = z.infer<typeof YearsQuery>

interface NotSeenYet {
  readonly outcome: 'not-seen-yet'
}

/** All programmes, with how many took part in each. */
export const answerProgrammes = async (
  reading: ProgrammesReading,
): Promise<
  { readonly outcome: 'answered'; readonly programmes: readonly ProgrammeSummary[] } | NotSeenYet
> => {
  const taken = await seen(reading)
  return taken === undefined
    ? { outcome: 'not-seen-yet' }
    : { outcome: 'answered', programmes: listProgrammes(taken) }
}

/** One programme by its code: who took part in each edition, and what came out of it. */
export const answerProgramme = async (
  reading: ProgrammesReading,
  code: string,
): Promise<
  | { readonly outcome: 'answered'; readonly programme: ProgrammeView }
  | { readonly outcome: 'programme-unknown' }
  | NotSeenYet
> => {
  const taken = await seen(reading)
  if (taken === undefined) return { outcome: 'not-seen-yet' }
  const programme = describeProgramme(taken, code)
  return programme === undefined ? { outcome: 'programme-unknown' } : { outcome: 'answered', programme }
}

/** How many took part in what, by year. */
export const answerYearCounts = async (
  reading: ProgrammesReading,
  asked: YearsQuery = {},
): Promise<{ readonly outcome: 'answered'; readonly counts: CountsByYear } | NotSeenYet> => {
  const taken = await seen(reading)
  if (taken === undefined) return { outcome: 'not-seen-yet' }
  const thisYear = civilOfDay(parisDayOf(reading.clock())).year
  return { outcome: 'answered', counts: countsByYear(taken, present(asked), thisYear) }
}

const seen = async ({ log, programmes }: ProgrammesReading): Promise<ProgrammesTaken | undefined> =>
  (await programmes.hasSeen(await log.head())) ? programmes.index() : undefined
