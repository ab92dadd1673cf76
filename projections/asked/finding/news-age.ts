import type { Labels } from '#domain/kernel/labels.js'
import { type Day, addDuration } from '#domain/time/day.js'
import type { RegistryRow } from '#projections/kept/registry/registry-row.js'

/**
 * How long ago something was last heard of what an organisation did, by the last day on which that may have been. It says
 * how old the knowledge is, and nothing of the organisation.
 */
export const newsAges = {
  'under-1-year': { fr: 'il y a moins d’un an', en: 'less than a year ago' },
  '1-to-3-years': { fr: 'il y a 1 à 3 ans', en: '1 to 3 years ago' },
  '3-to-6-years': { fr: 'il y a 3 à 6 ans', en: '3 to 6 years ago' },
  'over-6-years': { fr: 'il y a plus de 6 ans', en: 'more than 6 years ago' },
  none: { fr: 'aucune consignée', en: 'none on record' },
} as const satisfies Readonly<Record<string, Labels>>
export type NewsAge = keyof typeof newsAges

/** The age of the last news on a day; an announcement is no news of what was done. */
export const newsAgeOn = ({ news }: Pick<RegistryRow, 'news'>, day: Day): NewsAge => {
  const { happened } = news
  if (happened === undefined) return 'none'
  return bounds.find(({ years }) => day < addDuration(happened.latest, years))?.age ?? 'over-6-years'
}

const bounds: readonly { readonly age: NewsAge; readonly years: Parameters<typeof addDuration>[1] }[] = [
  { age: 'under-1-year', years: { months: 12, days: 0 } },
  { age: '1-to-3-years', years: { months: 36, days: 0 } },
  { age: '3-to-6-years', years: { months: 72, days: 0 } },
]
