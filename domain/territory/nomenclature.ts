import { luhnSum } from '#domain/kernel/luhn.js'
import communes from './communes.json' with { type: 'json' }
import { isDepartementCode, nameOfDepartement } from './departements.js'
import { isRegionCode, regionLabels } from './regions.js'

/** The types of codes of the Code officiel géographique; each has a rule of its own. */
export type InseeType = 'region' | 'departement' | 'commune' | 'epci'

/**
 * The communes by their département, each as its number within it and its name: those of 1 January 2026, the
 * arrondissements of Paris, Lyon and Marseille, and the communes that live on within another. A code that is given up
 * later stays, so that what was recorded under it can still be amended. Source: INSEE, through
 * @etalab/decoupage-administratif 6.0.0 (Licence Ouverte 2.0).
 */
const byDepartement: Readonly<Record<string, string>> = communes

/**
 * What a code of a type is the code of; undefined where the nomenclature has no such code. An
 * EPCI has no name here, and any that ever was is one: they change every year, and their SIREN checks itself.
 */
export const nameOfInsee = (type: InseeType, code: string): string | undefined => {
  switch (type) {
    case 'region':
      return isRegionCode(code) ? `région ${regionLabels(code).fr}` : undefined
    case 'departement':
      return isDepartementCode(code) ? `département ${nameOfDepartement(code)}` : undefined
    case 'commune':
      return nameOfCommune(code)
    case 'epci':
      return shapes.epci.test(code) && luhnSum(code) % 10 === 0 ? `EPCI ${code}` : undefined
  }
}

const nameOfCommune = (code: string): string | undefined => {
  if (!shapes.commune.test(code)) return undefined
  const departement = code.slice(0, /^9[78]/.test(code) ? 3 : 2)
  return namesIn(departement).get(code.slice(departement.length))
}

/** Read when first asked: most requests ask for none. */
const namesIn = (departement: string): ReadonlyMap<string, string> => {
  const known = read.get(departement)
  if (known !== undefined) return known
  const entries = Object.hasOwn(byDepartement, departement)
    ? (byDepartement[departement] ?? '').split('|')
    : []
  const digits = 5 - departement.length
  const names = new Map(entries.map((entry) => [entry.slice(0, digits), entry.slice(digits)] as const))
  // Only what the table holds is remembered: what callers ask for has no bound.
  if (entries.length > 0) read.set(departement, names)
  return names
}

const read = new Map<string, ReadonlyMap<string, string>>()

/** How a code of each type is written, whether or not anything has it. */
const shapes: Readonly<Record<InseeType, RegExp>> = {
  region: /^\d{2,3}$/,
  departement: /^(?:\d{2}|2[AB]|9[78]\d)$/,
  commune: /^(?:\d{2}|2[AB])\d{3}$/,
  epci: /^2\d{8}$/,
}

const expected: Readonly<Record<InseeType, string>> = {
  region: 'deux chiffres (53)',
  departement: 'deux signes, ou trois outre-mer (01, 2A, 974)',
  commune: 'cinq signes (01053, 2A004)',
  epci: 'neuf chiffres, ceux de son SIREN',
}

const labels: Readonly<Record<InseeType, string>> = {
  region: 'une région',
  departement: 'un département',
  commune: 'une commune',
  epci: 'un EPCI',
}

const types = ['commune', 'departement', 'region', 'epci'] as const satisfies readonly InseeType[]

/** What a code that was typed for a type cannot be taken for, without being sure. */
export type InseeDoubt =
  /** A spreadsheet takes `01053` for a number. `code` is what it can only have been, `name` what has it. */
  | { readonly doubt: 'lost-zero'; readonly code: string; readonly name: string }
  | { readonly doubt: 'other-type'; readonly name: string }
  | { readonly doubt: 'malformed' }
  | { readonly doubt: 'unknown' }

/** Why a code is not taken as it stands; undefined when the nomenclature has it. */
export const doubtOnInsee = (type: InseeType, code: string): InseeDoubt | undefined => {
  if (nameOfInsee(type, code) !== undefined) return undefined
  return (
    lostZero(type, code) ??
    otherType(type, code) ?? { doubt: shapes[type].test(code) ? 'unknown' : 'malformed' }
  )
}

/** The same of a code that the nomenclature gave up: only how it is written can be judged. */
export const doubtOnFormerInsee = (type: InseeType, code: string): InseeDoubt | undefined =>
  shapes[type].test(code) ? undefined : (lostZero(type, code) ?? { doubt: 'malformed' })

/** Only the first can have been lost, and only zeros are. */
const lostZero = (type: InseeType, code: string): InseeDoubt | undefined => {
  const whole = `0${code}`
  const name = /^[1-9][\dAB]*$/.test(code) ? nameOfInsee(type, whole) : undefined
  return name === undefined ? undefined : { doubt: 'lost-zero', code: whole, name }
}

const otherType = (type: InseeType, code: string): InseeDoubt | undefined => {
  const found = types.flatMap((other) => {
    const name = other === type ? undefined : nameOfInsee(other, code)
    return name === undefined ? [] : [name]
  })
  return found.length === 0 ? undefined : { doubt: 'other-type', name: found.join(', ') }
}

/** What to tell whoever typed it, without a full stop. */
export const sentenceOnDoubt = (
  type: InseeType,
  code: string,
  doubt: InseeDoubt,
): { readonly fr: string; readonly en: string } => {
  switch (doubt.doubt) {
    case 'lost-zero':
      return {
        fr: `« ${code} » a sans doute perdu son zéro (${doubt.code} : ${doubt.name}) ; si c’est bien cela, écrire ${doubt.code}`,
        en: `“${code}” has probably lost its zero (${doubt.code}: ${doubt.name}); if that is meant, write ${doubt.code}`,
      }
    case 'other-type':
      return {
        fr: `« ${code} » n’est pas le code d’${labels[type]}, mais d’autre chose (${doubt.name})`,
        en: `“${code}” is the code of something else (${doubt.name})`,
      }
    case 'malformed':
      return {
        fr: `« ${code} » n’est pas le code d’${labels[type]}, qui a ${expected[type]}`,
        en: `“${code}” is not written as a code of this type is`,
      }
    case 'unknown':
      return {
        fr: `« ${code} » ne figure pas au Code officiel géographique de 2026 ; s’il n’a plus cours, l’écrire comme ancien code`,
        en: `“${code}” is not in the Code officiel géographique of 2026; if it was given up, write it as the former code`,
      }
  }
}
