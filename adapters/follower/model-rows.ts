import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Position } from '#domain/ports/event-log.js'
import type {
  GenerationChanges,
  GenerationId,
  Quarantined,
  ReadStore,
  RowChanges,
  ServingGeneration,
  StoredRow,
} from '#domain/ports/read-store.js'
import type { Derivation, KeptModel, OrganisationRow } from '#projections/kept/kept-model.js'
import type { ToldOrganisation } from './told-organisations.js'

/** Changes of one model: what the store commits, and what shows them once it has. */
export interface ModelChanges {
  readonly stored: GenerationChanges
  readonly show: () => void
}

/** Derives some organisations, one lot after the other: nothing is shown before all is stored. */
export interface ModelDeriving {
  readonly add: (told: readonly ToldOrganisation[]) => void
  /** What was added since this was last asked. */
  readonly unstored: () => RowChanges
  /** The same, with what shows all that was added. */
  readonly changes: () => ModelChanges
}

/** All rows of one model anew, in a generation that does not serve yet. */
export interface ModelBuild extends ModelDeriving {
  readonly model: ModelRows
  readonly generation: GenerationId
}

/** The rows of one read model, with their view in memory; of whatever form these are. */
export interface ModelRows {
  readonly name: string
  readonly version: () => number
  readonly restsOnPredecessors: boolean
  /**
   * `current`: they move with the follower's position. `former`: of another version, or of another model of maturity, as
   * of `position`, shown until new ones are built. `none`: there are none to show.
   */
  readonly standing: () => 'current' | 'former' | 'none'
  /** Of rows that do not move: as of when they are. */
  readonly heldAt: () => Position
  readonly aside: () => readonly Quarantined[]
  /** Takes over what the store has, if this code can show it. */
  readonly load: (stored: ServingGeneration, position: Position) => Promise<void>
  /** Derives anew some of the rows that serve. */
  readonly derive: () => ModelDeriving
  readonly beginBuild: () => Promise<ModelBuild>
}

interface Shown<Row extends OrganisationRow, View> {
  readonly model: KeptModel<Row, View>
  readonly generation: GenerationId
  readonly view: View
  /** Changed in place: nobody else holds it. */
  readonly quarantined: Map<OrganisationId, Quarantined>
}

/** @param latest what the next build derives rows by, where that depends on more than the program */
export const createModelRows = <Row extends OrganisationRow, View>(
  store: ReadStore,
  first: KeptModel<Row, View>,
  latest: () => KeptModel<Row, View>,
): ModelRows & { readonly view: () => View } => {
  const nothing = first.viewOf([])
  let shown: Shown<Row, View> | undefined
  let standing: 'current' | 'former' | 'none' = 'none'
  let heldAt = nowhere

  const show = (next: Shown<Row, View>): void => {
    shown = next
    standing = 'current'
  }

  const kept: ModelRows & { readonly view: () => View } = {
    view: () => shown?.view ?? nothing,
    name: first.name,
    version: () => first.version,
    restsOnPredecessors: first.restsOnPredecessors === true,
    standing: () => standing,
    heldAt: () => heldAt,
    aside: () => [...(shown?.quarantined.values() ?? [])],
    load: async ({ generation, version, quarantined }, position) => {
      const model = latest()
      if (version < model.readableSince || version > model.version) return
      const stored = await store.rows(generation)
      const view = model.viewOf(stored.map(({ json }) => JSON.parse(json) as Row)) // written from such a row, by `add`
      shown = { model, generation, view, quarantined: new Map(quarantined.map((one) => [one.id, one])) }
      heldAt = position
      standing = version === model.version && model.isCurrent?.(view) !== false ? 'current' : 'former'
    },
    derive: () => {
      if (shown === undefined) throw new Error(`${first.name} has no rows to go on with`)
      const { model, generation, view, quarantined } = shown
      const lot = deriveInto(model)
      return {
        add: lot.add,
        unstored: lot.unstored,
        changes: () => ({
          stored: { generation, ...lot.unstored() },
          show: () => {
            for (const id of lot.rows.keys()) quarantined.delete(id)
            for (const one of lot.quarantined.values()) quarantined.set(one.id, one)
            if (lot.rows.size > 0)
              show({ model, generation, view: model.withRows(view, [...lot.rows.values()]), quarantined })
          },
        }),
      }
    },
    beginBuild: async () => {
      const model = latest()
      const generation = await store.beginBeside(model.name, model.version)
      const lot = deriveInto(model)
      const build: ModelBuild = {
        model: kept,
        generation,
        add: lot.add,
        unstored: lot.unstored,
        changes: () => ({
          stored: { generation, ...lot.unstored() },
          show: () =>
            show({
              model,
              generation,
              view: model.viewOf([...lot.rows.values()]),
              quarantined: lot.quarantined,
            }),
        }),
      }
      return build
    },
  }
  return kept
}

const nowhere = 0 as Position // before the first event of every log

const deriveInto = <Row extends OrganisationRow, View>(model: KeptModel<Row, View>) => {
  const rows = new Map<OrganisationId, Row>()
  const quarantined = new Map<OrganisationId, Quarantined>()
  let unstored: { readonly rows: StoredRow[]; readonly quarantined: Quarantined[] } = {
    rows: [],
    quarantined: [],
  }
  return {
    rows,
    quarantined,
    unstored: (): RowChanges => {
      const changes = unstored
      unstored = { rows: [], quarantined: [] }
      return changes
    },
    add: (told: readonly ToldOrganisation[]): void => {
      for (const one of told) {
        const derived = derive(model, one)
        if ('row' in derived) {
          unstored.rows.push({ id: one.id, json: JSON.stringify(derived.row) })
          rows.set(one.id, derived.row)
          quarantined.delete(one.id)
        } else {
          unstored.quarantined.push(derived.quarantined)
          quarantined.set(one.id, derived.quarantined)
        }
      }
    },
  }
}

/** One organisation that gives no row keeps no other from having one. */
const derive = <Row extends OrganisationRow, View>(
  model: KeptModel<Row, View>,
  { id, last, alone, withPredecessors }: ToldOrganisation,
): { readonly row: Row } | { readonly quarantined: Quarantined } => {
  const told = model.restsOnPredecessors === true ? withPredecessors : alone
  if ('unreadable' in told) {
    const { reason, stream, revision, position } = told.unreadable
    return { quarantined: { id, reason, stream, revision, position } }
  }
  const derivation = attempt(() => model.rowOf(told.folded))
  return derivation.derived
    ? { row: derivation.row }
    : { quarantined: { id, reason: derivation.reason, ...last } }
}

const attempt = <Row>(work: () => Derivation<Row>): Derivation<Row> => {
  try {
    return work()
  } catch (error) {
    return { derived: false, reason: error instanceof Error ? error.message : String(error) }
  }
}
