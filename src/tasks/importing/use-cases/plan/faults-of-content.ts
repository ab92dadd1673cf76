import type { z } from 'zod'
import type { CellFault } from '#src/typed/cell-fault.js'

/** The column of each field of a content, by its path; `attributes.*` by the caller's own rule. */
export type ColumnOfField = (path: string) => string | undefined

/** The faults of a content that its schema, read `inFrench`, refuses: each on the column that gave it. */
export const faultsOfContent = (
  error: z.ZodError,
  columnOf: ColumnOfField,
  valueOf: (column: string) => string | undefined,
): readonly CellFault[] =>
  error.issues.map((issue) => {
    const path = issue.path.filter((step) => typeof step !== 'number').join('.')
    const column = columnOf(path)
    const value = column === undefined ? undefined : valueOf(column)
    return {
      ...(issue.code === 'too_big' && issue.origin === 'string'
        ? tooLong(Number(issue.maximum), value?.length)
        : invalid(issue.message)),
      ...(column === undefined ? {} : { column }),
      ...(value === undefined ? {} : { value: value.slice(0, 200) }),
    }
  })

type Fault = Pick<CellFault, 'code' | 'remedy'>

const tooLong = (limit: number, length: number | undefined): Fault => ({
  code: 'text-too-long',
  remedy: {
    fr: `Le texte${length === undefined ? '' : ` (${length} signes)`} dépasse ${limit} signes. Le raccourcir, ou en mettre une partie dans la note.`,
    en: `The text${length === undefined ? '' : ` (${length} signs)`} exceeds ${limit} signs. Shorten it, or put part of it in the note.`,
  },
})

const invalid = (message: string): Fault => ({
  code: 'content-invalid',
  remedy: {
    fr: `Contenu non valable : ${message}. Corriger la cellule.`,
    en: 'This content is not valid. Correct the cell.',
  },
})
