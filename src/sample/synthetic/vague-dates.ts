import { day, dayOfCivil, isoOfDay, type Day } from '#domain/time/day.js'
import { Edtf, EdtfSingle } from '#domain/time/edtf.js'
import type { Fact } from '#domain/steps/fact.js'
import type { SeededRandom } from './seeded-random.js'
import { precisions, told, years, type Precision } from './shares.js'

/** The last day on which anything made up happened: before the first is recorded. */
export const LAST_DAY = dayOfCivil(2023, 12, 1)
/** The last day on which a source spoke. */
const LAST_TOLD = dayOfCivil(2023, 12, 31)

/** The day on which something began, which what is told of it only surrounds. */
export const someDay = (random: SeededRandom): Day => {
  const year = Number(random.weighted(years))
  return atMost(day(dayOfCivil(year, 1, 1) + random.below(365)), LAST_DAY)
}

/** A day some time after another: up to `span` days, never behind the last one. */
export const laterDay = (random: SeededRandom, from: Day, span: number): Day =>
  atMost(day(from + 1 + random.below(span)), LAST_DAY)

export const somePrecision = (random: SeededRandom): Precision => random.weighted(precisions)

/** How a source tells a day that precisely: whatever it says, the day lies within. */
export const toldOn = (on: Day, precision: Precision): Pick<Fact, 'occurred' | 'within'> => {
  const iso = isoOfDay(on)
  switch (precision) {
    case 'day':
      return { occurred: Edtf.parse(iso) }
    case 'month':
      return { occurred: Edtf.parse(iso.slice(0, 7)) }
    case 'about-month':
      return { occurred: Edtf.parse(`${iso.slice(0, 7)}~`) }
    case 'year':
      return { occurred: Edtf.parse(iso.slice(0, 4)) }
    case 'about-year':
      return { occurred: Edtf.parse(`${iso.slice(0, 4)}~`) }
    case 'window':
      return { within: Edtf.parse(`${Number(iso.slice(0, 4)) - 1}/${iso.slice(0, 7)}`) }
  }
}

/** When its source spoke, where that is known: on the day itself or within two years. */
export const spokenAfter = (random: SeededRandom, on: Day): Pick<Fact, 'statedOn'> =>
  random.chance(told.statedOn)
    ? {
        statedOn: EdtfSingle.parse(
          isoOfDay(atMost(day(on + random.below(700)), LAST_TOLD)).slice(0, random.chance(0.6) ? 10 : 7),
        ),
      }
    : {}

const atMost = (one: Day, limit: Day): Day => (one < limit ? one : limit)
