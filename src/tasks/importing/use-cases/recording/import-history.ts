import { overlayOn } from '#adapters/event-log/overlay/overlay-log.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { RegistryIndex } from '#projections/kept/registry/registry-index.js'
import type { Viewer } from '#domain/access/viewer.js'
import type { Clock } from '#domain/ports/clock.js'
import type { StreamLog } from '#domain/ports/event-log.js'
import type { CommandHandling } from '#src/handling/writing/write-organisation.js'
import { readInheritedSteps, type LineageReading } from '#src/handling/reading/read-lineage.js'
import {
  planOfFiles,
  type ImportPlan,
  type OrganisationOnRecord,
  type PlannedStep,
} from '#src/tasks/importing/use-cases/plan/import-plan.js'
import type { Recorder } from './import-recorder.js'
import {
  countsOf,
  type ImportEntry,
  type ImportReport,
} from '#src/tasks/importing/use-cases/report/import-report.js'
import type { ImportWarning } from '#src/tasks/importing/use-cases/plan/import-warning.js'
import type { OrganisationRow } from '#src/tasks/importing/use-cases/plan/organisation-commands.js'
import type { FileFacts, ImportFile } from '#src/tasks/importing/use-cases/table/read-table.js'
import { recordOrganisations, type ReadyOrganisation } from './record-organisations.js'
import { recordSteps, type ReadyStep } from './record-steps.js'

export interface ImportDeps {
  readonly log: StreamLog
  readonly clock: Clock
  readonly viewer: Viewer
  /** What the log knows of successions; those that the files tell come on top. */
  readonly predecessorsOf: LineageReading['predecessorsOf']
  readonly successionsSeen: CommandHandling['successionsSeen']
  /** Who is on record, whom steps may then name by any of their names; without it, by their identifiers. */
  readonly registry?: { readonly index: () => Pick<RegistryIndex, 'byId'> }
}

