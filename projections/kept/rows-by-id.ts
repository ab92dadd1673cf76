import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { OrganisationRow } from './kept-model.js'
import { byCodeUnits, SortedTree } from './sorted-tree.js'

/** Rows by organisation, in the order of their ids: a value, of which a change copies nothing that it leaves alone. */
export class RowsById<Row extends OrganisationRow> implements ReadonlyMap<OrganisationId, Row> {
  private constructor(private readonly tree: SortedTree<OrganisationId, Row>) {}

  static of<Row extends OrganisationRow>(rows: readonly Row[]): RowsById<Row> {
    return new RowsById(SortedTree.empty<OrganisationId, Row>(byCodeUnits)).with(rows)
  }

  /** With rows added, or put in the place of those of the same organisations. */
  with(rows: readonly Row[]): RowsById<Row> {
    return new RowsById(
      this.tree.changed(
        [],
        rows.map((row) => [row.id, row] as const),
      ),
    )
  }

  get size(): number {
    return this.tree.size
  }

  get(id: OrganisationId): Row | undefined {
    return this.tree.get(id)
  }

  has(id: OrganisationId): boolean {
    return this.tree.get(id) !== undefined
  }

  *keys(): Generator<OrganisationId, undefined> {
    yield* this.tree.keys()
  }

  *values(): Generator<Row, undefined> {
    yield* this.tree.values()
  }

  *entries(): Generator<[OrganisationId, Row], undefined> {
    yield* this.tree.entries()
  }

  [Symbol.iterator](): Generator<[OrganisationId, Row], undefined> {
    return this.entries()
  }

  forEach(look: (row: Row, id: OrganisationId, rows: ReadonlyMap<OrganisationId, Row>) => void): void {
    for (const [id, row] of this.tree.entries()) look(row, id, this)
  }
}
