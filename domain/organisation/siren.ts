import { z } from 'zod'
import { asCode } from '#domain/kernel/code-typed.js'
import { luhnSum } from '#domain/kernel/luhn.js'

/**
 * A SIREN: nine digits whose Luhn sum is a multiple of ten; kept as text, leading zeros included.
 * A SIRET of La Poste follows another rule (its digits add up to a multiple of five); none is kept here.
 */
export const Siren = z
  .string()
  .overwrite(asCode)
  .check(({ value, issues }) => {
    const message = faultOfSiren(value)
    if (message !== undefined) issues.push({ code: 'custom', message, input: value })
  })
  .brand<'Siren'>()
export type Siren = z.infer<typeof Siren>

/** Why these are no SIREN, in French; undefined when they are one. */
const faultOfSiren = (digits: string): string | undefined => {
  if (/^\d{14}$/.test(digits)) {
    return `c’est un SIRET : un SIREN n’en a que les neuf premiers chiffres, ${digits.slice(0, 9)}`
  }
  const whole = lostZeroOfSiren(digits)
  if (whole !== undefined)
    return `« ${digits} » a sans doute perdu son zéro : si c’est bien lui, écrire ${whole}`
  if (!/^\d{9}$/.test(digits)) return 'un SIREN a neuf chiffres'
  if (/^0+$/.test(digits)) return 'ce n’est pas un SIREN : il n’y a là que des zéros'
  return luhnSum(digits) % 10 === 0 ? undefined : 'ce n’est pas un SIREN : sa clé de contrôle est fausse'
}

/** The SIREN that six to eight digits can only have been before a spreadsheet took it for a number; undefined when none. */
export const lostZeroOfSiren = (digits: string): string | undefined =>
  /^[1-9]\d{5,7}$/.test(digits) && luhnSum(digits) % 10 === 0 ? digits.padStart(9, '0') : undefined
