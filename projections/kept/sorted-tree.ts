import sortedBtree from 'sorted-btree'

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
