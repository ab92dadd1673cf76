import { CsvError, parse } from 'csv-parse/sync'

export type Delimiter = ',' | ';' | '\t'

/** One line of a table. `line` counts from 1, the header's included: the first of several where a cell has line breaks. */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

export type CsvReading =
  | { readonly read: true; readonly records: readonly CsvRecord[] }
  /** The text is no table between such delimiters. `line`: where that shows. */
  | { readonly read: false; readonly line: number; readonly reason: string }

/**
 * The records of a delimited text (RFC 4180, any line break). Lines whose every cell is blank, which spreadsheets add at
 * the end, are no records. The apostrophe that spreadsheets put before `=`, `+`, `-` and `@` is taken off.
 */
export const readRecords = (text: string, delimiter: Delimiter, lines?: number): CsvReading => {
  try {
    const parsed = parse(text, {
      delimiter,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      ...(lines === undefined ? {} : { to: lines }),
    }) as unknown as readonly Parsed[] // with `raw`, csv-parse gives these, which its types do not say
    return { read: true, records: withLines(parsed).filter(({ cells }) => cells.some(isFilled)) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { read: false, line: Number(error['lines'] ?? 0), reason: error.message }
  }
}

interface Parsed {
  readonly record: readonly string[]
  readonly raw: string
}

/**
 * The first line of each record, counted in the raw text, which holds the blank lines before it: csv-parse's own count
 * takes a line break of two signs within a cell for two.
 */
const withLines = (parsed: readonly Parsed[]): readonly CsvRecord[] => {
  let passed = 0
  return parsed.map(({ record, raw }) => {
    const line = passed + breaksIn(/^[\r\n]*/.exec(raw)?.[0] ?? '') + 1
    passed += breaksIn(raw)
    return { line, cells: record.map((cell) => withoutGuard(cell).trim()) }
  })
}

const breaksIn = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0

const isFilled = (cell: string): boolean => cell !== ''

/** OWASP, «CSV Injection»: a cell that begins with one of these is a formula unless an apostrophe stands before it. */
const withoutGuard = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '')
