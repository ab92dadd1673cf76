import { mkdtempSync, rmSync } from 'node:fs'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { ActorId } from '#domain/kernel/identifiers.js'
import type { Instant } from '#domain/kernel/instant.js'
import { importHistory } from '#src/tasks/importing/use-cases/import-history.js'
import { openTrajectoires, type Trajectoires } from '#src/composition/trajectoires.js'
import { buildServer } from '#src/http/server.js'
import { serviceLogger } from '#src/http/service/service-logger.js'
import { sampleHistory } from '#src/sample/sample-history.js'

/** The moment at which everything happens in these tests: noon in Paris on a summer's day, after the whole history. */
export const NOW: Instant = Date.parse('2026-07-01T10:00:00.000Z')

export interface OpenApplication {
  readonly app: Trajectoires
  readonly server: FastifyInstance
  /** The lines that were logged, as they were written. */
  readonly logged: readonly string[]
  /** Warnings that an operator would have seen. */
  readonly warnings: readonly string[]
  readonly dataDirectory: string
  readonly close: () => Promise<void>
}

/** The whole application on a folder of its own, with the real history when asked, under a clock that stands still. */
export const openApplication = async ({ sample = false } = {}): Promise<OpenApplication> => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'trajectoires-'))
  const [logged, warnings]: [string[], string[]] = [[], []]
  const app = await openTrajectoires({
    dataDirectory,
    clock: () => NOW,
    warn: (message) => void warnings.push(message),
  })
  if (sample) await loadSample(app)
  const logger = serviceLogger('info', { write: (line: string) => void logged.push(line) })
  const server = await buildServer(app, logger)
  return {
    app,
    server,
    logged,
    warnings,
    dataDirectory,
    close: async () => {
      await server.close()
      await app.close()
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}

const loadSample = async (app: Trajectoires): Promise<void> => {
  const files = sampleHistory.files.map((path) => ({ name: basename(path), bytes: readFileSync(path) }))
  const { predecessorsOf, clock } = app.reading
  await importHistory(
    { log: app.log, clock, predecessorsOf, successionsSeen: app.recording.successionsSeen },
    files,
    {
      collection: sampleHistory.collection,
      actor: ActorId.parse('test:sample'),
      onProgress: () => undefined,
    },
  )
  const head = await app.log.head()
  await app.registry.hasSeen(head)
  await app.standings.hasSeen(head)
}
