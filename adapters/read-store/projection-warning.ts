import { match } from 'ts-pattern'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Checkpoint, LogId, Position } from '#domain/ports/event-log.js'
import type { Labels } from '#domain/kernel/labels.js'

/** What an operator should know of a projection that goes on by itself. */
export type ProjectionWarning = { readonly projection: string } & (
  | { readonly warning: 'foreign-log'; readonly checkpoint: Checkpoint; readonly log: LogId }
  /** An older copy of the log was restored. */
  | { readonly warning: 'beyond-head'; readonly checkpoint: Checkpoint; readonly head: Position }
  /** An older copy was restored, and went on since. */
  | { readonly warning: 'history-changed'; readonly checkpoint: Checkpoint }
  | { readonly warning: 'other-version'; readonly stored: number; readonly current: number }
  | { readonly warning: 'quarantined'; readonly organisation: OrganisationId; readonly reason: string }
  /** It tries again by itself. */
  | { readonly warning: 'failed'; readonly error: Error }
)

/** Reasons and errors come in both languages already: the French sentence says them, once. */
export const wordingOfWarning = (warning: ProjectionWarning): Labels => {
  const { projection } = warning
  return match(warning)
    .with({ warning: 'foreign-log' }, ({ checkpoint, log }) => ({
      fr: `« ${projection} » avait lu le journal ${checkpoint.log}, celui-ci est ${log} : reconstruction depuis le début.`,
      en: `“${projection}” had read the log ${checkpoint.log}, this one is ${log}: rebuilding from the start.`,
    }))
    .with({ warning: 'beyond-head' }, ({ checkpoint, head }) => ({
      fr: `« ${projection} » avait lu jusqu’à ${checkpoint.position}, le journal s’arrête à ${head} : reconstruction depuis le début.`,
      en: `“${projection}” had read up to ${checkpoint.position}, the log ends at ${head}: rebuilding from the start.`,
    }))
    .with({ warning: 'history-changed' }, ({ checkpoint }) => ({
      fr: `« ${projection} » avait lu jusqu’à ${checkpoint.position}, où le journal n’a plus d’événement : reconstruction depuis le début.`,
      en: `“${projection}” had read up to ${checkpoint.position}, where the log has no event any more: rebuilding from the start.`,
    }))
    .with({ warning: 'other-version' }, ({ stored, current }) => ({
      fr: `« ${projection} » passe de la version ${stored} à la version ${current} : reconstruction.`,
      en: `“${projection}” goes from version ${stored} to version ${current}: rebuilding.`,
    }))
    .with({ warning: 'quarantined' }, ({ organisation, reason }) => ({
      fr: `« ${projection} » met de côté ${organisation} : ${reason}`,
      en: `“${projection}” sets ${organisation} aside.`,
    }))
    .with({ warning: 'failed' }, ({ error }) => ({
      fr: `« ${projection} » s’est arrêtée et réessaiera : ${error.message}`,
      en: `“${projection}” stopped and will try again.`,
    }))
    .exhaustive()
}
