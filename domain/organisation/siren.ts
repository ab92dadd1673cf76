import { z } from 'zod'

/**
 * A SIREN: nine digits whose Luhn sum is a multiple of ten; kept as text, leading zeros included.
 * A SIRET of La Poste follows another rule (its digits add up to a multiple of five); none is kept here.
 */
export const Siren = z
  .string()
  .regex(/^\d{9}$/, 'un SIREN a neuf chiffres')
  .refine((digits) => luhnSum(digits) % 10 === 0, 'ce n’est pas un SIREN : sa clé de contrôle est fausse')
  .brand<'Siren'>()
export type Siren = z.infer<typeof Siren>

const luhnSum = (digits: string): number => {
  let sum = 0
  for (let fromRight = 0; fromRight < digits.length; fromRight += 1) {
    const product = Number(digits.at(-1 - fromRight)) * (fromRight % 2 === 0 ? 1 : 2)
    sum += product > 9 ? product - 9 : product
  }
  return sum
}
