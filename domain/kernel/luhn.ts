/** The sum of Luhn (ISO/IEC 7812-1), of which identifiers with a check digit are a multiple of ten. */
export const luhnSum = (digits: string): number => {
  let sum = 0
  for (let fromRight = 0; fromRight < digits.length; fromRight += 1) {
    const product = Number(digits.at(-1 - fromRight)) * (fromRight % 2 === 0 ? 1 : 2)
    sum += product > 9 ? product - 9 : product
  }
  return sum
}
