import type { StepId } from '#domain/kernel/identifiers.js'
import { kindCodes, kindOf, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import { editionOf, grouped, standingOf, type PartOfOrganisation } from './parts-in-programme.js'

/** Something that came out of a part, with what lies between, the first one first. */
export interface CameOut {
  readonly from: PartOfOrganisation
  readonly through: readonly PartOfOrganisation[]
  readonly to: PartOfOrganisation
}

/** Steps by those that they came out of. */
export type Followers = ReadonlyMap<StepId, readonly PartOfOrganisation[]>

export const followersAmong = (all: readonly PartOfOrganisation[]): Followers =>
  new Map(
    grouped(
      all.flatMap((one) => one.part.follows.map((of) => ({ of, one }))),
      ({ of }) => of,
    ).map(([of, links]) => [of, links.map(({ one }) => one)]),
  )

/**
 * What came out of these parts as the record links it, at once or through other steps, each once by its shortest way.
 * What a programme itself is made of, and setbacks, which are told apart, are passed over.
 */
export const whatCameOut = (
  roots: readonly PartOfOrganisation[],
  followers: Followers,
): readonly CameOut[] => {
  const met = new Set(roots.map(identityOf))
  const found: CameOut[] = []
  let ways: readonly CameOut[] = roots.map((root) => ({ from: root, through: [], to: root }))
  while (ways.length > 0) {
    const next: CameOut[] = []
    for (const { from, through, to } of ways) {
      for (const follower of followers.get(to.part.stepId) ?? []) {
        if (met.has(identityOf(follower)) || follower.part.kind === 'setback') continue
        met.add(identityOf(follower))
        next.push({ from, through: to === from ? [] : [...through, to], to: follower })
      }
    }
    found.push(...next.filter(({ from, to }) => !isOfSameEdition(from, to) || isLasting(to.part.kind)))
    ways = next
  }
  return found
}

/** By kind: labs, scaling and effects first, then in the order of the catalogue. */
export const byKind = (
  outcomes: readonly CameOut[],
): readonly (readonly [kind: KindCode, outcomes: readonly CameOut[]])[] =>
  grouped(outcomes, ({ to }) => to.part.kind).toSorted(([one], [other]) => placeOf(one) - placeOf(other))

const first: readonly KindCode[] = ['lab', 'scaling', 'effect']

const placeOf = (kind: KindCode): number =>
  first.includes(kind) ? first.indexOf(kind) : first.length + kindCodes.indexOf(kind)

const identityOf = ({ organisation, part }: PartOfOrganisation): string => `${organisation.id} ${part.stepId}`

const isOfSameEdition = ({ part: one }: PartOfOrganisation, { part: other }: PartOfOrganisation): boolean =>
  one.programme === other.programme && editionOf(one) === editionOf(other)

/** What stays once the programme is over, even where the record names the programme for it. */
const isLasting = (kind: KindCode): boolean =>
  ['institutionalisation', 'scaling', 'evaluation'].includes(kindOf(kind).family) && kind !== 'transfo'

/** The parts that outcomes are looked for from: the steps of the programme, whoever took or ran them, and the programme itself. */
export const isRoot = ({ part }: PartOfOrganisation): boolean =>
  ['took-part', 'ran', 'life'].includes(standingOf(part))
