import Table from 'cli-table3'
import { withSmallLetter } from '#domain/kernel/first-letter.js'
import { day, dayOfIso, isoOfDay, type Day } from '#domain/time/day.js'
import { nameOfDay } from '#domain/time/edtf-sentence.js'
import type { TrajectoryView } from '#projections/asked/trajectory/trajectory-view.js'
import type { Terminal } from '#src/cli/terminal.js'

const states = { held: 'tenu', possible: 'peut-être', stale: 'à confirmer', none: '—' } as const

export interface Printing {
  /** Whether each fact is followed by its source. */
  readonly sources: boolean
  /** What another organisation is called. */
  readonly nameOf: (id: string) => string
}

/** The answer as a person reads it: where it stands, why, and how it came there. */
export const printTrajectory = (
  view: TrajectoryView,
  terminal: Terminal,
  { sources, nameOf }: Printing,
): void => {
  const { organisation, model, standing, lastStanding, dimensions } = view
  terminal.print(`${organisation.name} (${organisation.id})`)
  terminal.print(
    `au ${french(view.asOf)} · connu au ${french(view.knownAt.slice(0, 10))}${view.knownBy === 'documented' ? ' par les documents' : ''} · ${model.labels.fr} (${model.id}@${model.version}, ${model.hash.slice(0, 12)})`,
  )
  terminal.print('')
  if (lastStanding === undefined) terminal.print(standing.sentence.fr)
  else terminal.print(`À son dernier jour, ${withSmallLetter(lastStanding.sentence.fr)}`)
  for (const { sentence } of warningsBeside(view)) terminal.print(`  ! ${sentence.fr}`)
  for (const { id, labels, from } of view.successors) {
    terminal.print(`  → ${labels.fr} : ${nameOf(id)} (${id})${from === null ? '' : `, le ${french(from)}`}`)
  }
  for (const id of view.predecessors) terminal.print(`  ← succède à ${nameOf(id)} (${id})`)
  terminal.print('')
  terminal.print(
    tableOf(
      ['dimension', 'niveau', '', 'pourquoi'],
      dimensions.map(({ dimension, level, levelLabels, state, sentence }) => [
        dimension.labels.fr,
        level === 0 ? levelLabels.fr : `${level} · ${levelLabels.fr}`,
        states[state],
        level === 0 ? '' : sentence.fr,
      ]),
    ),
  )
  if (view.evidence.length > 0) {
    terminal.print('')
    terminal.print('Ce qui le montre :')
    for (const { sentence, inherited, organisation: of, source } of view.evidence) {
      terminal.print(`  · ${sentence.fr}${inherited ? ` (hérité de ${nameOf(of)})` : ''}`)
      if (sources && source !== undefined) terminal.print(`      source : ${source}`)
    }
  }
  terminal.print('')
  terminal.print(
    tableOf(
      ['du', 'au', 'position', 'parce que'],
      view.story.map(({ begin, end, state, labels, surely, because, ahead }) => [
        `${ahead ? '(à venir) ' : ''}${french(begin)}`,
        french(lastDay(end)),
        `${state === 'possible' ? 'peut-être ' : ''}${labels.fr}${state === 'stale' ? ', à confirmer' : ''}${surely === null ? '' : ` (sûr : ${surely.labels.fr})`}`,
        because.map(({ fr }) => fr).join('\n'),
      ]),
    ),
  )
}

/** What is held says itself until when: the warning would say it again. */
const warningsBeside = ({ warnings, standing }: TrajectoryView): TrajectoryView['warnings'] =>
  warnings.filter(({ code }) => code !== 'goes-stale' || standing.state !== 'held')

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = [28, 26, 30, 90].slice(0, head.length)
  const table = new Table({
    head: [...head],
    style: { head: [], border: [] },
    wordWrap: true,
    colWidths: widths,
  })
  table.push(...rows.map((row) => [...row]))
  return table.toString()
}

/** Spells end before the first day of the next: people read the last day. */
const lastDay = (end: string): string => isoOfDay(day(dayOf(end) - 1))

const french = (iso: string): string => nameOfDay(dayOf(iso), 'fr')

const dayOf = (iso: string): Day => {
  const day = dayOfIso(iso)
  if (day === undefined) throw new TypeError(`not a day: ${iso}`)
  return day
}
