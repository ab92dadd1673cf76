import { match } from 'ts-pattern'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Checkpoint, LogId, Position } from '#domain/ports/event-log.js'
import type { Labels } from '#domain/kernel/labels.js'

/** What an operator should know of a follower that goes on by itself. */
export type FollowerWarning =
  | { readonly warning: 'foreign-log'; readonly checkpoint: Checkpoint; readonly log: LogId }
  /** An older copy of the log was restored. */
  | { readonly warning: 'beyond-head'; readonly checkpoint: Checkpoint; readonly head: Position }
  /** An older copy was restored, and went on since. */
  | { readonly warning: 'history-changed'; readonly checkpoint: Checkpoint }
  | {
      readonly warning: 'other-version'
      readonly model: string
      readonly stored: number
      readonly current: number
    }
  /** By these models: all of them where its stream can't be read. */
  | {
      readonly warning: 'quarantined'
      readonly models: readonly string[]
      readonly organisation: OrganisationId
      readonly reason: string
    }
  /** It tries again by itself. */
  | { readonly warning: 'failed'; readonly error: Error }
  | { readonly warning: 'reactor-failed'; readonly reactor: string; readonly error: Error }

/** Reasons and errors come in both languages already: the French sentence says them, once. */
export const wordingOfWarning = (warning: FollowerWarning): Labels =>
  match(warning)
    .with({ warning: 'foreign-log' }, ({ checkpoint, log }) => ({
      fr: `Les lectures venaient du journal ${checkpoint.log}, celui-ci est ${log} : reconstruction depuis le début.`,
      en: `The read models had read the log ${checkpoint.log}, this one is ${log}: rebuilding from the start.`,
    }))
    .with({ warning: 'beyond-head' }, ({ checkpoint, head }) => ({
      fr: `Les lectures allaient jusqu’à ${checkpoint.position}, le journal s’arrête à ${head} : reconstruction depuis le début.`,
      en: `The read models had read up to ${checkpoint.position}, the log ends at ${head}: rebuilding from the start.`,
    }))
    .with({ warning: 'history-changed' }, ({ checkpoint }) => ({
      fr: `Les lectures allaient jusqu’à ${checkpoint.position}, où le journal n’a plus d’événement : reconstruction depuis le début.`,
      en: `The read models had read up to ${checkpoint.position}, where the log has no event any more: rebuilding from the start.`,
    }))
    .with({ warning: 'other-version' }, ({ model, stored, current }) => ({
      fr: `« ${model} » passe de la version ${stored} à la version ${current} : reconstruction.`,
      en: `“${model}” goes from version ${stored} to version ${current}: rebuilding.`,
    }))
    .with({ warning: 'quarantined' }, ({ models, organisation, reason }) => ({
      fr: `${organisation} est mise de côté (${models.join(', ')}) : ${reason}`,
      en: `${organisation} is set aside.`,
    }))
    .with({ warning: 'failed' }, ({ error }) => ({
      fr: `Les lectures se sont arrêtées et réessaieront : ${error.message}`,
      en: 'The read models stopped and will try again.',
    }))
    .with({ warning: 'reactor-failed' }, ({ reactor, error }) => ({
      fr: `« ${reactor} » n’a pu aboutir et réessaiera : ${error.message}`,
      en: `“${reactor}” could not finish and will try again.`,
    }))
    .exhaustive()
