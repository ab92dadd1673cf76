import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { NewFact, OrganisationCommand } from '#domain/organisation/command.js'
import type {
  FieldChange,
  ImportEntry,
  RowEntry,
} from '#src/tasks/importing/use-cases/report/import-report.js'
import {
  ask,
  correct,
  proposalOf,
  type NotRecorded,
  type Proposal,
  type Recorder,
} from './import-recorder.js'

/** Where a row stands, as its entry says it. */
export type RowPlace = Pick<
  Extract<ImportEntry, { type: 'recorded' }>,
  'table' | 'file' | 'line' | 'subject'
> & { readonly organisation: OrganisationId }

/** What became of a row so far. */
export interface RowOutcome {
  readonly events: readonly RecordedEvent[]
  readonly made: readonly FieldChange[]
  readonly proposed: readonly Proposal[]
  readonly refused?: NotRecorded
}

export const nothingYet: RowOutcome = { events: [], made: [], proposed: [] }

/** The facts of one row: all at once, but those that are on record with other content, which are to be corrected. */
export const recordFacts = async (
  recorder: Recorder,
  place: RowPlace,
  command: Extract<OrganisationCommand, { command: 'RecordFacts' }>,
): Promise<RowOutcome> => {
  let outcome = nothingYet
  let pending: readonly NewFact[] = command.facts
  for (;;) {
    const [first, ...others] = pending
    if (first === undefined) break
    const asked = await ask(recorder, place.organisation, { ...command, facts: [first, ...others] })
    if (asked.answer === 'refused') return { ...outcome, refused: asked }
    if (asked.answer === 'recorded') outcome = { ...outcome, events: [...outcome.events, ...asked.events] }
    if (asked.answer !== 'differs') break
    const proposal = await proposalOf(recorder, place.organisation, 'fact', asked)
    outcome = await withCorrection(recorder, place, outcome, proposal)
    pending = pending.filter(({ id }) => id !== asked.target)
  }
  return recorder.applyCorrections ? retried(recorder, place, outcome) : outcome
}

/** One command about the organisation itself. */
export const recordProfile = async (
  recorder: Recorder,
  place: RowPlace,
  command: OrganisationCommand,
): Promise<RowOutcome> => {
  const asked = await ask(recorder, place.organisation, command)
  if (asked.answer === 'refused') return { ...nothingYet, refused: asked }
  if (asked.answer === 'recorded') return { ...nothingYet, events: asked.events }
  if (asked.answer === 'unchanged') return nothingYet
  const proposal = await proposalOf(recorder, place.organisation, 'organisation', asked)
  return withCorrection(recorder, place, nothingYet, proposal)
}

/** Corrected if that was asked for, else proposed. What is refused stays proposed: another correction may let it pass. */
const withCorrection = async (
  recorder: Recorder,
  place: RowPlace,
  outcome: RowOutcome,
  proposal: Proposal,
): Promise<RowOutcome> => {
  const left = { ...outcome, proposed: [...outcome.proposed, proposal] }
  if (!recorder.applyCorrections) return left
  const where = `la ligne ${place.line} de ${place.file}`
  const asked = await correct(recorder, place.organisation, proposal, where)
  if (asked.answer === 'refused') return { ...left, refused: asked }
  const events = asked.answer === 'recorded' ? asked.events : []
  return { ...outcome, events: [...outcome.events, ...events], made: [...outcome.made, ...proposal.fields] }
}

/** Two dates that move together may only be corrected in one order: what was refused is tried again while that helps. */
const retried = async (recorder: Recorder, place: RowPlace, outcome: RowOutcome): Promise<RowOutcome> => {
  for (let left = outcome; ;) {
    let again: RowOutcome = { events: left.events, made: left.made, proposed: [] }
    for (const proposal of left.proposed) again = await withCorrection(recorder, place, again, proposal)
    if (again.proposed.length === 0 || again.proposed.length === left.proposed.length) return again
    left = again
  }
}

/** Two outcomes of one row as one. */
export const together = (one: RowOutcome, other: RowOutcome): RowOutcome => {
  const refused = one.refused ?? other.refused
  return {
    events: [...one.events, ...other.events],
    made: [...one.made, ...other.made],
    proposed: [...one.proposed, ...other.proposed],
    ...(refused === undefined ? {} : { refused }),
  }
}

/** The one entry that says what became of a row. */
export const entryOfRow = (place: RowPlace, { events, made, proposed, refused }: RowOutcome): RowEntry => {
  const entry = {
    ...place,
    events: events.map(({ id, type }) => ({ id, type })),
    changes: [...made, ...proposed.flatMap(({ fields }) => fields)],
  }
  if (refused !== undefined) return { type: 'refused', ...entry, code: refused.code, remedy: refused.remedy }
  if (proposed.length > 0) return { type: 'correction-proposed', ...entry }
  if (made.length > 0) return { type: 'corrected', ...entry }
  return events.length > 0 ? { type: 'recorded', ...entry } : { type: 'unchanged', ...entry }
}
