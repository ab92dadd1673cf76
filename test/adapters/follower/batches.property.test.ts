import { deepStrictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { openMemoryEventLog } from '#adapters/event-log/memory/memory-event-log.js'
import { openMemoryReadStore } from '#adapters/read-store/memory/memory-read-store.js'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { EventLog } from '#domain/ports/event-log.js'
import type { ReadStore } from '#domain/ports/read-store.js'
import { createFollower } from '#adapters/follower/follower.js'
import { openSteps } from '#projections/kept/open-steps/open-steps.js'
import type { KeptModel, OrganisationRow } from '#projections/kept/kept-model.js'
import { membershipsOnRecord } from '#projections/kept/memberships/memberships.js'
import { programmesTaken } from '#projections/kept/programmes/programmes.js'
import { stepsTaken } from '#projections/kept/steps-taken/steps-taken.js'
import { registry, type RegistryIndex } from '#projections/kept/registry/registry-index.js'
import { registryRowOf } from '#projections/kept/registry/row-of-organisation.js'
import { appendEvents, recordedInOrder } from '#test/support/organisation-events.js'
import { lives, type NextEvent } from '#test/support/organisation-lives.js'
import { propertyRuns } from '#test/support/property.js'
import { foldedAlone, rowDerived } from '#test/support/row-derived.js'
import { followModel, reached } from './follower-world.js'

/** How the events come: after each number of them, the reader has read; after some, it is closed and opened again. */
const batches = fc.array(fc.record({ size: fc.integer({ min: 1, max: 9 }), reopens: fc.boolean() }), {
  maxLength: 8,
})

const start = (log: EventLog, store: ReadStore) =>
  followModel(
    {
      log,
      store,
      warn: (warning) => {
        throw new Error(JSON.stringify(warning))
      },
    },
    registry,
  )

const readUp = async (running: Awaited<ReturnType<typeof start>>, log: EventLog): Promise<RegistryIndex> => {
  await reached(running, await log.head())
  return running.view()
}

/** All that an index holds, whatever its trees look like. */
const contentsOf = ({ byId, sorted, predecessors }: RegistryIndex): unknown => [
  [...byId],
  [...sorted.name.values()],
  [...sorted.kind.values()],
  [...sorted.news.values()],
  [...predecessors.entries()],
]

/** The index that a look at each stream gives, without any projector. */
const freshFold = (told: readonly (NextEvent & { readonly recorded: RecordedEvent })[]): RegistryIndex => {
  const streams = new Map<OrganisationId, RecordedEvent[]>()
  for (const { organisation, recorded } of told)
    streams.set(organisation, [...(streams.get(organisation) ?? []), recorded])
  return registry.viewOf(
    [...streams].map(([id, events]) => rowDerived(registryRowOf(foldedAlone(id, events)))),
  )
}

t.test('however the events come in batches, the registry is that of a fresh fold', async (t) => {
  const property = fc.asyncProperty(lives(30), batches, async (life, sizes) => {
    const events = recordedInOrder(life.map(({ event }) => event))
    const told = life.flatMap((next, index) => {
      const recorded = events[index]
      return recorded === undefined ? [] : [{ ...next, recorded }]
    })
    const [log, store] = [openMemoryEventLog(), openMemoryReadStore()]
    let running = await start(log, store)
    let appended = 0
    for (const { size, reopens } of [...sizes, { size: told.length, reopens: true }]) {
      for (const { organisation, recorded } of told.slice(appended, appended + size))
        await appendEvents(log, organisation, [recorded])
      appended = Math.min(told.length, appended + size)
      deepStrictEqual(contentsOf(await readUp(running, log)), contentsOf(freshFold(told.slice(0, appended))))
      if (!reopens) continue
      await running.close()
      running = await start(log, store)
    }
    const reopened = contentsOf(await readUp(running, log))
    await running.rebuild()
    deepStrictEqual(contentsOf(running.view()), reopened)
    await running.close()
    await log.close()
  })
  t.equal(fc.defaultReportMessage(await fc.check(property, propertyRuns(60))), undefined)
})

/** The rows that a look at each stream gives, as text. */
const freshRows = (
  model: AnyModel,
  told: readonly (NextEvent & { readonly recorded: RecordedEvent })[],
): readonly string[] => {
  const streams = new Map<OrganisationId, RecordedEvent[]>()
  for (const { organisation, recorded } of told)
    streams.set(organisation, [...(streams.get(organisation) ?? []), recorded])
  return [...streams]
    .map(([id, events]) => JSON.stringify(rowDerived(model.rowOf(foldedAlone(id, events)))))
    .toSorted()
}

type AnyModel = KeptModel<OrganisationRow, unknown>
const models = [
  registry,
  stepsTaken,
  programmesTaken,
  openSteps,
  membershipsOnRecord,
] as unknown as readonly AnyModel[] // each with a view of its own

/** After each batch, which models are built anew, and whether all is opened again; so little is kept that states are forgotten. */
const disturbances = fc.array(
  fc.record({
    size: fc.integer({ min: 1, max: 9 }),
    rebuilt: fc.uniqueArray(fc.nat(models.length - 1)),
    reopens: fc.boolean(),
    capacity: fc.constantFrom(1, 4, 1000),
  }),
  { maxLength: 6 },
)

t.test(
  'however they come, are forgotten, or built anew, the rows of all models are those of a fresh fold',
  async (t) => {
    const property = fc.asyncProperty(lives(25), disturbances, async (life, batchesOf) => {
      const events = recordedInOrder(life.map(({ event }) => event))
      const told = life.flatMap((next, index) => {
        const recorded = events[index]
        return recorded === undefined ? [] : [{ ...next, recorded }]
      })
      const [log, store] = [openMemoryEventLog(), openMemoryReadStore()]
      const open = async (capacity: number) => {
        const follower = createFollower({
          log,
          store,
          capacity,
          warn: (warning) => {
            throw new Error(JSON.stringify(warning))
          },
        })
        const kept = models.map((model) => follower.keep(model))
        await follower.start()
        return { follower, kept }
      }
      let opened = await open(1000)
      let appended = 0
      for (const { size, rebuilt, reopens, capacity } of batchesOf) {
        const rebuilding = opened.kept
          .filter((_one, place) => rebuilt.includes(place))
          .map((one) => one.rebuild())
        for (const { organisation, recorded } of told.slice(appended, appended + size))
          await appendEvents(log, organisation, [recorded])
        appended = Math.min(told.length, appended + size)
        await Promise.all(rebuilding)
        for (const one of opened.kept) await reached(one, await log.head())
        for (const { model: name, generation } of (await store.serving())?.generations ?? []) {
          const model = models.find((one) => one.name === name)
          if (model === undefined) throw new Error(name)
          const rows = (await store.rows(generation)).map(({ json }) => json).toSorted()
          deepStrictEqual(rows, freshRows(model, told.slice(0, appended)))
        }
        deepStrictEqual((await store.serving())?.generations.length, models.length)
        if (!reopens) continue
        await opened.follower.close()
        opened = await open(capacity)
      }
      await opened.follower.close()
      await log.close()
    })
    t.equal(fc.defaultReportMessage(await fc.check(property, propertyRuns(60))), undefined)
  },
)
