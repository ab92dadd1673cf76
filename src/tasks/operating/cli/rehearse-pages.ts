import { setImmediate, setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { buildServer } from '#src/http/server.js'
import { sectionAddresses } from '#src/web/layout/frame-words.js'

/** Those with most on record first. With fewer than some hundred, one is still met whose advice goes ways that none went. */
const ORGANISATIONS = 120

/** In milliseconds. */
const CALM = 1_000

/** The same, once the server has stood for a moment: whoever asks as soon as it listens does not wait for it. */
export const rehearsePagesSoon = async (app: Trajectoires, ending: AbortSignal): Promise<void> => {
  await setTimeout(CALM, undefined, { signal: ending }).catch(() => undefined) // woken by the end
  if (!ending.aborted) await rehearsePages(app, ending)
}

/**
 * Asks each page once before anybody does: code runs slowly the first times, and the first visitor would wait for it.
 * One page at a time, so that who asks meanwhile waits for one at most; nothing is logged, and nothing written.
 */
export const rehearsePages = async (app: Trajectoires, ending: AbortSignal): Promise<void> => {
  const server = await buildServer(app, pino({ level: 'silent' }))
  try {
    for (const url of pagesToRehearse(app)) {
      await setImmediate()
      if (ending.aborted) return
      const { statusCode } = await server.inject({ url, headers: { accept: 'text/html' } })
      // 503 is the answer of a page whose readings are still being computed.
      if (statusCode >= 500 && statusCode !== 503) throw new Error(`${url} answers ${statusCode}`)
    }
  } finally {
    await server.close()
  }
}

const pagesToRehearse = ({ reading }: Trajectoires): readonly string[] => {
  const largest = [...reading.registry.index().byId.values()]
    .toSorted((one, other) => other.steps.length - one.steps.length)
    .slice(0, ORGANISATIONS)
  return [
    '/',
    ...Object.values(sectionAddresses),
    ...largest.flatMap(({ id, steps: [step] }) => [
      `/organisations/${id}`,
      `/organisations/${id}/suite`,
      `/organisations/${id}/enregistrer`,
      ...(step === undefined ? [] : [`/etapes/${step}`]),
    ]),
  ]
}
