import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import type { ImportWarning } from '#src/tasks/importing/use-cases/plan/import-warning.js'
import type { Recorder } from './import-recorder.js'
import type { ImportEntry, RowEntry } from '#src/tasks/importing/use-cases/report/import-report.js'
import type { OrganisationRow } from '#src/tasks/importing/use-cases/plan/organisation-commands.js'
import { entryOfRow, recordProfile, together, type RowOutcome, type RowPlace } from './record-row.js'

export type ReadyOrganisation = OrganisationRow & {
  readonly content: Extract<OrganisationRow['content'], { readonly ready: true }>
}

/**
 * Records the rows of organisations: all are registered before anything else is told of any, so that a successor is on
 * record when its predecessor names it. `onRows` hears how many rows are done.
 */
export const recordOrganisations = async (
  recorder: Recorder,
  rows: readonly ReadyOrganisation[],
  onRows: (done: number) => void,
): Promise<readonly ImportEntry[]> => {
  const registered: RowOutcome[] = []
  for (const row of rows) {
    registered.push(await recordProfile(recorder, placeOf(row), row.content.registration))
    onRows(1)
  }
  const entries: ImportEntry[] = []
  for (const [index, row] of rows.entries()) {
    const outcome = registered[index]
    if (outcome === undefined) continue
    entries.push(await recordLater(recorder, row, outcome), ...(await successorWarnings(recorder, row)))
  }
  return entries
}

/** What follows the registration, as long as nothing is refused. */
const recordLater = async (
  recorder: Recorder,
  row: ReadyOrganisation,
  registered: RowOutcome,
): Promise<RowEntry> => {
  let outcome = registered
  for (const command of row.content.later) {
    if (outcome.refused !== undefined) break
    outcome = together(outcome, await recordProfile(recorder, placeOf(row), command))
  }
  return entryOfRow(placeOf(row), outcome)
}

const successorWarnings = async (
  { handling }: Recorder,
  row: ReadyOrganisation,
): Promise<readonly ImportEntry[]> => {
  const warnings: ImportEntry[] = []
  for (const command of row.content.later) {
    if (command.command !== 'SucceedOrganisation') continue
    const stream = streamOfOrganisation(command.data.successor)
    const [known] = await handling.log.readStream(stream, { limit: 1 })
    if (known !== undefined) continue
    warnings.push({ type: 'warning', ...placeOf(row), warning: unknownSuccessor(command.data.successor) })
  }
  return warnings
}

const unknownSuccessor = (value: OrganisationId): ImportWarning => ({
  code: 'successor-unknown',
  column: 'successor',
  value,
  remedy: {
    fr: 'Le successeur n’est pas enregistré. Ajouter sa ligne, ou vérifier son identifiant.',
    en: 'The successor is not registered. Add its row, or check its identifier.',
  },
})

const placeOf = ({ file, line, subject, content }: ReadyOrganisation): RowPlace => ({
  table: 'organisations',
  file,
  line,
  subject,
  organisation: content.organisation,
})
