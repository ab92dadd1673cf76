import { z } from 'zod'

/** What to write where something else was. */
export const webAddressExpected = 'une adresse du web est attendue, qui commence par https:// ou http://'

/** An address that a browser opens as a page: of the web, and nothing that would run or read this machine. */
export const WebAddress = z
  .url({
    protocol: /^https?$/,
    error: webAddressExpected,
  })
  .max(500)

/** Schemes that run something, or read the reader’s own machine, where an address of the web was to stand. */
const otherSchemes = /(?:^|[\s;,|(<«])(?:javascript|vbscript|data|file|blob):(?=\S)/i

/** True of a text in which such an address stands. */
export const namesOtherScheme = (text: string): boolean => otherSchemes.test(text)

export const otherSchemeNamed = 'une adresse d’ici commence par https:// ou http:// : retirer les autres'
