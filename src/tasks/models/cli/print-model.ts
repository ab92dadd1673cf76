import { dayOfIso } from '#domain/time/day.js'
import { nameOfDay } from '#domain/time/edtf-sentence.js'
import type { Fault } from '#domain/kernel/fault.js'
import type {
  Count,
  ModelComparison,
  Move,
  Place,
} from '#projections/asked/model-comparison/comparison-view.js'
import type { ModelCheck } from '#src/tasks/models/use-cases/model-check.js'
import type { Terminal } from '#src/cli/terminal.js'

interface FaultInText extends Fault {
  readonly line?: number | undefined
  readonly column?: number | undefined
}

/** One line a fault, as compilers do: `fichier:ligne:colonne: phrase (chemin)`. Editors jump there. */
export const printFaults = (faults: readonly FaultInText[], file: string, terminal: Terminal): void => {
  for (const { line, column, path, message } of faults) {
    const place = line === undefined || column === undefined ? file : `${file}:${line}:${column}`
    terminal.print(`${place}: ${message}${path === '' ? '' : ` (${path})`}`)
  }
}

/** The report on one document. */
export const printCheck = (check: ModelCheck, file: string, terminal: Terminal): void => {
  printFaults(check.faults, file, terminal)
  printFaults(
    check.warnings.map((warning) => ({ ...warning, message: `avertissement : ${warning.message}` })),
    file,
    terminal,
  )
  terminal.print(
    check.valid
      ? `Modèle valable : ${check.id ?? ''}@${check.version ?? ''}, empreinte ${check.hash ?? ''}.`
      : `${check.faults.length} ${check.faults.length === 1 ? 'faute' : 'fautes'}.`,
  )
}

/** Who would move, by name, with the rules; then how many in all. */
export const printComparison = (comparison: ModelComparison, terminal: Terminal): void => {
  const { from, to, asOf, movers, moversLeftOut, counts, dimensionsOnlyIn, unreadable } = comparison
  const names = { from: `${from.id}@${from.version}`, to: `${to.id}@${to.version}` }
  terminal.print(`De ${names.from} vers ${names.to}, au ${french(asOf)} :`)
  for (const { name, position, dimensions } of movers) {
    terminal.print('')
    terminal.print(name)
    if (position !== null) printMove('position', position, names, terminal)
    for (const move of dimensions) printMove(move.dimension.labels.fr, move, names, terminal)
  }
  if (moversLeftOut > 0) terminal.print(`… et ${moversLeftOut} autres.`)
  terminal.print('')
  terminal.print(
    `${comparison.moved} organisations changeraient, sur ${comparison.compared} comparées ` +
      `(${comparison.ended} avaient pris fin, ${comparison.notKnown} n’étaient pas connues).`,
  )
  printCounts('Position', counts.position, terminal)
  for (const { dimension, counts: counted } of counts.dimensions) {
    printCounts(dimension.labels.fr, counted.filter(differs), terminal)
  }
  const only = [...dimensionsOnlyIn.from, ...dimensionsOnlyIn.to].map(({ labels }) => labels.fr)
  if (only.length > 0) terminal.print(`Dimensions d’un seul modèle, non comparées : ${only.join(', ')}.`)
  for (const { id, reason } of unreadable) terminal.complain(`${id} : non comparée. ${reason}`)
}

const states = { held: 'tenu', possible: 'peut-être', stale: 'à confirmer', none: '' } as const

const named = ({ labels, state }: Place): string =>
  state === 'none' ? labels.fr : `${labels.fr} (${states[state]})`

const printMove = (
  what: string,
  { from, to, rules }: Move,
  names: Readonly<Record<'from' | 'to', string>>,
  terminal: Terminal,
): void => {
  terminal.print(`  ${what} : ${named(from)} → ${named(to)}`)
  for (const { effect, rank, path, model } of rules) {
    terminal.print(`    ${effects[effect]} «${rank.labels.fr}» (${names[model]} ${path}) : ${rank.reason.fr}`)
  }
}

const effects = {
  gained: 'gagne',
  lost: 'perd',
  added: 'trouve',
  removed: 'ne trouve plus',
  order: 'change l’ordre de',
} as const

const printCounts = (what: string, counts: readonly Count[], terminal: Terminal): void => {
  if (counts.length === 0) return
  terminal.print(`${what} :`)
  for (const { from, fromState, to, toState, organisations } of counts) {
    terminal.print(
      `  ${String(organisations).padStart(5)}  ${coded(from, fromState)} → ${coded(to, toState)}`,
    )
  }
}

const differs = ({ from, fromState, to, toState }: Count): boolean => from !== to || fromState !== toState

const coded = (code: string | null, state: Count['fromState']): string =>
  code === null ? 'rien d’observé' : `${code} (${states[state]})`

const french = (iso: string): string => {
  const day = dayOfIso(iso)
  return day === undefined ? iso : nameOfDay(day, 'fr')
}
