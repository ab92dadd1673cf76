import { labelsOf } from '#domain/kernel/labels.js'
import { nameOfProgramme } from '#domain/programmes/programme-names.js'
import type { Programme } from '#domain/programmes/programme.js'
import { programmeOf, programmes } from '#domain/programmes/programmes.js'
import { kindOf } from '#domain/steps/catalogue/catalogue.js'
import { byKind, followersAmong, isRoot, whatCameOut, type CameOut, type Followers } from './came-out.js'
import { claimView, partView } from './describe-part.js'
import { formatOfEdition, yearsOfEdition } from './edition-words.js'
import {
  allParts,
  editionOf,
  engagementsOf,
  grouped,
  organisationsOf,
  standingOf,
  yearsOf,
  type PartOfOrganisation,
  type PartStanding,
} from './parts-in-programme.js'
import type { EditionView, OutcomeView, ProgrammeSummary, ProgrammeView, Results } from './programme-view.js'
import { firstDaysOf, isOfPlan, type PartOutcome } from '#projections/kept/programmes/programmes-row.js'
import type { ProgrammesTaken } from '#projections/kept/programmes/programmes.js'
import { inOrder } from './year-counts.js'

/** Every programme of the catalogue, and every other that a fact names: the catalogue's order, then by code. */
export const listProgrammes = (taken: ProgrammesTaken): readonly ProgrammeSummary[] => {
  const byCode = new Map(grouped(allParts(taken), ({ part }) => part.programme))
  const codes = new Set([...programmes.map(({ code }) => code), ...byCode.keys()])
  codes.delete(undefined)
  return inOrder([...codes].filter((code) => code !== undefined)).map((code) => {
    const parts = byCode.get(code) ?? []
    const having = (...standings: readonly PartStanding[]) =>
      parts.filter(({ part }) => standings.includes(standingOf(part)))
    return {
      ...identityOf(code),
      editions: editionsOf(code, parts).flatMap(([edition]) => edition ?? []),
      years: yearsView(having('took-part', 'ran')),
      results: resultsOf(having('took-part', 'ran')),
      announced: engagementsOf(having('announced')).length,
      targets: engagementsOf(having('target')).length,
    }
  })
}

/** A programme with its editions; undefined where neither the catalogue nor any fact knows the code. */
export const describeProgramme = (taken: ProgrammesTaken, code: string): ProgrammeView | undefined => {
  const all = allParts(taken)
  const parts = all.filter(({ part }) => part.programme === code)
  const programme = programmeOf(code)
  if (programme === undefined && parts.length === 0) return undefined
  const followers = followersAmong(all)
  return {
    ...identityOf(code),
    kinds: (programme?.kinds ?? []).map(named),
    results: resultsOf(parts.filter(({ part }) => ['took-part', 'ran'].includes(standingOf(part)))),
    editions: editionsOf(code, parts).map(([edition, group]) =>
      editionView(programme, edition, group, followers),
    ),
  }
}

const identityOf = (code: string) => ({
  code,
  labels: labelsOf(nameOfProgramme(code)),
  inCatalogue: programmeOf(code) !== undefined,
})

const named = (kind: Parameters<typeof kindOf>[0]) => ({ code: kind, labels: labelsOf(kindOf(kind).labels) })

type EditionGroup = readonly [edition: string | undefined, parts: readonly PartOfOrganisation[]]

/** Those that the catalogue names, then those that only facts name, by their first day; last what names none. */
const editionsOf = (code: string, parts: readonly PartOfOrganisation[]): readonly EditionGroup[] => {
  const known = (programmeOf(code)?.editions ?? []).flatMap(({ edition }) => edition ?? [])
  const told = new Map<string | undefined, readonly PartOfOrganisation[]>(
    grouped(parts, ({ part }) => editionOf(part)),
  )
  const others = [...told]
    .filter(([edition]) => edition !== undefined && !known.includes(edition))
    .toSorted(([, one], [, other]) => firstDayOf(one) - firstDayOf(other))
  const unnamed = told.get(undefined)
  return [
    ...known.map((edition): EditionGroup => [edition, told.get(edition) ?? []]),
    ...others,
    ...(unnamed !== undefined || (known.length === 0 && others.length === 0)
      ? [[undefined, unnamed ?? []] satisfies EditionGroup]
      : []),
  ]
}

