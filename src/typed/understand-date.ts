import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { LabelsView, type Labels } from '#domain/kernel/labels.js'
import { FIRST_DAY, isoOfDay } from '#domain/time/day.js'
import { windowOf, type ImpreciseDate } from '#domain/time/edtf.js'
import { sentenceOf, sentenceOfBounds, windowSentence } from '#domain/time/edtf-sentence.js'
import { readTypedDate, type TypedDate } from '#domain/time/typed-date.js'
import { typedDateRemedies } from '#domain/time/typed-date-remedies.js'

/** How a typed date was understood, in words, with its first and last possible days; or what to write instead. */
export const DateUnderstanding = z.discriminatedUnion('understood', [
  z.strictObject({
    understood: z.literal(true),
    text: z.string(),
    kind: z.enum(['date', 'period', 'window']),
    edtf: z.string(),
    sentence: LabelsView,
    /** Absent where nothing bounds it. */
    earliest: z.iso.date().optional(),
    latest: z.iso.date().optional(),
    /** The same days in words; absent where the sentence is one of a day. */
    among: LabelsView.optional(),
  }),
  z.strictObject({ understood: z.literal(false), text: z.string(), code: z.string(), remedy: LabelsView }),
])
export type DateUnderstanding = z.infer<typeof DateUnderstanding>

/** Reads a date as people type it, and says it back. */
export const understandDate = (text: string): DateUnderstanding => {
  const read = readTypedDate(text)
  if (!read.understood) {
    return { understood: false, text, code: read.code, remedy: typedDateRemedies[read.code] }
  }
  return {
    understood: true,
    text,
    kind: read.kind,
    edtf: read.edtf,
    sentence: sentenceOfTyped(read),
    ...boundsOf(read.date),
  }
}

type Understood = Extract<TypedDate, { readonly understood: true }>

/** A window is said as a window: «entre 2009 et avril 2010», not «de 2009 à avril 2010». */
export const sentenceOfTyped = ({ kind, date }: Pick<Understood, 'kind' | 'date'>): Labels => {
  const said = kind === 'window' ? windowSentence : sentenceOf
  return { fr: said(date, 'fr'), en: said(date, 'en') }
}

/** The field of a fact that a date belongs in: when it was, or the window in which it lies. */
export const datingOf = (
  when: Pick<Understood, 'kind' | 'edtf'> | undefined,
): { readonly occurred?: string; readonly within?: string } => {
  if (when === undefined) return {}
  return when.kind === 'window' ? { within: when.edtf } : { occurred: when.edtf }
}

const boundsOf = (
  date: ImpreciseDate,
): { readonly earliest?: string; readonly latest?: string; readonly among?: Labels } => {
  const window = windowOf(date)
  const bounds = present({
    earliest: window.earliest === FIRST_DAY ? undefined : window.earliest,
    latest: window.latest ?? undefined,
  })
  const [fr, en] = [sentenceOfBounds(bounds, 'fr'), sentenceOfBounds(bounds, 'en')]
  return {
    ...(bounds.earliest === undefined ? {} : { earliest: isoOfDay(bounds.earliest) }),
    ...(bounds.latest === undefined ? {} : { latest: isoOfDay(bounds.latest) }),
    ...(bounds.earliest === bounds.latest || fr === undefined || en === undefined
      ? {}
      : { among: { fr, en } }),
  }
}
