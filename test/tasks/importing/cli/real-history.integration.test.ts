import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { dayOfIso } from '#domain/time/day.js'
import { answerTrajectory } from '#src/handling/asking/answer-trajectory.js'
import { printTrajectory } from '#src/tasks/telling/cli/print-trajectory.js'
import { packageRootOf } from '#src/config/package-root.js'
import { openApplication } from '#test/support/open-application.js'

const golden = join(packageRootOf(import.meta.url), 'test', 'golden', 'trajectory')

/** Trajectories that people know by heart: what is printed has to read as they would tell them. */
const known = [
  ['region-champagne-ardenne', '2015-11-26'],
  ['region-bourgogne', '2015-11-26'],
  ['region-bourgogne-franche-comte', '2026-07-01'],
  ['region-provence-alpes-cote-d-azur', '2016-06-01'],
  ['ville-de-paris', '2018-06-01'],
  ['metropole-europeenne-de-lille', '2020-06-01'],
  ['departement-val-d-oise', '2017-01-01'],
  ['cc-entre-dore-et-allier', '2024-02-01'],
  ['departement-loire-atlantique', '2019-07-01'],
  ['departement-val-de-marne', '2026-07-01'],
] as const

t.test('the real history reads as people would tell it', async (t) => {
  const { app, house, close } = await openApplication({ sample: true })
  t.teardown(close)
  for (const [organisation, day] of known) {
    const asOf = dayOfIso(day)
    if (asOf === undefined) throw new Error(day)
    const answer = await answerTrajectory(house, OrganisationId.parse(organisation), { asOf })
    if (answer.outcome !== 'answered') throw new Error(answer.outcome)
    const lines: string[] = []
    const terminal = {
      print: (line: string) => void lines.push(line),
      complain: () => undefined,
      interactive: false,
    }
    printTrajectory(answer.view, terminal, { sources: false, nameOf: app.as(house.viewer).finding.nameOf })
    const path = join(golden, `${organisation}.txt`)
    const text = [...lines, ''].join('\n')
    // UPDATE_GOLDEN=1 writes it anew, to be read before it is kept.
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, text)
    t.equal(text, readFileSync(path, 'utf8'), organisation)
  }
})
