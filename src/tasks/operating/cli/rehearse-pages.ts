import { setImmediate, setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { localStaff } from '#domain/access/viewer.js'
import type { Application } from '#src/cli/surroundings.js'
import type { Operating } from '#src/tasks/operating/use-cases/operating.js'
import { sectionAddresses } from '#src/web/layout/frame-words.js'

/** Those with most on record first. With fewer than some hundred, one is still met whose advice goes ways that none went. */
const ORGANISATIONS = 120

/** In milliseconds. */
const CALM = 1_000

/** The same, once the server has stood for a moment: whoever asks as soon as it listens does not wait for it. */
export const rehearsePagesSoon = async (app: Application<Operating>, ending: AbortSignal): Promise<void> => {
  await setTimeout(CALM, undefined, { signal: ending }).catch(() => undefined) // woken by the end
  if (!ending.aborted) await rehearsePages(app, ending)
}

/**
 * Asks each page once before anybody does: code runs slowly the first times, and the first visitor would wait for it.
 * One page at a time, so that who asks meanwhile waits for one at most; nothing is logged, and nothing written.
 */
export const rehearsePages = async (app: Application<Operating>, ending: AbortSignal): Promise<void> => {
  const server = await app.server(pino({ level: 'silent' }))
  try {
    for (const url of pagesToRehearse(app.as(localStaff('pages')))) {
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

const pagesToRehearse = ({ operating }: Operating): readonly string[] => {
  const largest = operating.mostOnRecord(ORGANISATIONS)
  return [
    '/',
    ...Object.values(sectionAddresses),
    ...largest.flatMap(({ id, steps: [step] }) => [
      `/organisations/${id}`,
      `/organisations/${id}/suite`,
      `/enregistrer?organisation=${id}`,
      ...(step === undefined ? [] : [`/etapes/${step}`]),
    ]),
  ]
}
