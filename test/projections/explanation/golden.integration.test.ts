import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import t from 'tap'
import { OrganisationId } from '#domain/identifiers/identifiers.js'
import { organisationOfStream } from '#domain/organisation/stream.js'
import type { EventLog } from '#domain/ports/event-log.js'
import { explanationLines } from '#projections/explanation/explanation-lines.js'
import { answerExplanation } from '#src/application/answer-explanation.js'
import { readable } from '#src/application/read-organisation.js'
import { openModelShelf } from '#src/application/model-shelf.js'
import { packageRootOf } from '#src/package-root.js'
import { sampleHistory } from '#src/sample/sample-history.js'
import { dayOf } from '#test/support/histories.js'
import { eventsIn, importInto, memoryLog } from '#test/support/import-files.js'

const golden = join(packageRootOf(import.meta.url), 'test', 'golden', 'explanation')

const asked: readonly (readonly [organisation: string, asOf: string])[] = [
  ['region-champagne-ardenne', '2015-11-26'],
  ['region-bourgogne-franche-comte', '2026-01-01'],
  ['region-provence-alpes-cote-d-azur', '2026-01-01'],
  ['ville-de-paris', '2026-01-01'],
  ['metropole-europeenne-de-lille', '2026-01-01'],
  ['departement-val-d-oise', '2026-01-01'],
  ['cc-entre-dore-et-allier', '2026-01-01'],
  ['departement-val-de-marne', '2026-01-01'],
]

/** Who names whom as its successor, as the log tells. */
const predecessorsIn = async (log: EventLog): Promise<ReadonlyMap<string, readonly OrganisationId[]>> => {
  const followed = new Map<string, readonly OrganisationId[]>()
  for (const stored of await eventsIn(log)) {
    const event = readable(stored)
    const organisation = organisationOfStream(stored.stream)
    if (event.type !== 'OrganisationSucceeded' || organisation === undefined) continue
    const { successor } = event.data
    followed.set(successor, [...(followed.get(successor) ?? []), organisation])
  }
  return followed
}

/** The real history, read aloud; UPDATE_GOLDEN=1 writes it anew, to be read before it is kept. */
t.test('explanations of the real history read as they should', async (t) => {
  const log = memoryLog()
  const files = sampleHistory.files.map((path) => ({ name: basename(path), bytes: readFileSync(path) }))
  await importInto(log, files, { collection: sampleHistory.collection })
  const predecessors = await predecessorsIn(log)
  const deps = {
    log,
    clock: () => Date.UTC(2026, 5, 1, 12),
    models: openModelShelf(),
    predecessorsOf: (id: OrganisationId) => Promise.resolve(predecessors.get(id) ?? []),
  }
  for (const [organisation, asOf] of asked) {
    const answer = await answerExplanation(deps, OrganisationId.parse(organisation), { asOf: dayOf(asOf) })
    if (answer.outcome !== 'answered') {
      t.fail(`${organisation}: ${answer.outcome}`)
      continue
    }
    for (const language of ['fr', 'en'] as const) {
      const text = [...explanationLines(answer.explanation, language), ''].join('\n')
      const path = join(golden, `${organisation}.${language}.txt`)
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, text)
      t.equal(text, readFileSync(path, 'utf8'), `${organisation} (${language})`)
    }
  }
})
