import type { Labels } from '#domain/kernel/labels.js'
import type { CellReader } from '#src/typed/read-cell.js'
import { foldedKey } from '#domain/kernel/folded-key.js'

/** One column of a table: its French and English headers, what its cells hold, and how one is read. */
export interface Column<T = unknown> {
  readonly header: Labels
  /** Other headers under which files have it. */
  readonly aliases?: readonly string[]
  readonly holds: Labels
  readonly read: CellReader<T>
  readonly required?: true
  /** What the example row of the template holds. */
  readonly example?: string
}

/** The columns of a table by their code, in the order of the template. */
export type Columns = Readonly<Record<string, Column>>

/** Which column each header is: by code, French or English header, or alias, without regard to case and accents. */
export interface RecognisedHeader<C extends string> {
  /** At the place of each header its column, or undefined where the table has none of that name. */
  readonly columns: readonly (C | undefined)[]
  readonly unknown: readonly string[]
  /** Headers that name a column which an earlier one has already named. */
  readonly repeated: readonly string[]
}

export const recogniseHeader = <C extends string>(
  columns: Readonly<Record<C, Column>>,
  header: readonly string[],
): RecognisedHeader<C> => {
  const byKey = keysOf(columns)
  const found = header.map((name) => byKey.get(foldedKey(name)))
  const isRepeat = (index: number): boolean =>
    found[index] !== undefined && found.indexOf(found[index]) < index
  return {
    columns: found.map((code, index) => (isRepeat(index) ? undefined : code)),
    unknown: header.filter((name, index) => found[index] === undefined && name.trim() !== ''),
    repeated: header.filter((_, index) => isRepeat(index)),
  }
}

/** The columns that a header must have and lacks. */
export const missingColumns = <C extends string>(
  columns: Readonly<Record<C, Column>>,
  { columns: found }: RecognisedHeader<C>,
): readonly C[] => codesOf(columns).filter((code) => columns[code].required === true && !found.includes(code))

export const codesOf = <C extends string>(columns: Readonly<Record<C, Column>>): readonly C[] =>
  Object.keys(columns) as C[] // a table of columns has no other keys than its codes

const keysOf = <C extends string>(columns: Readonly<Record<C, Column>>): ReadonlyMap<string, C> =>
  new Map(
    codesOf(columns).flatMap((code) => {
      const { header, aliases = [] } = columns[code]
      return [code, header.fr, header.en, ...aliases].map((name) => [foldedKey(name), code] as const)
    }),
  )
