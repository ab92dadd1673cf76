import fc from 'fast-check'
import t from 'tap'
import { kindCodes, kinds } from '#domain/steps/catalogue/catalogue.js'
import { factFields } from '#domain/steps/fact-fields.js'
import { roles } from '#domain/steps/roles.js'
import { stageLabels } from '#domain/steps/declaring/stage-labels.js'
import { post } from '#test/support/call.js'
import { openApplication } from '#test/support/open-application.js'
import { propertyRuns } from '#test/support/property.js'

const opened = await openApplication()
const { server } = opened
t.teardown(() => opened.close())
await post(server, '/v1/organisations', { id: 'fuzzed', name: 'Fuzzed', kind: 'commune' })

const attributeNames = kinds.flatMap(({ attributes }) => Object.keys(attributes))
const value = fc.oneof(
  fc.json().map((text): unknown => JSON.parse(text)),
  fc.constantFrom<unknown>('2012', '2012-03~', '2009/2010-04', '../2015-11-26', '30~', 'yes', 'a-step', ''),
  fc.string({ unit: 'binary' }),
)

/** Anything at all, and things that look like a fact but for a field or two. */
const body = fc.oneof(
  fc.json().map((text): unknown => JSON.parse(text)),
  fc
    .tuple(
      fc.record({
        kind: fc.constantFrom(...kindCodes),
        stage: fc.constantFrom(...Object.keys(stageLabels)),
        role: fc.constantFrom(...Object.keys(roles)),
      }),
      fc.dictionary(fc.constantFrom(...Object.keys(factFields)), value, { maxKeys: 4 }),
      fc.option(fc.dictionary(fc.constantFrom(...attributeNames), value, { maxKeys: 3 })),
    )
    .map(([named, fields, attributes]): unknown => ({
      ...fields,
      ...named,
      ...(attributes === null ? {} : { attributes }),
    })),
)

const isAnswer = (status: number): boolean => [200, 201, 400, 404, 409, 413, 422].includes(status)

t.test('no body makes the service fail', async (t) => {
  const seen = new Set<number>()
  await fc.assert(
    fc.asyncProperty(body, fc.boolean(), async (sent, dryRun) => {
      const { status } = await post(server, `/v1/organisations/fuzzed/steps?dryRun=${dryRun}`, sent ?? 'null')
      seen.add(status)
      return isAnswer(status)
    }),
    propertyRuns(300),
  )
  t.ok(seen.has(400) && seen.has(201), `both refused and recorded were met: ${[...seen].join(', ')}`)
})

t.test('nor does any organisation', async (t) => {
  const profile = fc.oneof(
    fc.json().map((text): unknown => JSON.parse(text)),
    fc.record({ name: fc.string({ unit: 'binary' }), kind: fc.constantFrom('commune', 'region', 'x') }),
  )
  await fc.assert(
    fc.asyncProperty(profile, async (sent) =>
      isAnswer((await post(server, '/v1/organisations', sent ?? 'null')).status),
    ),
    propertyRuns(150),
  )
  t.pass('all were answered')
})
