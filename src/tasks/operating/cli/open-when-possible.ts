import { setTimeout } from 'node:timers/promises'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { EventLogFault, passingFaults } from '#domain/ports/event-log-fault.js'
import { remedyOf } from '#domain/ports/log-condition.js'
import type { Settings } from '#src/config/settings.js'
import { buildWaitingServer } from '#src/http/service/waiting-server.js'

/** Between two attempts to open, in milliseconds. */
const PAUSE = 2_000

/**
 * Opens the application, however long its log can't be used for a reason that may pass: a database that starts later,
 * a right that is not given yet. Meanwhile a server on the same address tells so to whoever asks for readiness.
 * Undefined when the process is asked to end before.
 */
export const openWhenPossible = async <Opened>(
  open: () => Promise<Opened>,
  address: Pick<Settings, 'host' | 'port'>,
  logger: FastifyBaseLogger,
  ending: AbortSignal,
): Promise<Opened | undefined> => {
  let waiting: FastifyInstance | undefined
  let fault = new EventLogFault('log-unavailable', 'the log was not opened yet')
  try {
    while (!ending.aborted) {
      try {
        return await open()
      } catch (thrown) {
        if (!(thrown instanceof EventLogFault) || !passingFaults.has(thrown.code)) throw thrown
        if (waiting === undefined || thrown.code !== fault.code) tell(thrown, logger)
        fault = thrown
        waiting ??= await listening(() => fault, address, logger)
        await setTimeout(PAUSE, undefined, { signal: ending }).catch(() => undefined) // woken by the end
      }
    }
    return undefined
  } finally {
    await waiting?.close()
  }
}

const tell = (fault: EventLogFault, logger: FastifyBaseLogger): void => {
  const { fr, en } = remedyOf(fault)
  logger.error(`Le journal ne peut servir, nouvel essai bientôt [${fault.code}] : ${fault.message}. ${fr}`)
  logger.error(`(The log cannot be used, trying again soon: ${en})`)
}

/** The server that says so; without one, when its address is taken, the attempts go on all the same. */
const listening = async (
  fault: () => EventLogFault,
  { host, port }: Pick<Settings, 'host' | 'port'>,
  logger: FastifyBaseLogger,
): Promise<FastifyInstance | undefined> => {
  const server = buildWaitingServer(fault, logger)
  try {
    await server.listen({ host, port })
    return server
  } catch (error) {
    logger.error({ err: error }, 'nothing can tell of readiness meanwhile')
    await server.close()
    return undefined
  }
}
