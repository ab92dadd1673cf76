import type { OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type { OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import { type KindCode } from '#domain/steps/catalogue/catalogue.js'
import { carriesStep } from '#domain/steps/roles.js'
import { type KeptModel, notRegistered, type Derivation, type FoldedOrganisation } from '../kept-model.js'
import { RowsById, byCodeUnits, inTurn, SortedTree } from '#projections/kept/sorted-tree.js'
import type { StepsTakenRow, StepTaken } from './steps-taken-row.js'
import { present } from '#domain/kernel/present.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import { profileOnRecord } from '#domain/organisation/profile-on-record.js'
import {
  beginnings,
  ends,
  firstOf,
  isOfPlan,
  rangeOfStage,
  stepsOf,
  type StepOnRecord,
} from '#domain/organisation/step-on-record.js'
import type { Fact } from '#domain/steps/fact.js'

/**
 * Who took which step, with what leads from one step to another: a question about one organisation, or one kind of step,
 * looks at those whom its answer names and at nobody else.
 */
export interface StepsTaken {
  readonly rows: RowsById<StepsTakenRow>
  readonly byName: SortedTree<Named, StepsTakenRow>
  /** Who took a step of a kind, by kind of organisation, then by name. */
  readonly takers: SortedTree<readonly [OrganisationKind, KindCode, Named], StepsTakenRow>
  /** Who has a step on record under an id. */
  readonly holders: SortedTree<readonly [StepId, OrganisationId], StepsTakenRow>
  /** Whose steps came out of a step, as their record says. */
  readonly followers: SortedTree<readonly [StepId, OrganisationId], StepsTakenRow>
  /** Whose steps came out of one of a kind, by name. */
  readonly followersOfKind: SortedTree<readonly [KindCode, Named], StepsTakenRow>
}

type Named = Pick<StepsTakenRow, 'id' | 'name'>

const collator = new Intl.Collator('fr')
/** An order that ranks nobody. */
export const byName = (one: Named, other: Named): number =>
  collator.compare(one.name, other.name) || byCodeUnits(one.id, other.id)

const nothingTaken: StepsTaken = {
  rows: RowsById.of<StepsTakenRow>([]),
  byName: SortedTree.empty<Named, StepsTakenRow>(byName),
  takers: SortedTree.empty(
    (one, other) =>
      byCodeUnits(one[0], other[0]) || byCodeUnits(one[1], other[1]) || byName(one[2], other[2]),
  ),
  holders: SortedTree.empty<readonly [StepId, OrganisationId], StepsTakenRow>(inTurn),
  followers: SortedTree.empty<readonly [StepId, OrganisationId], StepsTakenRow>(inTurn),
  followersOfKind: SortedTree.empty(
    (one, other) => byCodeUnits(one[0], other[0]) || byName(one[1], other[1]),
  ),
}

const withRows = (taken: StepsTaken, rows: readonly StepsTakenRow[]): StepsTaken => {
  const inserted = [...new Map(rows.map((row) => [row.id, row])).values()]
  const removed = inserted.flatMap(({ id }) => taken.rows.get(id) ?? [])
  const changed = <Key>(
    tree: SortedTree<Key, StepsTakenRow>,
    keysOf: (row: StepsTakenRow) => readonly Key[],
  ): SortedTree<Key, StepsTakenRow> =>
    tree.changed(
      removed.flatMap(keysOf),
      inserted.flatMap((row) => keysOf(row).map((key) => [key, row] as const)),
    )
  const next = {
    rows: taken.rows.with(inserted),
    byName: changed(taken.byName, (row) => [row]),
    takers: changed(taken.takers, (row) => row.steps.map((step) => [row.kind, step.kind, row] as const)),
    holders: changed(taken.holders, (row) => row.steps.map(({ stepId }) => [stepId, row.id] as const)),
    followers: changed(taken.followers, (row) =>
      row.steps.flatMap(({ follows }) => follows.map((stepId) => [stepId, row.id] as const)),
    ),
  }
  return { ...next, followersOfKind: followersOfKind(taken, next, removed, inserted) }
}

/**
 * Out of what kinds the steps of a row came changes with that row, and with the rows whose steps it names: those are
 * looked at, before and after.
 */
const followersOfKind = (
  before: StepsTaken,
  after: Omit<StepsTaken, 'followersOfKind'>,
  removed: readonly StepsTakenRow[],
  inserted: readonly StepsTakenRow[],
): StepsTaken['followersOfKind'] => {
  const changed = [...removed, ...inserted]
  const stepIds = new Set(changed.flatMap(({ steps }) => steps.map(({ stepId }) => stepId)))
  const touched = new Set([
    ...changed.map(({ id }) => id),
    ...[...stepIds].flatMap((stepId) =>
      [...heldUnder(before.followers, stepId), ...heldUnder(after.followers, stepId)].map(({ id }) => id),
    ),
  ])
  const keysIn = (taken: Pick<StepsTaken, 'rows' | 'holders'>) =>
    [...touched].flatMap((id) => {
      const row = taken.rows.get(id)
      return row === undefined
        ? []
        : kindsFollowedBy(taken, row).map((kind) => ({ key: [kind, row] as const, row }))
    })
  return before.followersOfKind.changed(
    keysIn(before).map(({ key }) => key),
    keysIn(after).map(({ key, row }) => [key, row] as const),
  )
}

const kindsFollowedBy = (
  { holders }: Pick<StepsTaken, 'holders'>,
  row: StepsTakenRow,
): readonly KindCode[] => {
  const followed = new Set(row.steps.flatMap(({ follows }) => follows))
  const kinds = [...followed].flatMap((stepId) =>
    [...heldUnder(holders, stepId)].flatMap(({ steps }) =>
      steps.filter((step) => step.stepId === stepId).map(({ kind }) => kind),
    ),
  )
  return [...new Set(kinds)]
}

/** The rows that a tree has under a step, in the order of their ids. */
export const heldUnder = (
  tree: SortedTree<readonly [StepId, OrganisationId], StepsTakenRow>,
  stepId: StepId,
): Iterable<StepsTakenRow> => tree.while([stepId, firstOfAll], ([held]) => held === stepId)

/** Comes before every id. */
const firstOfAll = '' as OrganisationId

/** Comes before everyone of a name. */
export const beforeAll: Named = { id: firstOfAll, name: '' }

/** The steps that an organisation took, from all that its stream tells. */
export const stepsTakenRowOf = ({ id, history }: FoldedOrganisation): Derivation<StepsTakenRow> => {
  const profile = profileOnRecord(history)?.profile
  if (profile === undefined) return notRegistered
  const { name, kind } = profile
  return { derived: true, row: { id, name, kind, steps: stepsOf(history).flatMap(stepTaken) } }
}

const stepTaken = ({ stepId, kind, facts: all, follows }: StepOnRecord): readonly StepTaken[] => {
  const facts = all.filter((fact) => !isOfPlan(fact))
  if (facts.length === 0) return []
  const told = facts.map(({ fact }) => fact)
  return [
    present({
      stepId,
      kind,
      carried: told.some(({ role }) => carriesStep(kind, role)),
      title: told.findLast(({ title }) => title !== undefined)?.title,
      programme: told.findLast(({ programme }) => programme !== undefined)?.programme,
      source: told.findLast(({ source }) => source !== undefined)?.source?.reference,
      begun: rangeOfStage(facts, ...beginnings, 'happened'),
      ended: rangeOfStage(facts, ...ends),
      abandoned: firstOf(facts, 'abandoned') !== undefined,
      follows,
      nature: kind === 'setback' ? natureOf(facts) : undefined,
      told: kind === 'setback' ? wordsOf(told) : undefined,
    }),
  ]
}

/** What it last changed to, else what was told of it; undefined also where sources contradict each other. */
const natureOf = (facts: readonly FactOnRecord[]): string | undefined => {
  const natureIn = ({ fact }: FactOnRecord) => fact.attributes?.['nature'] ?? []
  const changes = facts.filter(({ stage }) => stage !== 'begun' && stage !== 'ended').flatMap(natureIn)
  const [nature, ...others] = new Set(changes.length > 0 ? changes.slice(-1) : facts.flatMap(natureIn))
  return typeof nature === 'string' && others.length === 0 ? nature : undefined
}

/** Each once, in the order of recording; undefined where there is none. */
const wordsOf = (facts: readonly Fact[]): string | undefined => {
  const words = facts.flatMap(({ whatHappened, lessons, note }) => [whatHappened, lessons, note])
  const told = [...new Set(words.filter((word) => word !== undefined))]
  return told.length === 0 ? undefined : told.join(' ; ')
}

/** What all organisations did, for advice and obstacles: peers, what followed what, and what stood in the way. */
export const stepsTaken: KeptModel<StepsTakenRow, StepsTaken> = {
  name: 'steps-taken',
  version: 3,
  readableSince: 1,
  rowOf: stepsTakenRowOf,
  viewOf: (rows) => withRows(nothingTaken, rows),
  withRows,
}
