import { z } from 'zod'

/**
 * What a text is, decided here for whatever comes in: bodies, forms, cells, options, addresses. The same text typed on two
 * machines is one text, and nothing stands in it that no reader can see.
 */

/**
 * A text in one spelling: composed signs (Unicode NFC), one sort of line break, and spaces for tabs. What two systems
 * write differently and people read alike is alike.
 */
export const settled = (text: string): string =>
  isPlain(text) ? text : text.replace(lineBreaks, '\n').replaceAll('\t', ' ').normalize('NFC')

/** Most texts are: nothing in them has a second spelling. */
const isPlain = (text: string): boolean => /^[\n\x20-\x7e]*$/.test(text)

/** Also those of Unicode: NEL, line and paragraph separators, and what once moved paper. */
const lineBreaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/g

/** Why a text that was typed or sent is none, in French, with what to do; undefined when it is one. */
export const faultOfText = (text: string): string | undefined => {
  if (isPlain(text)) return undefined
  if (halves.test(text)) return 'une moitié de caractère s’y trouve : retaper ce texte'
  const [control] = controls.exec(text) ?? []
  if (control !== undefined) {
    return `un caractère de contrôle s’y trouve (${codePointOf(control)}) : le retirer`
  }
  return isVisible(text) ? undefined : 'il n’y a là que des signes invisibles : écrire un texte, ou rien'
}

/** Halves of a character that stand alone: no encoding of Unicode can write them. */
const halves = /\p{Surrogate}/u
/** All but the line break: some end a text early, others write on a terminal. */
const controls = /[^\P{Control}\n]/u

/** Whether a reader would see anything; an empty text hides nothing, and is another affair. */
const isVisible = (text: string): boolean => text.trim() === '' || visible.test(text)

/** Neither blank nor made to be overlooked; the Braille pattern without dots counts as a letter, and shows none. */
const visible = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Mark}\u2800]/u

const codePointOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** The text without anything that would write on a terminal instead of standing there. */
export const withoutControls = (text: string): string =>
  text.replace(/[^\P{Control}\n\t]/gu, '').replace(/\p{Surrogate}/gu, '\ufffd')

/** A text that somebody wrote freely, of at most so many signs, in one spelling and without blanks at its ends. */
export const text = (most: number) => anyText().min(1).max(most)

/** The same of any length, also none: what is searched for. */
export const anyText = () =>
  z
    .string()
    .overwrite((raw) => settled(raw).trim())
    .check(({ value, issues }) => {
      const message = faultOfText(value)
      if (message !== undefined) issues.push({ code: 'custom', message, input: value, continue: false })
    })
