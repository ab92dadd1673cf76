import type { CodeList } from '#domain/steps/declaring/attribute.js'
import type { Labels } from '#domain/kernel/labels.js'
import {
  readQuantityTyped,
  type QuantityClaim,
  type QuantityTyped,
} from '#domain/steps/declaring/quantity.js'
import type { EdtfText } from '#domain/time/edtf.js'
import { readTypedDate } from '#domain/time/typed-date.js'
import { typedDateRemedies } from '#domain/time/typed-date-remedies.js'
import type { FaultCode } from './cell-fault.js'
import { foldedIdentifier, foldedKey } from '#domain/kernel/folded-key.js'

/** Why a cell cannot be read, and what to write instead. */
export interface CellProblem {
  readonly problem: FaultCode
  readonly remedy: Labels
}
export type CellReading<T> = { readonly value: T } | CellProblem

/** Reads a cell that is not blank. */
export type CellReader<T> = (text: string) => CellReading<T>

const problem = (code: FaultCode, fr: string, en: string): CellProblem => ({
  problem: code,
  remedy: { fr, en },
})

/** A text as it stands; its length is the affair of the fact that takes it. */
export const readText: CellReader<string> = (text) => ({ value: text })

/** Several texts between vertical bars. */
export const readTexts: CellReader<readonly string[]> = (text) => ({ value: parts(text, /\|/) })

/** An identifier in the spelling of identifiers: small letters, digits, hyphens and points. */
export const readIdentifier: CellReader<string> = (text) => {
  const value = foldedIdentifier(text)
  return value.length > 0 && value.length <= 100
    ? { value }
    : problem(
        'identifier-expected',
        'Écrire un identifiant de lettres, de chiffres et de tirets, de cent signes au plus.',
        'Write an identifier of letters, digits and hyphens, of at most a hundred signs.',
      )
}

/** Several identifiers, between commas, semicolons, vertical bars or spaces. */
export const readIdentifiers: CellReader<readonly string[]> = (text) => ({
  value: parts(text, /[,;|\s]/)
    .map(foldedIdentifier)
    .filter((identifier) => identifier !== ''),
})

const parts = (text: string, separator: RegExp): readonly string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Any imprecise date, period or window, in EDTF or as people type it. */
export const readDate: CellReader<EdtfText> = (text) => {
  const typed = readTypedDate(text)
  return typed.understood
    ? { value: typed.edtf }
    : { problem: 'date-not-understood', remedy: typedDateRemedies[typed.code] }
}

/** One date, however vague, and no period. */
export const readSingleDate: CellReader<EdtfText> = (text) => {
  const typed = readTypedDate(text)
  if (typed.understood && typed.date.kind !== 'single') {
    return problem(
      'one-date-expected',
      'Une seule date tient ici. Écrire le début et la fin dans leurs colonnes, ou la fenêtre dans « Période possible ».',
      'Only one date fits here. Write the start and the end in their columns, or the window in “Possible period”.',
    )
  }
  return readDate(text)
}

/** `..` is the end of what has not ended. */
export const readEnd: CellReader<EdtfText | '..'> = (text) =>
  ['..', 'en cours', 'ouvert', 'ouverte', 'open', 'ongoing'].includes(text.toLowerCase())
    ? { value: '..' }
    : readSingleDate(text)

/** `20`, `3..15`, `30~`, `1 500`, `1,5`. */
export const readQuantity: CellReader<QuantityClaim> = (text) => {
  const typed = readQuantityTyped(text)
  return !typed.read
    ? (ambiguity(typed) ??
        problem(
          'quantity-expected',
          'Écrire un nombre (20), une fourchette (3..15) ou une approximation (30~) ; laisser vide ce qui est inconnu.',
          'Write a number (20), a range (3..15) or an approximation (30~); leave blank what is unknown.',
        ))
    : { value: typed.claim }
}

/** A number that can mean two things is asked back with both; undefined where that is not what is wrong. */
export const ambiguity = (typed: QuantityTyped): CellProblem | undefined => {
  if (typed.read || typed.why !== 'ambiguous') return undefined
  const { typed: text, small, large } = typed
  return problem(
    'number-ambiguous',
    `« ${text} » peut se lire de deux façons : écrire ${String(small).replace('.', ',')}, ou ${large}.`,
    `“${text}” can be read in two ways: write ${small}, or ${large}.`,
  )
}

/** One number, with or without decimals and its sign of euros. */
export const readNumber: CellReader<number> = (text) => {
  const typed = readQuantityTyped(text.replace(/(?:€|euros?|eur)\s*$/i, ''))
  return typed.read && typeof typed.claim === 'number'
    ? { value: typed.claim }
    : (ambiguity(typed) ??
        problem(
          'number-expected',
          'Écrire un seul nombre, sans fourchette ni lettre : 80000.',
          'Write a single number, without range or letter: 80000.',
        ))
}

/** A code, by itself, by its French or English label, or by another word for it, without regard to accents and case. */
export const readCode = <C extends string>(
  codes: Readonly<Record<C, Labels & { readonly aliases?: readonly string[] }>>,
): CellReader<C> => {
  const byWord = new Map<string, C>()
  for (const code of Object.keys(codes) as C[]) {
    // the keys of a list of codes
    const { fr, en, aliases = [] } = codes[code]
    for (const word of [code, fr, en, ...aliases].map(foldedKey))
      if (!byWord.has(word)) byWord.set(word, code)
  }
  return (text) => {
    const value = byWord.get(foldedKey(text))
    return value === undefined ? unknownCode(codes) : { value }
  }
}

/** Several codes, between commas, semicolons, vertical bars or «et». */
export const readCodes =
  (codes: CodeList): CellReader<readonly string[]> =>
  (text) => {
    const read = readCode(codes)
    const readings = parts(text, /[,;|+/]| et | and /).map((part) => read(part))
    const wrong = readings.find((reading) => 'problem' in reading)
    if (wrong !== undefined) return wrong
    const values = readings.flatMap((reading) => ('value' in reading ? [reading.value] : []))
    return values.length === 0 ? unknownCode(codes) : { value: [...new Set(values)] }
  }

const unknownCode = (codes: Readonly<Record<string, Labels>>): CellProblem => {
  const labels = Object.values(codes)
  return problem(
    'code-unknown',
    `Écrire l’un de : ${labels.map(({ fr }) => fr).join(', ')}.`,
    `Write one of: ${labels.map(({ en }) => en).join(', ')}.`,
  )
}

const yesOrNo = {
  yes: { fr: 'oui', en: 'yes', aliases: ['vrai', 'true', '1', 'x', 'o', 'y'] },
  no: { fr: 'non', en: 'no', aliases: ['faux', 'false', '0', 'n'] },
} as const

export const readFlag: CellReader<boolean> = (text) => {
  const reading = readCode(yesOrNo)(text)
  return 'problem' in reading ? reading : { value: reading.value === 'yes' }
}
