import { patchBetween, type MergePatch } from '#domain/kernel/merge-patch.js'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import { historyOf, type FactOnRecord } from '#domain/organisation/history.js'
import type { EventId } from '#domain/kernel/identifiers.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import { typedText, type TypedForm } from '#src/web/forms/typed-form.js'
import type { FaultsByField } from '#src/web/forms/content-of-fields.js'
import { contentOfForm } from '#src/web/forms/content-of-form.js'
import { formWords } from '#src/web/forms/form-words.js'
import { roleAsField } from './fact-in-form.js'

export type ReadCorrection =
  | { readonly read: true; readonly changes: MergePatch }
  | { readonly read: false; readonly faults: FaultsByField }

/**
 * What a form changes of the fact that it was first filled in with: only what reads otherwise than at first. A date and a
 * window exclude each other, so that both are set as soon as one changes.
 */
export const correctionOf = (kind: KindCode, first: TypedForm, typed: TypedForm): ReadCorrection => {
  const [was, is] = [contentOfForm(kind, first), contentOfForm(kind, typed)]
  const role = typedText(typed, roleAsField.name)
  const faults = { ...(role === undefined ? { role: formWords.choose } : {}), ...is.faults }
  if (Object.keys(faults).length > 0) return { read: false, faults }
  const changes = patchBetween(
    { ...was.told, role: typedText(first, roleAsField.name) },
    { ...is.told, role },
  )
  const dated = 'occurred' in changes || 'within' in changes
  const { occurred = null, within = null } = is.told as {
    readonly occurred?: string
    readonly within?: string
  } // texts of dates
  return { read: true, changes: dated ? { ...changes, occurred, within } : changes }
}

/** The fact as it read when its stream was that long; undefined where it was not told yet. */
export const factAsSeen = (
  events: readonly RecordedEvent[],
  revision: number,
  id: EventId,
): FactOnRecord | undefined => historyOf(events.slice(0, revision + 1)).facts.get(id)

/** What was typed on top of an older version, on top of the newer one: what was not touched follows the record. */
export const onNewerVersion = (typed: TypedForm, seen: TypedForm, now: TypedForm): TypedForm => {
  const names = new Set([...Object.keys(seen), ...Object.keys(now)])
  const untouched = [...names].filter((name) => sameTexts(typed[name], seen[name]))
  return { ...typed, ...Object.fromEntries(untouched.map((name) => [name, now[name] ?? []])) }
}

const sameTexts = (one: readonly string[] = [], other: readonly string[] = []): boolean =>
  written(one) === written(other)

/** Browsers send the ends of lines as CRLF. */
const written = (texts: readonly string[]): string =>
  JSON.stringify(texts.filter((text) => text !== '').map((text) => text.replaceAll('\r\n', '\n')))
