import type { AttributeClaim, AttributeDeclaration } from '#domain/steps/declaring/attribute.js'
import type { Kind } from '#domain/steps/catalogue/catalogue.js'
import { attributeColumns } from '#src/tasks/importing/use-cases/table/attribute-columns.js'
import type { CellFault } from '#src/typed/cell-fault.js'
import {
  readCode,
  readCodes,
  readFlag,
  readQuantity,
  readText,
  type CellReader,
} from '#src/typed/read-cell.js'

/** A cell of an attribute's column that the kind of the row does not have. */
export interface StrayAttribute {
  readonly column: string
  readonly value: string
}

export interface RowAttributes {
  readonly attributes: Readonly<Record<string, AttributeClaim>>
  readonly faults: readonly CellFault[]
  /** Kept beside, as words: what a row says is never dropped. */
  readonly stray: readonly StrayAttribute[]
}

/** Reads the cells of the attributes' columns as the kind of the row declares them. */
export const attributesOfRow = (kind: Kind, cells: ReadonlyMap<string, string>): RowAttributes => {
  const attributes: Record<string, AttributeClaim> = {}
  const faults: CellFault[] = []
  const stray: StrayAttribute[] = []
  for (const [column, { attribute }] of Object.entries(attributeColumns)) {
    const value = cells.get(column)
    if (value === undefined) continue
    const declaration = kind.attributes[attribute]
    if (declaration === undefined) stray.push({ column, value })
    else {
      const reading = readerOf(declaration)(value)
      if ('value' in reading) attributes[attribute] = reading.value
      else faults.push({ code: reading.problem, column, value: value.slice(0, 200), remedy: reading.remedy })
    }
  }
  return { attributes, faults, stray }
}

/** «taille de l’équipe : 3», for what the kind of a row has no attribute for. */
export const strayInWords = (stray: readonly StrayAttribute[]): string =>
  stray
    .map(({ column, value }) => `${(attributeColumns[column]?.header.fr ?? column).toLowerCase()} : ${value}`)
    .join(' ; ')

const readerOf = (declaration: AttributeDeclaration): CellReader<AttributeClaim> => {
  switch (declaration.type) {
    case 'quantity':
      return readQuantity
    case 'code':
      return readCode(declaration.codes)
    case 'codes':
      return readCodes(declaration.codes)
    case 'flag':
      return readFlag
    case 'text':
      return readText
  }
}
