import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { openMemoryEventLog } from '#adapters/event-log/memory/memory-event-log.js'
import { localStaff } from '#domain/access/viewer.js'
import { emptyRegistry } from '#projections/kept/registry/registry-index.js'
import type { TrajectoryView } from '#projections/asked/trajectory/trajectory-view.js'
import { answerTrajectory } from '#src/handling/asking/answer-trajectory.js'
import { openModelShelf } from '#src/handling/models/model-shelf.js'
import { writeToOrganisation, type Writing } from '#src/handling/writing/write-organisation.js'
import { dayOf } from '#test/support/histories.js'
import { conversations } from '#test/support/arbitrary-commands.js'
import { organisation } from '#test/support/organisation-facts.js'
import { propertyRuns } from '#test/support/property.js'

const DAY = 86_400_000
const START = Date.UTC(2024, 0, 15, 12)

/** The use cases on a log in memory, under a clock that the test moves. */
const openWriting = (clock: () => number): Writing => ({
  log: openMemoryEventLog(),
  viewer: localStaff('http'),
  clock,
  models: openModelShelf(),
  registry: { hasSeen: () => Promise.resolve(true), index: () => emptyRegistry },
  predecessorsOf: () => Promise.resolve([]),
  inheritedSteps: () => Promise.resolve(new Map()),
  successionsSeen: () => Promise.resolve(true),
})

/** What was answered, without what tells when it was asked and how much is known since. */
const answerOf = ({
  knownAt: _knownAt,
  warnings,
  position: _position,
  ...view
}: TrajectoryView & { position: number }) => ({
  ...view,
  warnings: warnings.filter(({ code }) => code !== 'recorded-later'),
})

const asked = fc
  .integer({ min: dayOf('2012-01-01'), max: dayOf('2024-12-31') })
  .map((day) => day as ReturnType<typeof dayOf>) // a count of days

t.test('what was answered live is answered ever after, when asked as it was known then', async (t) => {
  const property = fc.asyncProperty(conversations, asked, fc.nat(), async (commands, asOf, seed) => {
    let now = START
    const deps = openWriting(() => now)
    const answer = async (knownAt?: number) => {
      const answered = await answerTrajectory(deps, organisation, {
        asOf,
        ...(knownAt === undefined ? {} : { knownAt }),
      })
      return answered.outcome === 'answered' ? answerOf(answered.view) : undefined
    }
    const remembered = new Map<number, unknown>()
    for (const [place, command] of commands.entries()) {
      now = START + place * DAY
      await writeToOrganisation(deps, { organisation, command, sent: place }, {})
      if (place % 4 === seed % 4) remembered.set(now, await answer())
    }
    now += DAY
    if (!isDeepStrictEqual(await answer(), await answer(now))) return false
    for (const [moment, live] of remembered) {
      if (live !== undefined && !isDeepStrictEqual(await answer(moment), live)) return false
    }
    return true
  })
  const outcome = await fc.check(property, propertyRuns(300))
  t.equal(await fc.asyncDefaultReportMessage(outcome), undefined)
})