export interface ImportOptions {
  /** A slug: the identity of a row is the collection and the row's own identifier. */
  readonly collection: string
  /** Nothing reaches the log; the report is the one that the import would give. */
  readonly dryRun?: boolean
  /** Rows that differ from what is on record correct it; otherwise their corrections are proposed. */
  readonly applyCorrections?: boolean
  /** Hears of progress, in rows. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void
}

/**
 * Records what files of organisations and of steps tell. The same files again add nothing. Every row is recorded, or
 * named in the report with the reason; no row stands in the way of another. A dry run is the same import over a log
 * whose appends stay in memory.
 */
export const importHistory = async (
  deps: ImportDeps,
  files: readonly ImportFile[],
  options: ImportOptions,
): Promise<ImportReport> => {
  const plan = planOfFiles(files, options.collection, onRecord(deps))
  const recorder = recorderFor(deps, plan, options)
  const organisations = plan.organisations.filter(isReadyOrganisation)
  const steps = plan.steps.filter(isReadyStep)
  const progress = progressOf(organisations.length + steps.length, options)
  const entries: readonly ImportEntry[] = [
    ...(await recordOrganisations(recorder, organisations, progress)),
    ...(await recordSteps(recorder, steps, progress)),
    ...plan.organisations.flatMap(entriesBeforeRecording),
    ...plan.steps.flatMap(entriesOfPlannedStep),
  ]
  return reportOf(plan, entries, options)
}

const onRecord = ({ registry }: ImportDeps): readonly OrganisationOnRecord[] =>
  [...(registry?.index().byId.values() ?? [])].map(({ id, name, formerNames, aliases }) => ({
    id,
    names: [name, ...formerNames.map((former) => former.name), ...aliases],
  }))

const recorderFor = (deps: ImportDeps, plan: ImportPlan, options: ImportOptions): Recorder => {
  const log = options.dryRun === true ? overlayOn(deps.log) : deps.log
  const inFiles = predecessorsInFiles(plan.organisations)
  const predecessorsOf: LineageReading['predecessorsOf'] = async (id) => [
    ...new Set([...(await deps.predecessorsOf(id)), ...(inFiles.get(id) ?? [])]),
  ]
  return {
    handling: {
      log,
      clock: deps.clock,
      viewer: deps.viewer,
      inheritedSteps: (id) => readInheritedSteps({ log, predecessorsOf }, id),
      successionsSeen: deps.successionsSeen,
    },
    collection: options.collection,
    applyCorrections: options.applyCorrections === true,
  }
}

const predecessorsInFiles = (
  rows: readonly OrganisationRow[],
): ReadonlyMap<OrganisationId, readonly OrganisationId[]> => {
  const predecessors = new Map<OrganisationId, OrganisationId[]>()
  for (const { content } of rows.filter(isReadyOrganisation)) {
    for (const command of content.later) {
      if (command.command !== 'SucceedOrganisation') continue
      const known = predecessors.get(command.data.successor) ?? []
      predecessors.set(command.data.successor, [...known, content.organisation])
    }
  }
  return predecessors
}

const isReadyOrganisation = (row: OrganisationRow): row is ReadyOrganisation => row.content.ready
const isReadyStep = (row: PlannedStep): row is ReadyStep => row.ready

const progressOf = (total: number, { onProgress }: ImportOptions): ((rows: number) => void) => {
  let done = 0
  return (rows) => {
    done += rows
    onProgress?.({ done, total })
  }
}

/** What was known of a row before any was recorded: its faults, or its warnings. */
const entriesBeforeRecording = ({
  file,
  line,
  subject,
  content,
}: OrganisationRow): readonly ImportEntry[] => {
  const place = { table: 'organisations', file, line, subject } as const
  return content.ready
    ? content.warnings.map((warning): ImportEntry => ({
        type: 'warning',
        ...place,
        organisation: content.organisation,
        warning,
      }))
    : [{ type: 'faulty', ...place, faults: [...content.faults] }]
}

const entriesOfPlannedStep = (step: PlannedStep): readonly ImportEntry[] => {
  const { file, line, subject } = step
  const place = { table: 'steps', file, line, subject } as const
  return step.ready
    ? step.warnings.map((warning): ImportEntry => ({
        type: 'warning',
        ...place,
        organisation: step.organisation,
        warning,
      }))
    : [{ type: 'faulty', ...place, faults: [...step.faults] }]
}

const reportOf = (
  plan: ImportPlan,
  entries: readonly ImportEntry[],
  options: ImportOptions,
): ImportReport => {
  const files = plan.files.map((facts) => ({
    name: facts.name,
    table: facts.table,
    encoding: facts.encoding,
    delimiter: facts.delimiter,
    warnings: [...warningsOfFile(facts), ...templateWarnings(plan.templateRows.get(facts.name) ?? [])],
  }))
  return {
    collection: options.collection,
    dryRun: options.dryRun === true,
    applyCorrections: options.applyCorrections === true,
    files,
    refusedFiles: plan.refusedFiles.map(({ name, code, remedy }) => ({ name, code, remedy })),
    counts: {
      organisations: countsOf(entries, 'organisations'),
      steps: countsOf(entries, 'steps'),
      events: entries.reduce((sum, entry) => sum + ('events' in entry ? entry.events.length : 0), 0),
      warnings:
        entries.filter(({ type }) => type === 'warning').length +
        files.reduce((sum, { warnings }) => sum + warnings.length, 0),
    },
    entries: inFileOrder(entries, plan),
  }
}

/** By file and line; a row's warnings behind what became of it. */
const inFileOrder = (entries: readonly ImportEntry[], { files }: ImportPlan): ImportEntry[] => {
  const order = new Map(files.map(({ name }, index) => [name, index]))
  const rank = ({ type }: ImportEntry): number => (type === 'warning' ? 1 : 0)
  return entries.toSorted(
    (one, other) =>
      (order.get(one.file) ?? 0) - (order.get(other.file) ?? 0) ||
      one.line - other.line ||
      rank(one) - rank(other),
  )
}

const warningsOfFile = (facts: FileFacts): readonly ImportWarning[] => [
  ...facts.unknownColumns.map((column): ImportWarning => ({
    code: 'column-unknown',
    column,
    remedy: {
      fr: 'Colonne inconnue : rien n’en est enregistré. La renommer d’après le modèle, ou la mettre dans la note.',
      en: 'Unknown column: nothing of it is recorded. Rename it after the template, or put it in the note.',
    },
  })),
  ...facts.repeatedColumns.map((column): ImportWarning => ({
    code: 'column-repeated',
    column,
    remedy: {
      fr: 'Deux colonnes ont ce sens : seule la première est lue. Renommer ou retirer l’autre.',
      en: 'Two columns have this meaning: only the first is read. Rename or remove the other.',
    },
  })),
  ...(facts.encoding === 'windows-1252' ? [encodingAssumed] : []),
]

const templateWarnings = (lines: readonly number[]): readonly ImportWarning[] =>
  lines.map((line) => ({
    code: 'template-row',
    value: String(line),
    remedy: {
      fr: `La ligne ${line} est celle du modèle (explication ou exemple) : rien n’en est enregistré. On peut la laisser ou la retirer.`,
      en: `Line ${line} is the template’s own (explanation or example): nothing of it is recorded. Leave it or remove it.`,
    },
  }))

const encodingAssumed: ImportWarning = {
  code: 'encoding-assumed',
  value: 'windows-1252',
  remedy: {
    fr: 'Le fichier n’est pas en UTF-8 : il est lu comme Windows-1252. Vérifier les accents.',
    en: 'The file is not in UTF-8: it is read as Windows-1252. Check the accents.',
  },
}
