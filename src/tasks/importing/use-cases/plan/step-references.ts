import { StepId } from '#domain/kernel/identifiers.js'
import type { CellFault } from '#src/typed/cell-fault.js'

/** What a row says of other rows: `of`, whose life it goes on with, and `follows`, what it came out of. */
export interface ReferringRow {
  readonly id: string
  readonly of?: string | undefined
  readonly follows?: readonly string[] | undefined
}

export interface RowReferences {
  /** The step to which the row belongs. */
  readonly stepId: StepId
  readonly follows: readonly StepId[]
  /** How many rows must have been recorded before this one: 0 for a row that stands alone. */
  readonly depth: number
  readonly faults: readonly CellFault[]
}

/**
 * Resolves the references among the rows of one collection. A row's step is that of the row named in `of`, else its
 * own; a row of another collection, or of an earlier import, is named in full: `collection.step`.
 */
export const referencesAmong = (
  collection: string,
  rows: ReadonlyMap<string, ReferringRow>,
): ((row: ReferringRow) => RowReferences) => {
  const rootOf = (row: ReferringRow): Root | CellFault => {
    const passed = new Set<string>()
    for (let current = row; ;) {
      if (passed.has(current.id)) return circle(row.of)
      if (current.of === undefined) return { stepId: ownStep(collection, current.id), depth: passed.size }
      passed.add(current.id)
      const named = rows.get(current.of)
      if (named === undefined) return elsewhere(current.of, 'of', passed.size)
      current = named
    }
  }

  const stepNamed = (name: string): StepId | CellFault => {
    const named = rows.get(name)
    const root = named === undefined ? elsewhere(name, 'follows', 0) : rootOf(named)
    return 'code' in root ? { ...root, column: 'follows', value: name } : root.stepId
  }

  return (row) => {
    const root = rootOf(row)
    const named = (row.follows ?? []).map(stepNamed)
    const faults = [root, ...named].filter((found) => typeof found === 'object' && 'code' in found)
    const follows = named.filter((found) => typeof found === 'string')
    return 'code' in root
      ? { stepId: ownStep(collection, row.id), depth: 0, follows, faults }
      : { ...root, follows: [...new Set(follows)], faults }
  }
}

interface Root {
  readonly stepId: StepId
  readonly depth: number
}

/** The step of a row that stands alone: `histoire.h042`. */
export const ownStep = (collection: string, id: string): StepId => StepId.parse(`${collection}.${id}`)

const elsewhere = (name: string, column: string, depth: number): Root | CellFault => {
  const full = name.includes('.') ? StepId.safeParse(name) : undefined
  return full?.success === true ? { stepId: full.data, depth } : missing(name, column)
}

const missing = (value: string, column: string): CellFault => ({
  code: 'reference-unknown',
  column,
  value,
  remedy: {
    fr: 'Aucune ligne ne porte cet identifiant. Ajouter la ligne, ou nommer l’étape en entier : collection.étape.',
    en: 'No row has this identifier. Add the row, or name the step in full: collection.step.',
  },
})

const circle = (value: string | undefined): CellFault => ({
  code: 'reference-to-itself',
  column: 'of',
  ...(value === undefined ? {} : { value }),
  remedy: {
    fr: 'Les lignes se renvoient l’une à l’autre. Laisser vide sur la ligne qui commence l’étape.',
    en: 'The rows refer to each other in a circle. Leave it blank on the row that begins the step.',
  },
})
