import sortedBtree from 'sorted-btree'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { OrganisationRow } from './kept-model.js'

/** The package is CommonJS: to a module its class is the default of its default. */
const BTree = sortedBtree.default

/**
 * A sorted map that is a value: a change gives another one, shares with it all that did not change, and costs what is
 * changed, times the logarithm of all. Keys are compared by the order that it was begun with.
 */
export class SortedTree<Key, Value> {
  private constructor(private readonly tree: sortedBtree.default<Key, Value>) {}

  static empty<Key, Value>(order: (one: Key, other: Key) => number): SortedTree<Key, Value> {
    return new SortedTree(new BTree<Key, Value>(undefined, order))
  }

  get size(): number {
    return this.tree.size
  }

  get(key: Key): Value | undefined {
    return this.tree.get(key)
  }

  /** Without some keys, then with others put in, or in the place of the same. */
  changed(removed: Iterable<Key>, put: Iterable<readonly [Key, Value]>): SortedTree<Key, Value> {
    const tree = this.tree.clone() // of one node: the others are shared until they are written to
    for (const key of removed) tree.delete(key)
    for (const [key, value] of put) tree.set(key, value)
    return new SortedTree(tree)
  }

  /** In order, from a key on, itself included. */
  values(from?: Key): IterableIterator<Value> {
    return this.tree.values(from)
  }

  keys(from?: Key): IterableIterator<Key> {
    return this.tree.keys(from)
  }

  entries(from?: Key): IterableIterator<[Key, Value]> {
    return this.tree.entries(from)
  }

  /** The values of the keys from the first on for which this holds. */
  *while(from: Key, holds: (key: Key) => boolean): Generator<Value, undefined> {
    for (const [key, value] of this.tree.entries(from)) {
      if (!holds(key)) return
      yield value
    }
  }
}

/** By code units: what every program sorts alike. */
export const byCodeUnits = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Several texts, by the first in which they differ. */
export const inTurn = (one: readonly string[], other: readonly string[]): number => {
  for (const [place, text] of one.entries()) {
    const difference = byCodeUnits(text, other[place] ?? '')
    if (difference !== 0) return difference
  }
  return one.length - other.length
}

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
