import fc from 'fast-check'
import t from 'tap'
import {
  emptyRegistry,
  holdersOfJoint,
  holdersOfStep,
  predecessorsOf,
  registered,
  withRows,
  type RegistryIndex,
  registryOrders,
  registrySorts,
} from '#projections/kept/registry/registry-index.js'
import type { RegistryRow } from '#projections/kept/registry/registry-row.js'
import { holds } from '#test/support/holds.js'
import { organisation } from '#test/support/organisation-events.js'
import { rows } from './registry-rows.js'

const batches = fc.array(rows(12), { maxLength: 6 })

/** The last row of each organisation. */
const lastOf = (written: readonly (readonly RegistryRow[])[]): readonly RegistryRow[] => [
  ...new Map(written.flat().map((row) => [row.id, row])).values(),
]

/** All that an index holds, whatever its trees look like. */
const contentsOf = ({ byId, sorted, predecessors, byStep, byJoint }: RegistryIndex): string =>
  JSON.stringify([
    [...byId],
    registrySorts.map((sort) => [...sorted[sort].values()]),
    [...predecessors.entries()],
    [...byStep.entries()],
    [...byJoint.entries()],
  ])

t.test('batch by batch or at once: the same index', (t) => {
  const property = fc.property(batches, (written) => {
    const stepwise = written.reduce(withRows, emptyRegistry)
    const atOnce = withRows(emptyRegistry, lastOf(written))
    return contentsOf(stepwise) === contentsOf(atOnce)
  })
  holds(t, property, 300)
  t.end()
})

t.test('each order is that of sorting everything', (t) => {
  const property = fc.property(batches, (written) => {
    const index = written.reduce(withRows, emptyRegistry)
    return registrySorts.every(
      (sort) =>
        JSON.stringify([...index.sorted[sort].values()]) ===
        JSON.stringify(lastOf(written).toSorted(registryOrders[sort])),
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
    const before = contentsOf(index)
    withRows(index, second)
    return contentsOf(index) === before
  })
  holds(t, property, 100)
  t.end()
})

t.test('who has a step, or a part in a group of steps, is whom a look at every row finds', (t) => {
  const property = fc.property(batches, (written) => {
    const index = written.reduce(withRows, emptyRegistry)
    const all = lastOf(written).toSorted((one, other) => (one.id < other.id ? -1 : 1))
    const steps = new Set(written.flat().flatMap((row) => row.steps))
    const joints = new Set(written.flat().flatMap((row) => row.joints))
    return (
      [...steps].every(
        (step) =>
          holdersOfStep(index, step).join() ===
          all
            .filter((row) => row.steps.includes(step))
            .map(({ id }) => id)
            .join(),
      ) &&
      [...joints].every(
        (joint) =>
          holdersOfJoint(index, joint).join() ===
          all
            .filter((row) => row.joints.includes(joint))
            .map(({ id }) => id)
            .join(),
      )
    )
  })
  holds(t, property, 200)
  t.end()
})
