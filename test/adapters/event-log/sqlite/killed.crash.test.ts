import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import t, { type Test } from 'tap'
import { openSqliteEventLog } from '#adapters/event-log/sqlite/sqlite-event-log.js'
import { CommandId } from '#domain/kernel/identifiers.js'
import { type EventLog, type StoredEvent, type StreamName } from '#domain/ports/event-log.js'
import { anEvent, appendRequest, position, readBehind } from '#test/contract/event-log/contract-world.js'
import { seededRandom } from '#test/support/seeded-random.js'
import { newFile } from './sqlite-file.js'

/** An append that the killed process was told is durable. */
interface Acknowledged {
  readonly stream: StreamName
  readonly batch: string
  readonly firstRevision: number
  readonly lastRevision: number
  readonly ids: readonly string[]
}

const rounds = Number(process.env['CRASH_ROUNDS'] ?? 4)
const seed = Number(process.env['TEST_SEED'] ?? 27)
const script = createRequire(import.meta.url).resolve('#test/support/killed-writer.js')

/** Each file is killed upon several times, so that later rounds begin with what recovery left. */
const roundsOfAFile = 10

t.setTimeout(10_000 * rounds)

t.test(`what was acknowledged survives ${rounds} SIGKILLs (seed ${seed})`, async (t) => {
  const random = seededRandom(seed)
  let path = ''
  let acknowledged: Acknowledged[] = []
  for (let round = 0; round < rounds; round += 1) {
    if (round % roundsOfAFile === 0) [path, acknowledged] = [await newFile(t), []]
    const answers = random.below(5) === 0 ? 0 : random.below(400)
    acknowledged.push(...(await killUnderLoad(path, round, answers, random.below(6))))
    await t.test(`round ${round}, killed after ${answers} answers`, (t) => checkLog(t, path, acknowledged))
    t.ok(acknowledged.length >= answers, `${acknowledged.length} appends were acknowledged`)
  }
})

/** Lets a process write until it has printed `answers` appends and some milliseconds more, and kills it. */
const killUnderLoad = (
  path: string,
  round: number,
  answers: number,
  delay: number,
): Promise<readonly Acknowledged[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, path, String(round), String(seed + round)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let printed = ''
    let doomed = false
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      if (doomed || wholeLines(printed).length <= answers) return
      doomed = true
      setTimeout(() => child.kill('SIGKILL'), delay)
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      const [, ...lines] = wholeLines(printed)
      if (signal === 'SIGKILL') resolve(lines.map((line) => JSON.parse(line) as Acknowledged))
      else reject(new Error(`the writer ended by itself, with ${String(code ?? signal)}`))
    })
  })

/** What the process was killed in the middle of printing does not count. */
const wholeLines = (printed: string): readonly string[] => printed.split('\n').slice(0, -1)

/** The log opens by itself; nothing acknowledged is missing or doubled, and no batch is torn. */
const checkLog = async (t: Test, path: string, acknowledged: readonly Acknowledged[]): Promise<void> => {
  const log = openSqliteEventLog({ path })
  t.teardown(() => log.close())
  const events = await readBehind(log, position(0), { limit: 1000 })
  t.equal(new Set(events.map(({ id }) => id)).size, events.length, 'no event is there twice')
  checkRevisions(t, events)
  checkBatches(t, events)
  const byPlace = new Map(events.map((event) => [`${event.stream}@${event.revision}`, event.id]))
  const lost = acknowledged.filter(({ stream, firstRevision, ids }) =>
    ids.some((id, index) => byPlace.get(`${stream}@${firstRevision + index}`) !== id),
  )
  t.strictSame(lost, [], 'every acknowledged event stands where it was said to stand')
  await checkCommands(t, log, events, acknowledged)
}

const checkRevisions = (t: Test, events: readonly StoredEvent[]): void => {
  const next = new Map<string, number>()
  const gaps = events.filter(({ stream, revision }) => {
    const expected = next.get(stream) ?? 0
    next.set(stream, revision + 1)
    return revision !== expected
  })
  t.strictSame(gaps, [], 'the revisions of each stream are contiguous')
}

const checkBatches = (t: Test, events: readonly StoredEvent[]): void => {
  const batches = new Map<unknown, StoredEvent[]>()
  for (const event of events)
    batches.set(event.data['batch'], [...(batches.get(event.data['batch']) ?? []), event])
  const torn = [...batches.values()].filter((batch) => {
    const [first] = batch
    const whole = batch.length === first?.data['size']
    return (
      !whole ||
      batch.some(
        ({ data, revision }, index) => data['index'] !== index || revision !== first.revision + index,
      )
    )
  })
  t.strictSame(torn, [], 'no batch is torn')
}

/** A command is stored with its events or not at all, and sending it again changes nothing. */
const checkCommands = async (
  t: Test,
  log: EventLog,
  events: readonly StoredEvent[],
  acknowledged: readonly Acknowledged[],
): Promise<void> => {
  const begun = events.filter(({ data }) => data['index'] === 0)
  const unmarked: StoredEvent[] = []
  for (const event of begun) {
    const found = await log.findCommand(event.stream, CommandId.parse(event.data['batch']))
    if (found?.firstRevision !== event.revision) unmarked.push(event)
  }
  t.strictSame(unmarked, [], 'every batch has its command')
  const last = acknowledged.at(-1)
  if (last === undefined) return
  const command = { id: CommandId.parse(last.batch), digest: last.batch }
  const again = await log.append(appendRequest(last.stream, [anEvent()], 'none', command))
  t.match(again, { outcome: 'repeated', firstRevision: last.firstRevision, lastRevision: last.lastRevision })
}
