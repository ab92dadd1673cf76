import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { explanationLines } from '#projections/asked/explanation/explanation-lines.js'
import { answerExplanation } from '#src/tasks/telling/use-cases/answer-explanation.js'
import { packageRootOf } from '#src/config/package-root.js'
import { dayOf } from '#test/support/histories.js'
import { openApplication } from '#test/support/open-application.js'

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

const { house, close } = await openApplication({ sample: true })
t.teardown(() => close())

/** The real history, read aloud; UPDATE_GOLDEN=1 writes it anew, to be read before it is kept. */
for (const [organisation, asOf] of asked) {
  t.test(`the explanation of ${organisation} on ${asOf} reads as it should`, async (t) => {
    const id = OrganisationId.parse(organisation)
    const answer = await answerExplanation(house, id, { asOf: dayOf(asOf) })
    if (answer.outcome !== 'answered') throw new Error(answer.outcome)
    for (const language of ['fr', 'en'] as const) {
      const text = [...explanationLines(answer.explanation, language), ''].join('\n')
      const path = join(golden, `${organisation}.${language}.txt`)
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, text)
      t.equal(text, readFileSync(path, 'utf8'), language)
    }
  })
}
