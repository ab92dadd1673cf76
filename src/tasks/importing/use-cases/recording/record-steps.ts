import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { NewFact } from '#domain/organisation/command.js'
import type { PlannedStep } from '#src/tasks/importing/use-cases/plan/import-plan.js'
import { ask, type NotRecorded, type Recorder } from './import-recorder.js'
import type { RowEntry } from '#src/tasks/importing/use-cases/report/import-report.js'
import { entryOfRow, nothingYet, recordFacts, type RowPlace } from './record-row.js'

export type ReadyStep = Extract<PlannedStep, { readonly ready: true }>
type Rows = readonly [ReadyStep, ...ReadyStep[]]

/**
 * Records the rows of steps. Those that others name come first; those of one organisation are asked for together, since
 * one decision is far quicker than many, and apart where together they are refused: no row stands in another's way.
 * A row that was refused is asked for again once others are on record: what is refused at the end would be refused by
 * the next import as well. `onRows` hears how many rows are done.
 */
export const recordSteps = async (
  recorder: Recorder,
  rows: readonly ReadyStep[],
  onRows: (done: number) => void,
): Promise<readonly RowEntry[]> => {
  const told: ToldRow[] = []
  for (const batch of batchesOf(rows)) {
    told.push(...(await recordBatch(recorder, batch)))
    onRows(batch.length)
  }
  for (let refused = told.filter(isRefused); refused.length > 0;) {
    const again: ToldRow[] = []
    for (const { row } of refused) again.push(...(await recordBatch(recorder, [row])))
    const left = again.filter(isRefused)
    if (left.length === refused.length) break
    told.push(...again)
    refused = left
  }
  return [...new Map(told.map(({ row, entry }) => [row, entry])).values()] // of a row that was told twice, the last
}

interface ToldRow {
  readonly row: ReadyStep
  readonly entry: RowEntry
}

const isRefused = ({ entry }: ToldRow): boolean => entry.type === 'refused'

/** Keeps a batch well under what one append of the log can hold, though each letter became an escape of six signs. */
const MOST_SIGNS = 120_000
const MOST_ROWS = 100

/** Rows that follow each other in order of depth and of one organisation. */
const batchesOf = (rows: readonly ReadyStep[]): readonly Rows[] => {
  const groups = new Map<string, [ReadyStep, ...ReadyStep[]][]>()
  const sizes = new WeakMap<readonly ReadyStep[], number>()
  for (const row of rows.toSorted((one, other) => one.depth - other.depth)) {
    const key = `${row.depth}/${row.organisation}`
    const group = groups.get(key) ?? []
    groups.set(key, group)
    const size = JSON.stringify(row.facts).length
    const last = group.at(-1)
    const room = last === undefined ? 0 : MOST_SIGNS - (sizes.get(last) ?? 0)
    if (last === undefined || size > room || last.length >= MOST_ROWS) {
      const begun: [ReadyStep] = [row]
      group.push(begun)
      sizes.set(begun, size)
    } else {
      last.push(row)
      sizes.set(last, MOST_SIGNS - room + size)
    }
  }
  return [...groups.values()].flat()
}

const recordBatch = async (recorder: Recorder, rows: Rows): Promise<readonly ToldRow[]> => {
  const [first, second] = rows
  if (second === undefined) {
    const place = placeOf(first)
    const outcome = await recordFacts(recorder, place, { command: 'RecordFacts', facts: first.facts })
    return [{ row: first, entry: entryOfRow(place, outcome) }]
  }
  const asked = await ask(recorder, first.organisation, { command: 'RecordFacts', facts: factsOf(rows) })
  switch (asked.answer) {
    case 'recorded':
      return rows.map((row) => toldOf(row, asked.events))
    case 'unchanged':
      return rows.map((row) => toldOf(row, []))
    case 'differs':
      return apart(recorder, rows)
    case 'refused':
      return asked.ofLog ? rows.map((row) => notRecorded(row, asked)) : apart(recorder, rows)
  }
}

/** Halves find the rows that are refused in few decisions. */
const apart = async (recorder: Recorder, rows: Rows): Promise<readonly ToldRow[]> => {
  const middle = Math.ceil(rows.length / 2)
  const told: ToldRow[] = []
  for (const half of [rows.slice(0, middle), rows.slice(middle)]) {
    const [first, ...others] = half
    if (first !== undefined) told.push(...(await recordBatch(recorder, [first, ...others])))
  }
  return told
}

const factsOf = ([first, ...others]: Rows): readonly [NewFact, ...NewFact[]] => [
  ...first.facts,
  ...others.flatMap(({ facts }) => facts),
]

const toldOf = (row: ReadyStep, events: readonly RecordedEvent[]): ToldRow => {
  const ids = new Set(row.facts.map(({ id }) => id))
  const own = events.filter(({ id }) => ids.has(id))
  return { row, entry: entryOfRow(placeOf(row), { ...nothingYet, events: own }) }
}

const notRecorded = (row: ReadyStep, refused: NotRecorded): ToldRow => ({
  row,
  entry: entryOfRow(placeOf(row), { ...nothingYet, refused }),
})

const placeOf = ({ file, line, subject, organisation }: ReadyStep): RowPlace => ({
  table: 'steps',
  file,
  line,
  subject,
  organisation,
})
