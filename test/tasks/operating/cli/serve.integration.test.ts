import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import t from 'tap'
import { packageRootOf } from '#src/config/package-root.js'

const main = join(packageRootOf(import.meta.url), 'dist/src/main.js')
const dataDirectory = mkdtempSync(join(tmpdir(), 'trajectoires-'))
t.teardown(() => rmSync(dataDirectory, { recursive: true, force: true }))
const environment = { ...process.env, DATA_DIR: dataDirectory, PORT: '0', LOG_LEVEL: 'info' }

/** A running server: its address once it says so. */
const serve = async (...options: readonly string[]): Promise<{ child: ChildProcess; address: string }> => {
  const child = spawn(process.execPath, [main, 'serve', ...options], {
    env: environment,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  t.teardown(() => child.kill('SIGKILL'))
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /répond sur (http:\S+)/.exec(line)?.[1]
    if (address !== undefined) {
      child.stdout.resume()
      return { child, address }
    }
  }
  throw new Error('it ended without a welcome')
}

/** Another process on the same folder. */
const command = async (...typed: readonly string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [main, ...typed], { env: environment })).stdout

t.test('a server: answers, lets other processes work, and ends when asked', async (t) => {
  const { child, address } = await serve('--sample')
  t.match(address, /^http:\/\/127\.0\.0\.1:\d+$/)

  const paris = `${address}/v1/organisations/ville-de-paris`
  const answered = await fetch(`${paris}/trajectory`)
  t.equal(answered.status, 200)

  const recorded = await command(
    'record',
    'ville-de-paris',
    ...['--kind', 'seminar', '--role', 'lead', '--when', 'mars 2012'],
  )
  t.match(recorded, /^Enregistré : SeminarHeld/)
  const { steps } = (await (await fetch(`${paris}/steps`)).json()) as { steps: { facts: unknown[] }[] }
  const facts = steps.flatMap((step) => step.facts)
  t.match(await command('events', '--organisation', 'ville-de-paris'), /SeminarHeld/)
  t.ok(
    facts.some((fact) => recorded.includes((fact as { eventId: string }).eventId)),
    'the server sees what the other process recorded',
  )
  t.equal((await fetch(`${paris}?after=405`)).status, 200, 'its registry too')

  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  t.strictSame(await ended, [0, null])
})

t.test('whoever reads only the beginning of an answer may leave', async (t) => {
  const child = spawn(process.execPath, [main, 'events'], { env: environment })
  const complaints: string[] = []
  child.stderr.on('data', (text: Buffer) => complaints.push(text.toString()))
  await once(child.stdout, 'data')
  child.stdout.destroy()
  t.strictSame(await once(child, 'exit'), [0, null])
  t.strictSame(complaints, [])
})

t.test('a port that is taken is told with its remedy', async (t) => {
  const { child, address } = await serve()
  const port = new URL(address).port
  const second = promisify(execFile)(process.execPath, [main, 'serve'], {
    env: { ...environment, PORT: port },
  })
  const failed = (await second.catch((thrown: unknown) => thrown)) as { code: number; stderr: string }
  t.equal(failed.code, 3)
  t.match(failed.stderr, new RegExp(`Le port ${port} est déjà pris`))
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  t.strictSame(await ended, [0, null])
})