const firstDayOf = (parts: readonly PartOfOrganisation[]): number =>
  Math.min(...parts.map(({ part }) => (firstDaysOf(part) ?? part.stages[0]?.range)?.earliest ?? Infinity))

const editionView = (
  programme: Programme | undefined,
  edition: string | undefined,
  parts: readonly PartOfOrganisation[],
  followers: Followers,
): EditionView => {
  const having = (...standings: readonly PartStanding[]): readonly PartOfOrganisation[] =>
    parts.filter(({ part }) => standings.includes(standingOf(part)))
  const views = (...standings: readonly PartStanding[]) => having(...standings).map(partView)
  return {
    edition: edition ?? null,
    formats: (programme?.editions ?? []).filter((one) => one.edition === edition).map(formatView),
    ...claimsOf(having('target', 'life')),
    results: resultsOf(having('took-part', 'ran')),
    tookPart: views('took-part'),
    ran: views('ran'),
    supported: views('supported'),
    announced: views('announced'),
    around: views('around'),
    setbacks: views('setback'),
    cameOut: byKind(whatCameOut(parts.filter(isRoot), followers)).map(([kind, outcomes]) => ({
      kind: named(kind),
      outcomes: outcomes.map(outcomeView),
    })),
  }
}

const formatView = (edition: Programme['editions'][number]): EditionView['formats'][number] => ({
  years: { fr: yearsOfEdition(edition, 'fr'), en: yearsOfEdition(edition, 'en') },
  format: { fr: formatOfEdition(edition, 'fr'), en: formatOfEdition(edition, 'en') },
  sources: [...edition.sources],
})

/** What who runs it aimed at or announced, and what they told of the whole once it was done: never one with the other. */
const claimsOf = (parts: readonly PartOfOrganisation[]): Pick<EditionView, 'targets' | 'reported'> => {
  const aims = ({ part }: PartOfOrganisation) =>
    part.kind === 'target' ? part.stages : part.stages.filter(isOfPlan)
  const told = ({ part }: PartOfOrganisation) =>
    part.kind === 'target' ? [] : part.stages.filter((stage) => !isOfPlan(stage))
  return {
    targets: parts.flatMap((one) => claimView(one, aims(one)) ?? []),
    reported: parts.flatMap((one) => claimView(one, told(one)) ?? []),
  }
}

const outcomeView = ({ from, through, to }: CameOut): OutcomeView => ({
  to: partView(to),
  from: partView(from),
  through: through.map(partView),
})

/** The furthest first. */
const outcomesInOrder: readonly PartOutcome[] = [
  'completed',
  'happened',
  'ended',
  'abandoned',
  'suspended',
  'open',
  'announced',
  'dropped',
]

/** A step that only its operator has on record counts as a step, and as nobody’s participation. */
const resultsOf = (parts: readonly PartOfOrganisation[]): Results => {
  const engagements = engagementsOf(parts)
  const tookPart = parts.filter(({ part }) => standingOf(part) === 'took-part')
  const furthest = engagements.map((engagement) =>
    Math.min(...engagement.parts.map(({ part }) => outcomesInOrder.indexOf(part.outcome))),
  )
  return {
    steps: engagements.length,
    participations: tookPart.length,
    organisations: organisationsOf(tookPart).length,
    outcomes: outcomesInOrder
      .map((outcome, place) => ({ outcome, steps: furthest.filter((one) => one === place).length }))
      .filter(({ steps }) => steps > 0),
  }
}

const yearsView = (parts: readonly PartOfOrganisation[]): ProgrammeSummary['years'] => {
  const [first, last] = yearsOf(parts) ?? []
  return first === undefined || last === undefined ? null : { first, last }
}
