import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { FIRST_MODEL_DOCUMENT } from '#domain/maturity/shipped-models/shipped-models.js'
import { dayOfIso } from '#domain/time/day.js'
import { standingOn } from '#projections/kept/standings/standing-on.js'
import { modelOf, type Standings } from '#projections/kept/standings/standings.js'
import { publishModel } from '#src/tasks/models/use-cases/publish-model.js'
import type { StandingsReader } from '#src/handling/reading/projection-reader.js'
import { openHouse } from '#src/composition/open-house.js'
import { NOW, openApplication } from '#test/support/open-application.js'

/** The same model without its lowest position: who held it holds none, and all ranks are others. */
const { positions, version } = FIRST_MODEL_DOCUMENT
const next = { ...FIRST_MODEL_DOCUMENT, version: version + 1, positions: positions.slice(1) }

/** The rows as soon as they are no longer those of a model; what never comes is ended by the test's time limit. */
const underAnother = async (reader: StandingsReader, model: string | undefined): Promise<Standings> => {
  while (modelOf(reader.index()) === model) await setImmediate()
  return reader.index()
}

t.test('when a new version of the usual model is published, everyone stands where it says', async (t) => {
  const opened = await openApplication({ sample: true })
  const { house } = opened
  t.teardown(opened.close)
  await house.standings.hasSeen(await house.log.head())
  const before = house.standings.index()
  const former = house.models.usual.hash
  t.equal(modelOf(before), former)

  const published = await publishModel(house, {
    text: JSON.stringify(next),
  })
  t.equal(published.outcome, 'published')
  await house.models.refresh()
  const after = await underAnother(house.standings, former)
  t.equal(modelOf(after), house.models.usual.hash)
  t.not(modelOf(after), former)
  t.strictSame([...new Set([...after.values()].map(({ model }) => model))], [modelOf(after)])
  t.equal(after.size, before.size)
  const paris = OrganisationId.parse('ville-de-paris')
  const day = dayOfIso('2019-01-01')
  if (day === undefined) throw new Error('no such day')
  const rankIn = (standings: typeof after): number | undefined => {
    const row = standings.get(paris)
    return row && standingOn(row, day).summary.rank
  }
  t.equal(rankIn(after), (rankIn(before) ?? 0) - 1, 'the same position, one place lower in the list')
})

t.test('rows of another model that were stored are built anew at the start', async (t) => {
  const opened = await openApplication({ sample: true })
  const { house, dataDirectory } = opened
  await house.standings.hasSeen(await house.log.head())
  const former = modelOf(house.standings.index())
  await house.registry.hasSeen(await house.log.head())
  const { log, clock, viewer } = house
  await publishModel(
    { log, clock, viewer, models: { refresh: () => Promise.resolve() } },
    { text: JSON.stringify(next) },
  )
  await opened.server.close()
  await house.close()
  const again = await openHouse({
    dataDirectory,
    clock: () => NOW,
    warn: (message) => t.fail(message),
  })
  t.teardown(() => again.close())
  const after = await underAnother(again.standings, former)
  t.equal(modelOf(after), again.models.usual.hash)
})
