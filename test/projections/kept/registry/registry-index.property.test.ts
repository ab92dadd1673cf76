import fc from 'fast-check'
import t from 'tap'
import {
  emptyRegistry,
  predecessorsOf,
  registered,
  withRows,
} from '#projections/kept/registry/registry-index.js'
import { registryOrders, registrySorts } from '#projections/kept/registry/registry-order.js'
import type { RegistryRow } from '#projections/kept/registry/registry-row.js'
import { holds } from '#test/support/holds.js'
import { organisation } from '#test/support/organisation-events.js'
import { rows } from './registry-rows.js'

const batches = fc.array(rows(12), { maxLength: 6 })

/** The last row of each organisation. */
const lastOf = (written: readonly (readonly RegistryRow[])[]): readonly RegistryRow[] => [
  ...new Map(written.flat().map((row) => [row.id, row])).values(),
]

t.test('batch by batch or at once: the same index', (t) => {
  const property = fc.property(batches, (written) => {
    const stepwise = written.reduce(withRows, emptyRegistry)
    const atOnce = withRows(emptyRegistry, lastOf(written))
    return JSON.stringify(stepwise) === JSON.stringify(atOnce)
  })
  holds(t, property, 300)
  t.end()
})

t.test('each order is that of sorting everything', (t) => {
  const property = fc.property(batches, (written) => {
    const index = written.reduce(withRows, emptyRegistry)
    return registrySorts.every(
      (sort) =>
        JSON.stringify(index.sorted[sort]) === JSON.stringify(lastOf(written).toSorted(registryOrders[sort])),
    )
  })
  holds(t, property, 300)
  t.end()
})

t.test('rows and predecessors are those that a look at every row finds', (t) => {
  const property = fc.property(batches, (written) => {
    const index = written.reduce(withRows, emptyRegistry)
    const all = lastOf(written).toSorted((one, other) => (one.id < other.id ? -1 : 1))
    return Array.from({ length: 61 }, (_, number) => organisation(`org-${number}`)).every((id) => {
      const naive = all.flatMap((row) =>
        row.successors.filter((successor) => successor.organisation === id).map(() => row.id),
      )
      const found = predecessorsOf(index, id).map((predecessor) => predecessor.organisation)
      return registered(index, id) === all.find((row) => row.id === id) && naive.join() === found.join()
    })
  })
  holds(t, property, 200)
  t.end()
})

t.test('an index is a value: what comes later does not change it', (t) => {
  const property = fc.property(rows(12), rows(12), (first, second) => {
    const index = withRows(emptyRegistry, first)
    const before = JSON.stringify(index)
    withRows(index, second)
    return JSON.stringify(index) === before
  })
  holds(t, property, 100)
  t.end()
})
