import t, { type Test } from 'tap'
import { createFollower } from '#adapters/follower/follower.js'
import { wordingOfWarning } from '#adapters/follower/follower-warning.js'
import { openMemoryReadStore } from '#adapters/read-store/memory/memory-read-store.js'
import { ActorId } from '#domain/kernel/identifiers.js'
import { FIRST_MODEL_DOCUMENT } from '#domain/maturity/shipped-models/shipped-models.js'
import type { EventLog, NewEvent } from '#domain/ports/event-log.js'
import { organisationOfStream } from '#domain/organisation/stream.js'
import { listModels, showModel } from '#src/tasks/models/use-cases/model-view.js'
import { followModels } from '#src/handling/models/follow-models.js'
import { publishModel } from '#src/tasks/models/use-cases/publish-model.js'
import { eventsIn, memoryLog } from '#test/support/import-files.js'
import { eventId } from '#test/support/organisation-facts.js'
import { modelsWorld } from '#test/support/models-world.js'

const actor = ActorId.parse('system:test')
const textOf = (changed: object = {}): string => JSON.stringify({ ...FIRST_MODEL_DOCUMENT, ...changed })
const own = (changed: object = {}): string => textOf({ id: 'le-notre', ...changed })

t.test('a published model is found by its id, version and hash; again changes nothing', async (t) => {
  const world = await modelsWorld()
  const outcome = await publishModel(world, { text: own() })
  t.equal(outcome.outcome, 'published')
  const view = showModel(world.models, 'le-notre')
  t.strictSame([view?.id, view?.version, view?.newest, view?.usual], ['le-notre', 1, true, false])
  t.equal(view?.publishedAt, '2026-02-01T12:00:00.000Z')
  t.strictSame(view?.document, JSON.parse(own()))
  t.strictSame(showModel(world.models, view?.hash ?? ''), view)
  t.strictSame(showModel(world.models, 'le-notre@1'), view)
  t.equal(showModel(world.models, 'le-notre@2'), undefined)
  t.equal((await publishModel(world, { text: own() })).outcome, 'unchanged')
  const events = await eventsIn(world.log)
  t.strictSame(
    events.map(({ type, stream, metadata }) => [type, stream, metadata]),
    [['ModelPublished', 'model-le-notre', { actor }]],
  )
  t.strictSame(
    events.flatMap(({ stream }) => organisationOfStream(stream) ?? []),
    [],
    'no organisation is touched',
  )
})

t.test(
  'what ships is unchanged when it is published, and its next version becomes the usual one',
  async (t) => {
    const world = await modelsWorld()
    t.equal((await publishModel(world, { text: textOf() })).outcome, 'unchanged')
    const taken = await publishModel(world, { text: textOf({ inheritance: 'none' }) })
    t.equal(taken.outcome === 'refused' && taken.refusal.code, 'model-version-taken')
    t.equal(world.models.usual.version, 1)
    t.equal(
      (await publishModel(world, { text: textOf({ version: 2, inheritance: 'none' }) })).outcome,
      'published',
    )
    t.equal(world.models.usual.version, 2)
    t.strictSame(
      listModels(world.models).map(({ id, version, newest, usual }) => [id, version, newest, usual]),
      [
        ['premier-modele', 1, false, false],
        ['premier-modele', 2, true, true],
        ['facettes-innovation', 1, true, false],
      ],
    )
  },
)

t.test('a dry run and a refusal write nothing', async (t) => {
  const world = await modelsWorld()
  t.equal((await publishModel(world, { text: own(), dryRun: true })).outcome, 'would-publish')
  const broken = await publishModel(world, { text: '{\n "id": }' })
  t.strictSame(
    broken.outcome === 'refused' && broken.refusal.code === 'model-invalid' && broken.refusal.faults,
    [
      {
        code: 'not-json',
        path: '',
        message: 'ce n’est pas du JSON : il manque une valeur (ou une virgule est de trop)',
        en: 'this is not JSON: a value is missing (or a comma is too many)',
        line: 2,
        column: 8,
      },
    ],
  )
  t.strictSame(await eventsIn(world.log), [])
})

t.test('of two that publish one version at once, one wins and the other is told', async (t) => {
  const world = await modelsWorld()
  const outcomes = await Promise.all([
    publishModel(world, { text: own() }),
    publishModel(world, { text: own({ inheritance: 'none' }) }),
  ])
  t.strictSame(outcomes.map((one) => (one.outcome === 'refused' ? one.refusal.code : one.outcome)).sort(), [
    'model-version-taken',
    'published',
  ])
  t.equal((await eventsIn(world.log)).length, 1)
})

t.test('a shelf follows what others publish, and begins with what is there', async (t) => {
  const log = memoryLog()
  const [world, other] = [await modelsWorld(log), await modelsWorld(log)]
  await publishModel(world, { text: own() })
  await other.models.refresh()
  t.equal(other.models.find('le-notre')?.version, 1)
  const late = await modelsWorld(log)
  t.equal(late.models.find('le-notre@1')?.labels.fr, 'Premier modèle')
})

/** A shelf on a follower of its own. */
const followedShelf = async (t: Test, log: EventLog, warnings: string[]) => {
  const models = await followModels({ log, warn: (message) => void warnings.push(message) })
  const follower = createFollower({
    log,
    store: openMemoryReadStore(),
    warn: (warning) => void warnings.push(wordingOfWarning(warning).fr),
    pause: () => Promise.resolve(),
  })
  await follower.start()
  await follower.react(models.reactor)
  t.teardown(() => follower.close())
  return models
}

t.test('a follower alone brings what others publish', async (t) => {
  const log = memoryLog()
  const warnings: string[] = []
  const followed = await followedShelf(t, log, warnings)
  const publisher = await modelsWorld(log)
  await publishModel(publisher, { text: own() })
  while (followed.find('le-notre') === undefined) await new Promise(setImmediate)
  t.equal(followed.find('le-notre')?.version, 1)
  t.strictSame(warnings, [])
})

t.test(
  'a broken subscription is taken up again, and a model of a newer program is set aside aloud',
  async (t) => {
    const inner = memoryLog()
    let refusals = 2
    const log: EventLog = {
      ...inner,
      subscribe: (request) => {
        refusals -= 1
        return refusals >= 0 ? Promise.reject(new Error('connection lost')) : inner.subscribe(request)
      },
    }
    const newer: NewEvent = {
      id: eventId(7),
      type: 'ModelPublished',
      schemaVersion: 99,
      recordedAt: 1,
      data: {},
      metadata: { actor },
    }
    await inner.append({ stream: 'model-futur' as never, expected: 'none', events: [newer] })
    const warnings: string[] = []
    const followed = await followedShelf(t, log, warnings)
    const publisher = await modelsWorld(inner)
    await publishModel(publisher, { text: own() })
    while (followed.find('le-notre') === undefined) await new Promise(setImmediate)
    t.match(warnings[0], /^model-futur@0 : /)
    t.equal(warnings.filter((warning) => warning.includes('connection lost')).length, 2)
    t.equal(followed.find('futur'), undefined)
  },
)
