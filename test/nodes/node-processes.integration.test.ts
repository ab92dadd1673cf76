import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import t, { type Test } from 'tap'
import { packageRootOf } from '#src/config/package-root.js'
import { startProtocolDouble } from '#test/support/protocol-double/protocol-double.js'
import { aDataDirectory } from './node-world.js'

const main = join(packageRootOf(import.meta.url), 'dist/src/main.js')

interface NodeProcess {
  readonly child: ChildProcess
  readonly address: string
}

/** A node as it is run: a process of its own, with a folder of its own. */
const serve = async (t: Test, eventLog: string, dataDirectory: string): Promise<NodeProcess> => {
  const environment = {
    ...process.env,
    EVENT_LOG: eventLog,
    DATA_DIR: dataDirectory,
    PORT: '0',
    LOG_LEVEL: 'silent',
  }
  const child = spawn(process.execPath, [main, 'serve'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  t.teardown(() => child.kill('SIGKILL'))
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /répond sur (http:\S+)/.exec(line)?.[1]
    if (address === undefined) continue
    child.stdout.resume()
    return { child, address }
  }
  throw new Error('it ended without a welcome')
}

const anId = (): string => `commune-${randomUUID().slice(0, 13)}`

const register = async (
  { address }: NodeProcess,
  id: string,
): Promise<{ outcome: string; position: number }> => {
  const answered = await fetch(`${address}/v1/organisations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': id },
    body: JSON.stringify({ id, name: id, kind: 'commune' }),
  })
  return (await answered.json()) as { outcome: string; position: number }
}

const statusOf = async ({ address }: NodeProcess, path: string): Promise<number> => {
  const answered = await fetch(`${address}${path}`)
  await answered.text()
  return answered.status
}

t.test(
  'protocol double — processes on one log: one is killed, the other goes on, and it comes back',
  async (t) => {
    const double = await startProtocolDouble()
    t.teardown(double.close)
    const folder = aDataDirectory(t)
    const [one, killed] = await Promise.all([
      serve(t, double.url, aDataDirectory(t)),
      serve(t, double.url, folder),
    ])
    const [first, second] = [anId(), anId()]
    const { position } = await register(killed, first)
    t.equal(await statusOf(one, `/v1/organisations/${first}?after=${position}`), 200)

    // Killed while it writes: what it was told to record is there once, or not at all.
    double.faults.nextAppends('stored-unanswered')
    const cutOff = register(killed, second).catch(() => undefined)
    while (double.stored(`organisation-${second}`).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 2))
    const exit = once(killed.child, 'exit')
    killed.child.kill('SIGKILL')
    await exit
    t.equal(await cutOff, undefined)

    const again = await register(one, second)
    t.equal(again.outcome, 'repeated')
    t.equal(double.stored(`organisation-${second}`).length, 1)

    const back = await serve(t, double.url, folder)
    t.equal(await statusOf(back, `/v1/organisations/${second}?after=${again.position}`), 200)
    for (const { child } of [one, back]) {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      t.strictSame(await ended, [0, null])
    }
  },
)
