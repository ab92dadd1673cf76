import { programmeOf } from '#domain/programmes/programmes.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { isCarrying } from '#domain/steps/roles.js'
import { civilOfDay, day } from '#domain/time/day.js'
import {
  datedDaysOf,
  type ProgrammePart,
  type ProgrammesRow,
} from '#projections/kept/programmes/programmes-row.js'
import type { ProgrammesTaken } from '#projections/kept/programmes/programmes.js'

/** A part with whose it is. */
export interface PartOfOrganisation {
  readonly organisation: Pick<ProgrammesRow, 'id' | 'name' | 'kind'>
  readonly part: ProgrammePart
}

/**
 * What a part is to its programme. Targets and announcements are kept apart from what was done; `ran`: the operator’s own
 * part in a step; `life`: that of the programme itself; `around`: what was held, published or received in its course
 * without being it.
 */
export type PartStanding =
  'took-part' | 'ran' | 'supported' | 'around' | 'announced' | 'target' | 'life' | 'setback'

/** Every part on record, by the name of whose it is: an order that ranks nobody. */
export const allParts = (taken: ProgrammesTaken): readonly PartOfOrganisation[] =>
  [...taken.values()]
    .toSorted((one, other) => one.name.localeCompare(other.name, 'fr') || (one.id < other.id ? -1 : 1))
    .flatMap(({ id, name, kind, parts }) => parts.map((part) => ({ organisation: { id, name, kind }, part })))

/** What a part is to the programme that it names. */
export const standingOf = (part: ProgrammePart): PartStanding => {
  if (part.kind === 'target') return 'target'
  if (part.kind === 'programme') return 'life'
  if (part.kind === 'setback') return 'setback'
  if (part.outcome === 'announced' || part.outcome === 'dropped') return 'announced'
  const brings = part.programme === undefined ? undefined : programmeOf(part.programme)?.kinds
  // Outside the catalogue nobody said which steps are the programme: whoever carried one took part.
  if (brings === undefined || brings.includes(part.kind)) {
    return part.role === 'operator' ? 'ran' : part.carries ? 'took-part' : 'supported'
  }
  return isCarrying(part.role) ? 'around' : 'supported'
}

/** The edition that a part names; undefined where it names none, or only the number of a booklet. */
export const editionOf = ({ programme, edition }: ProgrammePart): string | undefined =>
  programme !== undefined && programmeOf(programme)?.numberedBooklets === true ? undefined : edition

/** One engagement: the parts of all who took it together, or that of the only one. */
export interface Engagement<P extends PartOfOrganisation = PartOfOrganisation> {
  readonly key: string
  readonly parts: readonly [P, ...P[]]
}

/** Groups parts into engagements: those of one kind that share the id of a collective step, else each step by itself. */
export const engagementsOf = <P extends PartOfOrganisation>(parts: readonly P[]): readonly Engagement<P>[] =>
  grouped(parts, ({ part }) => keyOf(part)).map(([key, group]) => ({ key, parts: group }))

/** In the order in which the keys first show. */
export const grouped = <T, K>(
  values: readonly T[],
  keyOfValue: (value: T) => K,
): readonly (readonly [K, readonly [T, ...T[]]])[] => {
  const groups = new Map<K, [T, ...T[]]>()
  for (const value of values) {
    const key = keyOfValue(value)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return [...groups]
}

const keyOf = ({ jointId, kind, stepId }: ProgrammePart): string =>
  jointId === undefined ? `step ${stepId}` : `joint ${jointId} ${kind}`

/** The organisations that have a part, each once. */
export const organisationsOf = (parts: readonly PartOfOrganisation[]): readonly OrganisationId[] => [
  ...new Set(parts.map(({ organisation }) => organisation.id)),
]

/** The first and the last year in which any of these may have begun; undefined where none is dated. */
export const yearsOf = (
  parts: readonly PartOfOrganisation[],
): readonly [first: number, last: number] | undefined => {
  const ranges = parts.flatMap(({ part }) => datedDaysOf(part) ?? [])
  if (ranges.length === 0) return undefined
  const first = Math.min(...ranges.map(({ earliest }) => earliest))
  const last = Math.max(...ranges.map(({ latest }) => latest))
  return [civilOfDay(day(first)).year, civilOfDay(day(last)).year]
}
