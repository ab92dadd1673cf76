import type { CalendarUnit } from './calendar-unit.js'
import type { Duration } from './day.js'
import type { Mark } from './edtf.js'

/** How much of a date is said, when the date after it says the rest: «de mars à juin 2011», «du 3 au 15 mars 2012». */
export type Detail = 'full' | 'yearless' | 'day-of-month'

/** A date inside a longer sentence. */
export interface Mention {
  readonly unit: CalendarUnit
  readonly mark?: Mark
  readonly detail: Detail
}

/** Everything that a language has to say about time. Each entry shows its French. */
export interface Wording {
  /** «en mars 2012», «le 15 mars 2012», «au printemps 2012» */
  readonly at: (unit: CalendarUnit) => string
  /** «vers mars 2012» */
  readonly around: (unit: CalendarUnit) => string
  /** «peut-être en 2012» */
  readonly perhaps: (sentence: string) => string
  /** «de juillet 2011 à mars 2013» */
  readonly period: (begin: Mention, end: Mention) => string
  /** «début et fin en 2012» */
  readonly periodWithin: (sentence: string) => string
  /** «depuis 2018» */
  readonly since: (begin: Mention) => string
  /** «depuis le 3 mars 2012 au plus tard» */
  readonly sinceAtTheLatest: (begin: Mention) => string
  /** «à partir de 2018, fin inconnue» */
  readonly endUnknown: (begin: Mention) => string
  /** «entre 2009 et avril 2010» */
  readonly between: (begin: Mention, end: Mention) => string
  /** «en 2018 ou plus tard» */
  readonly orLater: (sentence: string) => string
  /** «avant le 27 novembre 2015» */
  readonly before: (unit: CalendarUnit) => string
  /** «au plus tard vers 2015» */
  readonly atTheLatest: (sentence: string) => string
  /** «quel jour de 2014», «quel jour du printemps 2012» */
  readonly whichDay: (unit: CalendarUnit) => string
  /** «quel jour», before words that say among which */
  readonly whichDayAmong: string
  /** «15 mars 2012» */
  readonly name: (unit: CalendarUnit) => string
  /** «18 mois», «3 ans», «1 an et 10 jours» */
  readonly duration: (duration: Duration) => string
}
