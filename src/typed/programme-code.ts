import { programmes } from '#domain/programmes/programmes.js'
import { ProgrammeCode } from '#domain/steps/fact-fields.js'
import { foldedKey } from '#domain/kernel/folded-key.js'

/** The code of a programme as people name it: «Territoires en résidences» and `territoires_en_residences` are one. */
export const programmeCode = (text: string): string => {
  const folded = foldedKey(text)
  const known = programmes.find(
    ({ labels }) => foldedKey(labels.fr) === folded || foldedKey(labels.en) === folded,
  )
  if (known !== undefined) return known.code
  return ProgrammeCode.safeParse(text).success ? text : folded.replaceAll('-', '_')
}
