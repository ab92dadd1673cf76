import { deepStrictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { openMemoryEventLog } from '#adapters/event-log/memory/memory-event-log.js'
import { openMemoryReadStore } from '#adapters/read-store/memory/memory-read-store.js'
import { answerAt } from '#domain/maturity/answer.js'
import { ranksByReading } from '#domain/maturity/trajectory.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { EventLog } from '#domain/ports/event-log.js'
import type { ReadStore } from '#domain/ports/read-store.js'
import { addDuration } from '#domain/time/day.js'
import { foldedOrganisation } from '#projections/kept/kept-model.js'
import { predecessorsOf, registry } from '#projections/kept/registry/registry-index.js'
import { registryRowOf } from '#projections/kept/registry/row-of-organisation.js'
import { standingOn } from '#projections/kept/standings/standing-on.js'
import { standingsUnder, type Standings } from '#projections/kept/standings/standings.js'
import { assessOrganisation } from '#domain/trajectory/assess-organisation.js'
import { openModelShelf } from '#src/handling/models/model-shelf.js'
import { readLineage } from '#src/handling/reading/read-lineage.js'
import { readOrganisation } from '#src/handling/reading/read-organisation.js'
import { dayOf } from '#test/support/histories.js'
import { appendEvents, recordedInOrder } from '#test/support/organisation-events.js'
import { lives } from '#test/support/organisation-lives.js'
import { propertyRuns } from '#test/support/property.js'
import { followModel, reached } from '#test/adapters/follower/follower-world.js'

const { usual } = openModelShelf()
const days = ['2010-06-01', '2015-12-31', '2016-01-01', '2019-01-01', '2024-01-01', '2030-01-01'].map(dayOf)

const start = (log: EventLog, store: ReadStore) =>
  followModel(
    {
      log,
      store,
      warn: (warning) => {
        throw new Error(JSON.stringify(warning))
      },
    },
    standingsUnder(usual),
  )

/** What the trajectories answer that are computed when asked, from the streams and a registry that was just folded. */
const trajectoriesIn = async (log: EventLog, ids: ReadonlySet<OrganisationId>): Promise<unknown> => {
  const rows = await Promise.all(
    [...ids].map(async (id) =>
      registryRowOf(
        foldedOrganisation({ id, events: (await readOrganisation(log, id)).events, predecessors: [] }),
      ),
    ),
  )
  const index = registry.viewOf(rows.flatMap((derivation) => (derivation.derived ? [derivation.row] : [])))
  const deps = {
    log,
    predecessorsOf: (id: OrganisationId) =>
      Promise.resolve(predecessorsOf(index, id).map(({ organisation }) => organisation)),
  }
  const answers: unknown[] = []
  for (const id of [...ids].toSorted()) {
    const streams = await readLineage(deps, id)
    for (const asOf of days) {
      const horizon = addDuration(asOf, { months: 1, days: 0 })
      const question = { asOf, horizon, knownAt: Number.MAX_SAFE_INTEGER, knownBy: 'recorded' as const }
      const { trajectory } = assessOrganisation(streams, usual.model, question)
      const { period, position } = answerAt(trajectory, asOf)
      answers.push({ id, asOf, period, ranks: position.ranks, since: position.since, until: position.until })
    }
  }
  return answers
}

const standingsIn = (standings: Standings): unknown =>
  [...standings.values()]
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .flatMap((row) =>
      days.map((asOf) => {
        const { period, ranks, since, until } = standingOn(row, asOf)
        return { id: row.id, asOf, period, ranks: ranksByReading(ranks), since, until }
      }),
    )

/** How the events come: after each number of them, the reader has read; after some, it is closed and opened again. */
const batches = fc.array(fc.record({ size: fc.integer({ min: 1, max: 9 }), reopens: fc.boolean() }), {
  maxLength: 6,
})

t.test('however events come, everyone stands where the own trajectory says, heirs included', async (t) => {
  const property = fc.asyncProperty(lives(25), batches, async (life, sizes) => {
    const events = recordedInOrder(life.map(({ event }) => event))
    const [log, store] = [openMemoryEventLog(), openMemoryReadStore()]
    let running = await start(log, store)
    let appended = 0
    const known = new Set<OrganisationId>()
    for (const { size, reopens } of [...sizes, { size: life.length, reopens: true }]) {
      for (const [place, { organisation }] of life.slice(appended, appended + size).entries()) {
        const recorded = events[appended + place]
        if (recorded !== undefined) await appendEvents(log, organisation, [recorded])
        known.add(organisation)
      }
      appended = Math.min(life.length, appended + size)
      await reached(running, await log.head())
      deepStrictEqual(standingsIn(running.view()), await trajectoriesIn(log, known))
      if (!reopens) continue
      await running.close()
      running = await start(log, store)
    }
    await reached(running, await log.head())
    const reopened = [...running.view()]
    await running.rebuild()
    deepStrictEqual([...running.view()], reopened)
    await running.close()
    await log.close()
  })
  t.equal(fc.defaultReportMessage(await fc.check(property, propertyRuns(30))), undefined)
})
