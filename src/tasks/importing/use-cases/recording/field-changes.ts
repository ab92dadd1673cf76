import { patched, type MergePatch } from '#domain/kernel/merge-patch.js'
import type { EventId } from '#domain/kernel/identifiers.js'
import type { OrganisationHistory } from '#domain/organisation/history.js'
import type { FieldChange } from '#src/tasks/importing/use-cases/report/import-report.js'

/** What a correction would change of an event on record, field by field: `attributes.team` from 3 to 4. */
export const fieldChanges = (
  history: OrganisationHistory,
  target: EventId,
  changes: MergePatch,
): readonly FieldChange[] => {
  const before: Content =
    history.facts.get(target)?.fact ?? history.profile.find(({ id }) => id === target)?.event.data ?? {}
  const [from, to] = [flat(before), flat(patched(before, changes))]
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((field) => {
    const [old, now] = [from.get(field) ?? null, to.get(field) ?? null]
    return JSON.stringify(old) === JSON.stringify(now)
      ? []
      : [{ event: target, field, before: old, after: now }]
  })
}

type Content = Readonly<Record<string, unknown>>

/** The leaves of a content by their path; a list is one leaf. */
const flat = (content: Content, prefix = ''): Map<string, unknown> =>
  new Map(
    Object.entries(content).flatMap(([key, value]): readonly (readonly [string, unknown])[] => {
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return [...flat(value as Content, `${prefix}${key}.`)] // an object of the JSON of an event
      return value === undefined ? [] : [[`${prefix}${key}`, value]]
    }),
  )
