import fc from 'fast-check'
import t, { type Test } from 'tap'
import type {
  Checkpoint,
  EventLog,
  NewEvent,
  Position,
  Stored,
  StoredEvent,
  StreamName,
} from '#domain/ports/event-log.js'
import { subscribed } from '#test/contract/event-log/collector.js'
import {
  appendRequest,
  command,
  events,
  newStream,
  position,
  readBehind,
} from '#test/contract/event-log/contract-world.js'
import { propertyRuns } from '#test/support/property.js'
import type { AppendFault, ReadFault } from '#test/support/protocol-double/faults.js'
import { factsIn, idsOf, openFaultWorld, passingFaults, type FaultWorld } from './fault-world.js'

const appendFaults = fc.array(fc.constantFrom<AppendFault>('none', 'none', ...passingFaults), {
  maxLength: 25,
})
const readFaults = fc.array(fc.constantFrom<ReadFault>('none', 'none', 'cut', 'cut-midway', 'unanswered'), {
  maxLength: 12,
})

type Disturbance = 'cut' | 'half-open' | 'black hole' | 'silence' | 'restart' | 'dropped' | 'reader restarts'

const disturbances = fc.array(
  fc.record({
    /** As soon as so many commands were acknowledged. */
    after: fc.nat(44),
    what: fc.constantFrom<Disturbance>(
      'cut',
      'half-open',
      'black hole',
      'silence',
      'restart',
      'dropped',
      'reader restarts',
    ),
  }),
  { minLength: 1, maxLength: 5 },
)

const [writers, commandsEach] = [16, 3]

interface Acknowledged extends Stored {
  readonly stream: StreamName
  readonly events: readonly NewEvent[]
}

/** Sixteen writers on eight streams through two nodes; each sends some of its commands twice. */
const writeAll = async (
  nodes: readonly EventLog[],
  streams: readonly StreamName[],
  acknowledge: (acknowledged: Acknowledged) => void,
): Promise<void> => {
  const write = async (writer: number): Promise<void> => {
    const stream = streams[writer % streams.length] ?? newStream()
    for (let number = 0; number < commandsEach; number += 1) {
      const given = events(1 + ((writer + number) % 3))
      const request = appendRequest(stream, given, 'any', command(`${writer}-${number}`))
      const [node, other] = [nodes[number % 2], nodes[(number + 1) % 2]]
      const { outcome, ...stored } = (await node?.append(request)) ?? { outcome: 'nobody' }
      if (outcome !== 'appended') throw new Error(`a command ended with ${outcome}`)
      acknowledge({ stream, events: given, ...(stored as Stored) })
      if ((writer + number) % 5 !== 0) continue
      const again = await other?.append(request)
      const repeated = JSON.stringify({ outcome: 'repeated', ...stored })
      if (JSON.stringify(again) !== repeated)
        throw new Error(`a repetition ended with ${JSON.stringify(again)}`)
    }
  }
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
}

/** What a projection keeps: its rows, and how far it has read. */
interface ReadModel {
  checkpoint: Checkpoint | 'start'
  readonly rows: Map<StreamName, readonly string[]>
}

const fold = (rows: Map<StreamName, readonly string[]>, some: readonly StoredEvent[]): void => {
  for (const { stream, id, revision } of some)
    rows.set(stream, [...(rows.get(stream) ?? []), `${revision} ${id}`])
}

/** A reader that keeps its rows and its place together, and can be taken down and up again. */
const startReader = async (node: EventLog, model: ReadModel) => {
  const log = await node.identity()
  const subscription = subscribed(
    await node.subscribe({
      from: model.checkpoint,
      handle: async (some, at) => {
        fold(model.rows, some)
        model.checkpoint = { log, position: at }
      },
    }),
  )
  return subscription
}

const hasReached = ({ checkpoint }: ReadModel, target: Position): boolean =>
  checkpoint !== 'start' && checkpoint.position >= target

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2))
}

const disturb = async (
  { double, proxy }: FaultWorld,
  what: Disturbance,
  restartReader: () => Promise<void>,
) => {
  if (what === 'cut') proxy.cut()
  else if (what === 'half-open') proxy.halfOpen()
  else if (what === 'restart') await double.restart()
  else if (what === 'dropped') double.faults.dropSubscriptions()
  else if (what === 'reader restarts') await restartReader()
  else {
    const [begin, end] =
      what === 'silence' ? [double.faults.beSilent, double.faults.speak] : [proxy.blackHole, proxy.pass]
    begin()
    await new Promise((resolve) => setTimeout(resolve, 60))
    end()
  }
}

const keepsItsPromises = async (
  t: Test,
  appends: readonly AppendFault[],
  reads: readonly ReadFault[],
  planned: readonly { readonly after: number; readonly what: Disturbance }[],
): Promise<boolean> => {
  const world = await openFaultWorld(t)
  const { double } = world
  // Time enough for a machine that does much else: a deadline that passes for nothing makes more work.
  const setup = { deadline: 800, patience: 60_000 }
  const nodes = [await world.open(setup), await world.open(setup)]
  const [node = await world.open(), reader = node] = nodes
  const streams = Array.from({ length: 8 }, () => newStream())
  const acknowledged: Acknowledged[] = []
  const models: ReadModel[] = [0, 1].map(() => ({ checkpoint: 'start', rows: new Map() }))
  const [steady, restarted] = models
  if (steady === undefined || restarted === undefined) return false
  await startReader(node, steady)
  let reading = await startReader(reader, restarted)
  const restartReader = async (): Promise<void> => {
    await reading.close()
    reading = await startReader(reader, restarted)
  }

  double.faults.nextAppends(...appends)
  double.faults.nextReads(...reads)
  let written = false
  const writing = writeAll(nodes, streams, (each) => void acknowledged.push(each)).finally(() => {
    written = true
  })
  writing.catch(() => undefined) // awaited below
  for (const { after, what } of [...planned].sort((one, other) => one.after - other.after)) {
    await until(() => written || acknowledged.length >= after)
    await disturb(world, what, restartReader)
  }
  await writing

  const head = position(Math.max(...acknowledged.map((each) => each.position)))
  await until(() => models.every((model) => hasReached(model, head)))
  const fresh = new Map<StreamName, readonly string[]>()
  fold(fresh, await readBehind(await world.openBeside(), position(0)))

  const once = [...factsIn(double)].sort()
  t.strictSame(once, acknowledged.flatMap((each) => idsOf(each.events)).sort(), 'each is there once')
  for (const { stream, events: given, firstRevision, lastRevision, position: at } of acknowledged) {
    const found = double.stored(stream).slice(firstRevision, lastRevision + 1)
    t.strictSame([found.map(({ id }) => id), found.at(-1)?.position], [idsOf(given), at], 'where it was said')
  }
  for (const model of models) t.strictSame(model.rows, fresh, 'a projection is a fresh fold')
  return t.passing()
}

t.test('protocol double — whatever the faults, what was acknowledged is there once, in order', async (t) => {
  const property = fc.asyncProperty(
    appendFaults,
    readFaults,
    disturbances,
    async (appends, reads, planned) => {
      let passing = false
      await t.test(JSON.stringify({ appends, reads, planned }), { timeout: 90_000 }, async (t) => {
        passing = await keepsItsPromises(t, appends, reads, planned)
      })
      return passing
    },
  )
  // A case takes seconds: the first that fails is the one to look at.
  const outcome = await fc.check(property, { ...propertyRuns(5), endOnFailure: true })
  t.equal(fc.defaultReportMessage(outcome), undefined)
})
