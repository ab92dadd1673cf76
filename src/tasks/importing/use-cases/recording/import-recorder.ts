import type { EventId, OrganisationId } from '#domain/kernel/identifiers.js'
import { match } from 'ts-pattern'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { MergePatch } from '#domain/kernel/merge-patch.js'
import type { OrganisationCommand } from '#domain/organisation/command.js'
import { historyOf } from '#domain/organisation/history.js'
import type { Refusal } from '#domain/refusals/refusal.js'
import type { Labels } from '#domain/kernel/labels.js'
import { answerToRefusal } from '#src/messages/refusal-answers.js'
import { handleCommand, type CommandHandling } from '#src/handling/writing/write-organisation.js'
import { readOrganisation } from '#src/handling/reading/read-organisation.js'
import { derivedId } from '#src/handling/writing/derived-id.js'
import { fieldChanges } from './field-changes.js'
import type { FieldChange } from '#src/tasks/importing/use-cases/report/import-report.js'

/** How one import records, the same in a dry run and for good: only the log below differs. */
export interface Recorder {
  readonly handling: CommandHandling
  readonly collection: string
  readonly applyCorrections: boolean
}

export type Asked =
  | { readonly answer: 'recorded'; readonly events: readonly RecordedEvent[] }
  | { readonly answer: 'unchanged' }
  | { readonly answer: 'differs'; readonly target: EventId; readonly changes: MergePatch }
  | NotRecorded

/** `code`: that of the domain's refusal, or why the log took nothing. */
export interface NotRecorded {
  readonly answer: 'refused'
  readonly code: string
  readonly remedy: Labels
  /** True when it is not about the row: any other would have had the same answer. */
  readonly ofLog: boolean
}

/** Asks for one command; every end of it is one of four answers. */
export const ask = async (
  { handling, collection }: Recorder,
  organisation: OrganisationId,
  command: OrganisationCommand,
): Promise<Asked> => {
  const outcome = await handleCommand(handling, {
    organisation,
    command,
    correlationId: `import:${collection}`,
  })
  return match(outcome)
    .with({ outcome: 'recorded' }, { outcome: 'would-record' }, ({ events }): Asked => ({
      answer: 'recorded',
      events,
    }))
    .with({ outcome: 'unchanged' }, (): Asked => ({ answer: 'unchanged' }))
    .with({ outcome: 'refused' }, ({ refusal }): Asked =>
      refusal.code === 'content-differs'
        ? { answer: 'differs', target: refusal.target, changes: refusal.changes }
        : { answer: 'refused', code: refusal.code, remedy: remedyOf(refusal), ofLog: false },
    )
    .with(
      { outcome: 'moved' },
      { outcome: 'busy' },
      { outcome: 'disk-full' },
      { outcome: 'clock-behind' },
      { outcome: 'command-reused' },
      ({ outcome: code }): Asked => ({ answer: 'refused', code, remedy: logRemedies[code], ofLog: true }),
    )
    .exhaustive()
}

const remedyOf = (refusal: Refusal): Labels => {
  const { fr, en } = answerToRefusal(refusal)
  return { fr, en }
}

const logRemedies: Readonly<
  Record<'moved' | 'busy' | 'disk-full' | 'clock-behind' | 'command-reused', Labels>
> = {
  moved: {
    fr: 'D’autres écrivent sans cesse sur cette organisation. Importer à nouveau : rien n’est enregistré deux fois.',
    en: 'Others keep writing on this organisation. Import again: nothing is recorded twice.',
  },
  busy: {
    fr: 'Le journal est occupé. Importer à nouveau un peu plus tard : rien n’est enregistré deux fois.',
    en: 'The log is busy. Import again a little later: nothing is recorded twice.',
  },
  'disk-full': {
    fr: 'Le disque est plein. Faire de la place, puis importer à nouveau : rien n’est enregistré deux fois.',
    en: 'The disk is full. Make room, then import again: nothing is recorded twice.',
  },
  'clock-behind': {
    fr: 'L’horloge de cette machine retarde sur le journal. La régler, puis importer à nouveau : rien n’est enregistré deux fois.',
    en: 'The clock of this machine is behind the log. Set it right, then import again: nothing is recorded twice.',
  },
  'command-reused': {
    fr: 'Le journal connaît cette commande avec un autre contenu. Signaler cette anomalie.',
    en: 'The log knows this command with other content. Report this as a defect.',
  },
}

/** A correction that would bring the record in line with a row. */
export interface Proposal {
  readonly subject: 'fact' | 'organisation'
  readonly target: EventId
  readonly changes: MergePatch
  readonly fields: readonly FieldChange[]
}

/** The proposal that an answer «differs» stands for, with what is on record now. */
export const proposalOf = async (
  { handling }: Recorder,
  organisation: OrganisationId,
  subject: Proposal['subject'],
  { target, changes }: Extract<Asked, { answer: 'differs' }>,
): Promise<Proposal> => {
  const { events } = await readOrganisation(handling.log, organisation)
  return { subject, target, changes, fields: fieldChanges(historyOf(events), target, changes) }
}

/**
 * Makes a proposed correction. Its id derives from the place where it will stand: the same correction asked after
 * another one, to and fro, is another event.
 */
export const correct = async (
  recorder: Recorder,
  organisation: OrganisationId,
  { subject, target, changes }: Proposal,
  where: string,
): Promise<Asked> => {
  const { revision } = await readOrganisation(recorder.handling.log, organisation)
  const id = derivedId(`${recorder.collection}/correction/${target}/${revision}`)
  const reason = `Import « ${recorder.collection} » : ${where} dit autre chose que ce qui était enregistré.`
  return ask(
    recorder,
    organisation,
    subject === 'fact'
      ? { command: 'CorrectFact', id, data: { target, changes, reason } }
      : { command: 'CorrectOrganisation', id, target, changes, reason },
  )
}
