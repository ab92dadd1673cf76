import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import { openHouse, type OpenHouse } from '#src/composition/open-house.js'
import { trajectoiresIn } from '#src/composition/trajectoires.js'
import { serviceLogger } from '#src/http/service/service-logger.js'
import { get, post, type Answered } from '#test/support/call.js'
import { NOW } from '#test/support/open-application.js'

/** One application node: the log is shared, the read store and its checkpoint are its own. */
export interface ApplicationNode {
  readonly house: OpenHouse
  readonly server: FastifyInstance
  readonly warnings: readonly string[]
  /** Its folder stays: a node that is opened on it again goes on from its checkpoint. */
  readonly dataDirectory: string
  readonly close: () => Promise<void>
}

export const aDataDirectory = (t: Test): string => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'trajectoires-node-'))
  t.teardown(() => rmSync(dataDirectory, { recursive: true, force: true }))
  return dataDirectory
}

/** Opens a node on an event log; it is closed at the end of the test, if not before. */
export const openNode = async (
  t: Test,
  eventLog: string,
  dataDirectory = aDataDirectory(t),
): Promise<ApplicationNode> => {
  const warnings: string[] = []
  const warn = (message: string): void => void warnings.push(message)
  const house = await openHouse({ dataDirectory, eventLog, clock: () => NOW, warn })
  const server = await trajectoiresIn(house).server(serviceLogger('silent'))
  let closing: Promise<void> | undefined
  const close = (): Promise<void> =>
    (closing ??= (async () => {
      await server.close()
      await house.close()
    })())
  t.teardown(close)
  return { house, server, warnings, dataDirectory, close }
}

/** The identifier of an organisation that no other test has. */
export const anId = (): string => `commune-${randomUUID().slice(0, 13)}`

export const register = (
  { server }: Pick<ApplicationNode, 'server'>,
  id: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> => post(server, '/v1/organisations', { id, name: id, kind: 'commune' }, headers)

export interface Readiness {
  readonly ready: boolean
  readonly log: { readonly identity?: string; readonly head?: number; readonly fault?: string }
  readonly projections: readonly {
    readonly name: string
    readonly state: string
    readonly position: number
    readonly lag: number
  }[]
}

export const readiness = async ({
  server,
}: Pick<ApplicationNode, 'server'>): Promise<Readiness & { readonly status: number }> => {
  const { status, json } = await get(server, '/health/ready')
  return { ...(json as Readiness), status }
}

/** Asks a node for its readiness until it is as wanted, or half a minute has passed. */
export const untilReadiness = async (
  node: Pick<ApplicationNode, 'server'>,
  isWanted: (told: Readiness & { readonly status: number }) => boolean,
): Promise<Readiness & { readonly status: number }> => {
  for (const end = Date.now() + 30_000; ;) {
    const told = await readiness(node)
    if (isWanted(told)) return told
    if (Date.now() > end) throw new Error(`not as wanted: ${JSON.stringify(told)}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** What a write answered. */
export const written = ({ json }: Answered): { readonly outcome: string; readonly position: number } =>
  json as { outcome: string; position: number }
