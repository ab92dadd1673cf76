import { z } from 'zod'
import { FIRST_YEAR, LAST_YEAR } from '#domain/time/calendar-unit.js'

/** A whole number in an address or on a command line, both bounds included; the fault says what to write. */
export const wholeNumberAsked = (
  least: number,
  most: number,
  error = `un nombre entier de ${least} à ${most} attendu`,
) => z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error })

/** A calendar year of which something may be on record. */
export const YearAsked = wholeNumberAsked(FIRST_YEAR, LAST_YEAR, 'une année attendue, par exemple 2016')
