import type { ComponentChildren } from 'preact'

export interface Column<Row> {
  readonly heading: string
  readonly cell: (row: Row) => ComponentChildren
  /** Numbers stand at the right, digit below digit. */
  readonly numeric?: boolean
}

export interface DataTableProps<Row> {
  readonly caption: string
  /** The caption is read to those who can't see that the heading above says the same. */
  readonly captionHidden?: boolean
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** The first column names the row. */
  readonly columns: readonly [Column<Row>, ...Column<Row>[]]
}

/** A table with headings for rows and columns; on a narrow screen each row becomes a block that names its cells. */
export const DataTable = <Row,>({
  caption,
  captionHidden = false,
  rows,
  keyOf,
  columns,
}: DataTableProps<Row>) => {
  const [first, ...others] = columns
  return (
    <table class="data">
      <caption class={captionHidden ? 'unseen' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ heading, numeric }) => (
            <th key={heading} scope="col" class={numeric === true ? 'number' : undefined}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            <th scope="row">{first.cell(row)}</th>
            {others.map(({ heading, cell, numeric }) => (
              <td key={heading} data-heading={heading} class={numeric === true ? 'number' : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
