import { deepStrictEqual } from 'node:assert'
import fc from 'fast-check'
import t from 'tap'
import { propertyRuns } from '#test/support/property.js'
import { contentOf, copy, memoryLog, tell, type Told } from './copy-world.js'
import { losingAnswer } from './meddled-logs.js'

const aHistory: fc.Arbitrary<readonly Told[]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 6 }), fc.boolean()), {
    maxLength: 25,
  })
  .map((appends) =>
    appends.map(([stream, events, marked], index) => ({
      stream: `organisation-${stream}`,
      events,
      ...(marked ? { command: `command-${index}` } : {}),
    })),
  )

t.test('however often a copy breaks off, it ends with the same log', async (t) => {
  const breaks = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(aHistory, breaks, async (history, appendsBefore) => {
      const [from, to] = [memoryLog(t), memoryLog(t)]
      await tell(from, history)
      for (const nth of appendsBefore) {
        await copy(from, losingAnswer(to, nth)).catch((fault: unknown) => {
          if (!(fault instanceof Error && fault.message === 'the answer was lost')) throw fault
        })
      }
      const { outcome } = await copy(from, to)
      if (outcome !== 'copied') throw new Error(`the copy ended with ${outcome}`)
      deepStrictEqual(await contentOf(to), await contentOf(from))
    }),
    propertyRuns(100),
  )
})
