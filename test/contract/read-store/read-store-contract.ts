import t, { type Test } from 'tap'
import type { Checkpoint, LogId, Position, Revision, StreamName } from '#domain/ports/event-log.js'
import type {
  GenerationChanges,
  GenerationId,
  Quarantined,
  ReadStore,
  StoredRow,
} from '#domain/ports/read-store.js'
import { organisation } from '#test/support/organisation-events.js'

/** What the suite needs of an engine: a place that is nobody else's, which can be opened again and again. */
export interface ReadStorePlace {
  readonly open: () => Promise<ReadStore>
  /** Called once every store that was opened on it is closed. */
  readonly destroy: () => Promise<void>
}

interface World {
  readonly store: ReadStore
  /** Closes the store and opens the place again. */
  readonly reopen: () => Promise<ReadStore>
}

const row = (id: string, json = `{"of":"${id}"}`): StoredRow => ({ id: organisation(id), json })
const quarantined = (id: string, reason = 'abîmé / damaged'): Quarantined => ({
  id: organisation(id),
  reason,
  stream: `organisation-${id}` as StreamName,
  revision: 3 as Revision,
  position: 7 as Position,
})
const checkpoint = (position: number): Checkpoint => ({
  log: 'log-of-the-tests' as LogId,
  position: position as Position,
})
const nothing = { rows: [], quarantined: [] }
const changes = (
  generation: GenerationId,
  rows: readonly StoredRow[],
  ...aside: readonly Quarantined[]
): GenerationChanges => ({ generation, rows, quarantined: aside })

/** The promises of the port, held by every engine alike. */
export const readStoreContract = (engine: string, newPlace: () => Promise<ReadStorePlace>): void => {
  const behaviour = (name: string, body: (t: Test, world: World) => Promise<void>): void => {
    void t.test(`${engine} — ${name}`, async (t) => {
      const place = await newPlace()
      let store = await place.open()
      t.teardown(async () => {
        await store.close()
        await place.destroy()
      })
      const reopen = async (): Promise<ReadStore> => {
        await store.close()
        store = await place.open()
        return store
      }
      await body(t, { store, reopen })
    })
  }

  servingBehaviours(behaviour)
  commitBehaviours(behaviour)
  buildBehaviours(behaviour)
  reactorBehaviours(behaviour)
  refusalBehaviours(behaviour)
}

type Behaviour = (name: string, body: (t: Test, world: World) => Promise<void>) => void

/** A generation that serves these rows, alone. */
const served = async (
  store: ReadStore,
  rows: readonly StoredRow[],
  { model = 'registry', version = 1, position = 10 } = {},
): Promise<GenerationId> => {
  const generation = await store.beginBeside(model, version)
  await store.commit([changes(generation, rows)], checkpoint(position))
  return generation
}

/** Two models that serve, with a row each. */
const twoServed = async (store: ReadStore): Promise<readonly [GenerationId, GenerationId]> => {
  const registry = await store.beginBeside('registry', 1)
  const cohort = await store.beginBeside('cohort', 5)
  await store.commit([changes(registry, [row('a')]), changes(cohort, [row('b')])], checkpoint(10))
  return [registry, cohort]
}

/** Who is quarantined in the registry. */
const asideIn = async (store: ReadStore): Promise<readonly Quarantined[] | undefined> =>
  (await store.serving())?.generations.find(({ model }) => model === 'registry')?.quarantined

const servingBehaviours = (behaviour: Behaviour): void => {
  behaviour('nothing serves before the first commit', async (t, { store }) => {
    t.equal(await store.serving(), undefined)
    const generation = await store.beginBeside('registry', 1)
    await store.fill(generation, { rows: [row('a')], quarantined: [] })
    t.equal(await store.serving(), undefined)
  })

  behaviour('what serves tells its version, and all of it one checkpoint', async (t, { store }) => {
    const [registry, cohort] = await twoServed(store)
    t.strictSame(await store.serving(), {
      checkpoint: checkpoint(10),
      generations: [
        { model: 'cohort', generation: cohort, version: 5, quarantined: [] },
        { model: 'registry', generation: registry, version: 1, quarantined: [] },
      ],
    })
  })

  behaviour('each model has rows of its own', async (t, { store }) => {
    const [registry, cohort] = await twoServed(store)
    t.strictSame(await store.rows(registry), [row('a')])
    t.strictSame(await store.rows(cohort), [row('b')])
  })

  behaviour('rows come in the order of their ids, however many', async (t, { store }) => {
    const ids = Array.from({ length: 1001 }, (_, number) => `org-${String(number).padStart(5, '0')}`)
    const shuffled = ids.toSorted((one, other) => (one.slice(-1) < other.slice(-1) ? -1 : 1))
    const generation = await served(
      store,
      shuffled.map((id) => row(id)),
    )
    t.strictSame(
      await store.rows(generation),
      ids.map((id) => row(id)),
    )
  })

  behaviour('a row comes back as it was given, accents and quotes included', async (t, { store }) => {
    const json = JSON.stringify({ name: 'Région « Île-de-France » d’un "œil" 🏛 \\ \n \u2028' })
    const generation = await served(store, [row('a', json)])
    t.strictSame(await store.rows(generation), [row('a', json)])
  })

  behaviour('opened again, everything is as it was', async (t, { store, reopen }) => {
    const generation = await served(store, [row('a'), row('b')])
    await store.commit([changes(generation, [row('a', '2')], quarantined('c'))], checkpoint(11))
    await store.reach('webhooks', checkpoint(9))
    const reopened = await reopen()
    t.strictSame(await reopened.serving(), {
      checkpoint: checkpoint(11),
      generations: [{ model: 'registry', generation, version: 1, quarantined: [quarantined('c')] }],
    })
    t.strictSame(await reopened.rows(generation), [row('a', '2'), row('b')])
    t.strictSame(await reopened.reached('webhooks'), checkpoint(9))
  })
}

