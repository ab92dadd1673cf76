import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { ActorId } from '#domain/kernel/identifiers.js'
import type { Clock } from '#domain/ports/clock.js'
import type { Instant } from '#domain/kernel/instant.js'
import { importHistory } from '#src/tasks/importing/use-cases/recording/import-history.js'
import { localStaff } from '#domain/access/viewer.js'
import { openHouse, type OpenHouse } from '#src/composition/open-house.js'
import { trajectoiresIn, type Trajectoires } from '#src/composition/trajectoires.js'
import type { Inside } from '#src/handling/house.js'
import { serviceLogger } from '#src/http/service/service-logger.js'
import { sampleHistory } from '#src/sample/sample-history.js'

/** The moment at which everything happens in these tests: noon in Paris on a summer's day, after the whole history. */
export const NOW: Instant = Date.parse('2026-07-01T10:00:00.000Z')

export interface OpenApplication {
  readonly app: Trajectoires
  /** What is behind the door, as this test has entered it. */
  readonly house: Inside & OpenHouse
  readonly server: FastifyInstance
  /** The lines that were logged, as they were written. */
  readonly logged: readonly string[]
  /** Warnings that an operator would have seen. */
  readonly warnings: readonly string[]
  readonly dataDirectory: string
  readonly close: () => Promise<void>
}

interface Opening {
  /** With the real history. */
  readonly sample?: boolean
  /** On what another program left in this folder, which stays as it is. */
  readonly copyOf?: string
  readonly clock?: Clock
}

/** The whole application on a folder of its own, with the real history when asked, under a clock that stands still. */
export const openApplication = async ({
  sample = false,
  copyOf,
  clock = () => NOW,
}: Opening = {}): Promise<OpenApplication> => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'trajectoires-'))
  if (copyOf !== undefined) cpSync(copyOf, dataDirectory, { recursive: true })
  const [logged, warnings]: [string[], string[]] = [[], []]
  const opened = await openHouse({
    dataDirectory,
    clock,
    warn: (message) => void warnings.push(message),
  })
  const house = { ...opened, viewer: localStaff('http') }
  const app = trajectoiresIn(opened)
  if (sample) await loadSample(house, app)
  const logger = serviceLogger('info', { write: (line: string) => void logged.push(line) })
  const server = await app.server(logger)
  return {
    app,
    house,
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

const loadSample = async (house: Inside, app: Trajectoires): Promise<void> => {
  const files = sampleHistory.files.map((path) => ({ name: basename(path), bytes: readFileSync(path) }))
  await importHistory({ ...house, viewer: { role: 'staff', actor: ActorId.parse('test:sample') } }, files, {
    collection: sampleHistory.collection,
    onProgress: () => undefined,
  })
  await app.caughtUp()
}
