import type { RecordedEvent } from '#domain/events/organisation-event.js'
import type { NewFact } from '#domain/organisation/command.js'
import type { PlannedStep } from './import-plan.js'
import { ask, type NotRecorded, type Recorder } from './import-recorder.js'
import type { RowEntry } from './import-report.js'
import { entryOfRow, nothingYet, recordFacts, type RowPlace } from './record-row.js'

export type ReadyStep = Extract<PlannedStep, { readonly ready: true }>
type Rows = readonly [ReadyStep, ...ReadyStep[]]

/**
 * Records the rows of steps. Those that others name come first; those of one organisation are asked for together, since
 * one decision is far quicker than many, and apart where together they are refused: no row stands in another's way.
 * `onRows` hears how many rows are done.
 */
export const recordSteps = async (
  recorder: Recorder,
  rows: readonly ReadyStep[],
  onRows: (done: number) => void,
): Promise<readonly RowEntry[]> => {
  const entries: RowEntry[] = []
  for (const batch of batchesOf(rows)) {
    entries.push(...(await recordBatch(recorder, batch)))
    onRows(batch.length)
  }
  return entries
}

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

const recordBatch = async (recorder: Recorder, rows: Rows): Promise<readonly RowEntry[]> => {
  const [first, second] = rows
  if (second === undefined) {
    const place = placeOf(first)
    return [
      entryOfRow(place, await recordFacts(recorder, place, { command: 'RecordFacts', facts: first.facts })),
    ]
  }
  const asked = await ask(recorder, first.organisation, { command: 'RecordFacts', facts: factsOf(rows) })
  switch (asked.answer) {
    case 'recorded':
      return rows.map((row) => entryOf(row, asked.events))
    case 'unchanged':
      return rows.map((row) => entryOf(row, []))
    case 'differs':
      return apart(recorder, rows)
    case 'refused':
      return asked.ofLog ? rows.map((row) => entryNotRecorded(row, asked)) : apart(recorder, rows)
  }
}

/** Halves find the rows that are refused in few decisions. */
const apart = async (recorder: Recorder, rows: Rows): Promise<readonly RowEntry[]> => {
  const middle = Math.ceil(rows.length / 2)
  const entries: RowEntry[] = []
  for (const half of [rows.slice(0, middle), rows.slice(middle)]) {
    const [first, ...others] = half
    if (first !== undefined) entries.push(...(await recordBatch(recorder, [first, ...others])))
  }
  return entries
}

const factsOf = ([first, ...others]: Rows): readonly [NewFact, ...NewFact[]] => [
  ...first.facts,
  ...others.flatMap(({ facts }) => facts),
]

const entryOf = (row: ReadyStep, events: readonly RecordedEvent[]): RowEntry => {
  const ids = new Set(row.facts.map(({ id }) => id))
  return entryOfRow(placeOf(row), { ...nothingYet, events: events.filter(({ id }) => ids.has(id)) })
}

const entryNotRecorded = (row: ReadyStep, refused: NotRecorded): RowEntry =>
  entryOfRow(placeOf(row), { ...nothingYet, refused })

const placeOf = ({ file, line, subject, organisation }: ReadyStep): RowPlace => ({
  table: 'steps',
  file,
  line,
  subject,
  organisation,
})