const commitBehaviours = (behaviour: Behaviour): void => {
  behaviour('a commit adds, replaces and moves the checkpoint', async (t, { store }) => {
    const generation = await served(store, [row('a'), row('b')])
    await store.commit([changes(generation, [row('c'), row('a', '"new"')])], checkpoint(20))
    t.strictSame(await store.rows(generation), [row('a', '"new"'), row('b'), row('c')])
    t.strictSame((await store.serving())?.checkpoint, checkpoint(20))
  })

  behaviour('a commit changes all models that it names, at once', async (t, { store }) => {
    const [registry, cohort] = await twoServed(store)
    await store.commit(
      [changes(registry, [row('c')]), changes(cohort, [row('b', '"new"')], quarantined('d'))],
      checkpoint(20),
    )
    t.strictSame(await store.rows(registry), [row('a'), row('c')])
    t.strictSame(await store.rows(cohort), [row('b', '"new"')])
    t.strictSame(await store.serving(), {
      checkpoint: checkpoint(20),
      generations: [
        { model: 'cohort', generation: cohort, version: 5, quarantined: [quarantined('d')] },
        { model: 'registry', generation: registry, version: 1, quarantined: [] },
      ],
    })
  })

  behaviour('a commit that names what the store does not hold changes nothing', async (t, { store }) => {
    const [registry, cohort] = await twoServed(store)
    const abandoned = await store.beginBeside('third', 1)
    await store.beginBeside('third', 1)
    await t.rejects(
      store.commit(
        [changes(registry, [row('c')]), changes(abandoned, [row('d')]), changes(cohort, [row('e')])],
        checkpoint(20),
      ),
      { code: 'unknown-generation' },
    )
    t.strictSame(await store.rows(registry), [row('a')])
    t.strictSame(await store.rows(cohort), [row('b')])
    t.strictSame((await store.serving())?.checkpoint, checkpoint(10))
  })

  behaviour('a commit without rows moves the checkpoint alone', async (t, { store }) => {
    const generation = await served(store, [row('a')])
    await store.commit([{ generation, ...nothing }], checkpoint(99))
    t.strictSame(await store.rows(generation), [row('a')])
    t.strictSame((await store.serving())?.checkpoint, checkpoint(99))
  })

  behaviour(
    'what a commit leaves out serves no longer: it would tell of another moment',
    async (t, { store }) => {
      const [registry, cohort] = await twoServed(store)
      await store.commit([changes(registry, [row('c')])], checkpoint(20))
      t.strictSame(
        (await store.serving())?.generations.map(({ model }) => model),
        ['registry'],
      )
      await t.rejects(store.rows(cohort), { code: 'unknown-generation' })
    },
  )

  behaviour('who is quarantined keeps the row that it had', async (t, { store }) => {
    const generation = await served(store, [row('a')])
    await store.commit([changes(generation, [], quarantined('a'))], checkpoint(11))
    t.strictSame(await store.rows(generation), [row('a')])
    t.strictSame(await asideIn(store), [quarantined('a')])
  })

  behaviour('a row ends the quarantine of its organisation, and of no other', async (t, { store }) => {
    const generation = await served(store, [])
    await store.commit([changes(generation, [], quarantined('b'), quarantined('a'))], checkpoint(11))
    await store.commit([changes(generation, [row('a')])], checkpoint(12))
    t.strictSame(await asideIn(store), [quarantined('b')])
  })

  behaviour('a second reason takes the place of the first', async (t, { store }) => {
    const generation = await served(store, [])
    for (const reason of ['one', 'other'])
      await store.commit([changes(generation, [], quarantined('a', reason))], checkpoint(11))
    t.strictSame(await asideIn(store), [quarantined('a', 'other')])
  })
}

const buildBehaviours = (behaviour: Behaviour): void => {
  behaviour('a build beside leaves alone what serves', async (t, { store }) => {
    const first = await served(store, [row('a')])
    const second = await store.beginBeside('registry', 2)
    await store.fill(second, { rows: [row('b')], quarantined: [quarantined('c')] })
    t.strictSame(await store.rows(first), [row('a')])
    t.strictSame(await store.serving(), {
      checkpoint: checkpoint(10),
      generations: [{ model: 'registry', generation: first, version: 1, quarantined: [] }],
    })
  })

  behaviour('what serves can be committed to while another is built', async (t, { store }) => {
    const first = await served(store, [row('a')])
    const second = await store.beginBeside('registry', 1)
    await store.fill(second, { rows: [row('b')], quarantined: [] })
    await store.commit([changes(first, [row('c')])], checkpoint(11))
    t.strictSame(await store.rows(first), [row('a'), row('c')])
    t.strictSame(await store.rows(second), [row('b')])
  })

  behaviour('the switch takes last changes along and removes what served', async (t, { store }) => {
    const [first, cohort] = await twoServed(store)
    const second = await store.beginBeside('registry', 2)
    await store.fill(second, { rows: [row('b'), row('c')], quarantined: [] })
    await store.commit(
      [changes(cohort, []), changes(second, [row('c', '"last"')], quarantined('d'))],
      checkpoint(30),
    )
    t.strictSame(await store.serving(), {
      checkpoint: checkpoint(30),
      generations: [
        { model: 'cohort', generation: cohort, version: 5, quarantined: [] },
        { model: 'registry', generation: second, version: 2, quarantined: [quarantined('d')] },
      ],
    })
    t.strictSame(await store.rows(second), [row('b'), row('c', '"last"')])
    t.strictSame(await store.rows(cohort), [row('b')])
    await t.rejects(store.rows(first), { code: 'unknown-generation' })
  })

  behaviour('a build that was never finished is thrown away by the next', async (t, { store, reopen }) => {
    const first = await served(store, [row('a')])
    const abandoned = await store.beginBeside('registry', 2)
    await store.fill(abandoned, { rows: [row('b')], quarantined: [quarantined('c')] })
    const reopened = await reopen()
    t.strictSame(
      (await reopened.serving())?.generations.map(({ generation }) => generation),
      [first],
    )
    const next = await reopened.beginBeside('registry', 2)
    t.strictSame(await reopened.rows(next), [])
    await t.rejects(reopened.rows(abandoned), { code: 'unknown-generation' })
    t.strictSame(await reopened.rows(first), [row('a')])
  })

  behaviour('a build of one model throws away none of another', async (t, { store }) => {
    const registry = await store.beginBeside('registry', 1)
    await store.fill(registry, { rows: [row('a')], quarantined: [] })
    await store.beginBeside('cohort', 1)
    t.strictSame(await store.rows(registry), [row('a')])
  })

  behaviour('generations never have the same number again', async (t, { store, reopen }) => {
    const first = await store.beginBeside('registry', 1)
    const reopened = await reopen()
    const second = await reopened.beginBeside('registry', 1)
    t.not(first, second)
  })
}

const reactorBehaviours = (behaviour: Behaviour): void => {
  behaviour('each reactor has a checkpoint of its own, beside that of the rows', async (t, { store }) => {
    t.equal(await store.reached('webhooks'), undefined)
    await store.reach('webhooks', checkpoint(4))
    await store.reach('intentions', checkpoint(6))
    await store.reach('webhooks', checkpoint(5))
    t.strictSame(await store.reached('webhooks'), checkpoint(5))
    t.strictSame(await store.reached('intentions'), checkpoint(6))
    t.equal(await store.serving(), undefined)
    await served(store, [row('a')])
    t.strictSame(await store.reached('webhooks'), checkpoint(5))
  })
}

const refusalBehaviours = (behaviour: Behaviour): void => {
  behaviour('rows are not filled into what serves', async (t, { store }) => {
    const serving = await served(store, [row('a')])
    const beside = await store.beginBeside('registry', 1)
    const change = { rows: [row('b')], quarantined: [] }
    await t.rejects(store.fill(serving, change), { code: 'unknown-generation' })
    t.strictSame(await store.rows(serving), [row('a')])
    t.strictSame(await store.rows(beside), [])
    t.strictSame((await store.serving())?.checkpoint, checkpoint(10))
  })

  behaviour('a closed store refuses everything, and closes again', async (t, { store }) => {
    const generation = await served(store, [row('a')])
    await store.close()
    await store.close()
    await t.rejects(store.serving(), { code: 'store-closed' })
    await t.rejects(store.rows(generation), { code: 'store-closed' })
    await t.rejects(store.commit([{ generation, ...nothing }], checkpoint(11)), { code: 'store-closed' })
    await t.rejects(store.beginBeside('registry', 1), { code: 'store-closed' })
    await t.rejects(store.reached('webhooks'), { code: 'store-closed' })
    await t.rejects(store.reach('webhooks', checkpoint(11)), { code: 'store-closed' })
  })
}
