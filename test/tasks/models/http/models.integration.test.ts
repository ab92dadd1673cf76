import t from 'tap'
import { FIRST_MODEL_DOCUMENT } from '#domain/maturity/shipped-models/shipped-models.js'
import { get, post } from '#test/support/call.js'
import { isProblem } from '#test/support/is-problem.js'
import { openApplication } from '#test/support/open-application.js'

const opened = await openApplication({ sample: true })
t.teardown(opened.close)
const { server } = opened

const document = (changed: object = {}) => ({ ...FIRST_MODEL_DOCUMENT, id: 'le-notre', ...changed })

t.test('the models are listed, each with its link', async (t) => {
  const { status, json } = await get(server, '/v1/models')
  t.equal(status, 200)
  const { models } = json as { models: { id: string; version: number; link: string; usual: boolean }[] }
  t.strictSame(
    models.map(({ id, version, usual }) => [id, version, usual]),
    [
      ['premier-modele', 1, true],
      ['facettes-innovation', 1, false],
    ],
  )
  for (const { link, id } of models) {
    const shown = await get(server, link)
    t.equal((shown.json as { document: { id: string } }).document.id, id)
  }
  isProblem(t, await get(server, '/v1/models/premier-modele/9'), { status: 404, code: 'model-unknown' })
  isProblem(t, await get(server, '/v1/models/premier-modele/x'), { status: 400, code: 'invalid-input' })
})

t.test('the format is there for editors', async (t) => {
  const { status, headers, json } = await get(server, '/v1/models/schema.json')
  t.equal(status, 200)
  t.match(headers['content-type'], /^application\/schema\+json/)
  const { $defs } = json as { $defs: { criterion: { anyOf: unknown[] } } }
  t.equal($defs.criterion.anyOf.length, 8)
})

t.test('a document is checked, and every fault has its path and line', async (t) => {
  const valid = await post(server, '/v1/models/validate', document())
  t.match(valid.json, { valid: true, id: 'le-notre', version: 1, faults: [] })
  const faulty = await post(server, '/v1/models/validate', '{\n "id": "Le Nôtre",\n "version": 0 }')
  t.equal(faulty.status, 200)
  const { faults } = faulty.json as { faults: { path: string; line: number; code: string }[] }
  t.strictSame(
    faults.filter(({ code }) => code !== 'missing').map(({ path, line }) => [path, line]),
    [
      ['/id', 2],
      ['/version', 3],
    ],
  )
  const broken = await post(server, '/v1/models/validate', '{\n "id": \n')
  t.match(broken.json, { valid: false, faults: [{ code: 'not-json', line: 3 }] })
})

t.test('publish: tried, done, again, taken, not the next', async (t) => {
  const tried = await post(server, '/v1/models?dryRun=true', document())
  t.match(tried, { status: 200, json: { outcome: 'would-publish', model: { id: 'le-notre' } } })
  isProblem(t, await get(server, '/v1/models/le-notre/1'), { status: 404, code: 'model-unknown' })
  const published = await post(server, '/v1/models', document())
  t.match(published, { status: 201, json: { outcome: 'published' } })
  t.match(await get(server, '/v1/models/le-notre/1'), { status: 200, json: { newest: true } })
  t.match(await post(server, '/v1/models', document()), { status: 200, json: { outcome: 'unchanged' } })
  t.match(
    isProblem(t, await post(server, '/v1/models', document({ inheritance: 'none' })), {
      status: 409,
      code: 'model-version-taken',
    }),
    { model: 'le-notre', version: 1, next: 2 },
  )
  t.match(
    isProblem(t, await post(server, '/v1/models', document({ version: 5 })), {
      status: 422,
      code: 'model-version-not-next',
    }),
    { version: 5, next: 2 },
  )
  t.match(
    isProblem(t, await post(server, '/v1/models', document({ version: 2, inheritance: 'half' })), {
      status: 422,
      code: 'model-invalid',
    }),
    { faults: [{ code: 'bad-value', path: '/inheritance' }] },
  )
  const effect = await post(server, '/v1/models?dryRun=true', document({ version: 2, inheritance: 'none' }))
  t.match(effect.json, { outcome: 'would-publish', effect: { from: { version: 1 }, to: { version: 2 } } })
})

t.test('a published model answers questions, and the registry goes on', async (t) => {
  const asked = '/v1/organisations/region-bourgogne/trajectory?asOf=2015-11-26&model='
  const own = await get(server, `${asked}le-notre`)
  t.match(own, { status: 200, json: { model: { id: 'le-notre', version: 1 } } })
  t.match(await get(server, `${asked}facettes-innovation@1`), {
    status: 200,
    json: { model: { id: 'facettes-innovation' } },
  })
  t.match((await get(server, '/health/ready')).json, { ready: true, projections: [{ quarantined: [] }] })
})

t.test('compare: two references, a document, what is wrong', async (t) => {
  const compared = await post(server, '/v1/models/compare', {
    from: 'premier-modele',
    to: 'facettes-innovation',
    asOf: '2016-06-01',
    listed: 3,
  })
  t.match(compared, {
    status: 200,
    json: { asOf: '2016-06-01', compared: 101, moved: 52, moversLeftOut: 49 },
  })
  const same = await post(server, '/v1/models/compare', { from: 'premier-modele', to: document() })
  t.match(same, { status: 200, json: { moved: 0, to: { id: 'le-notre' } } })
  isProblem(t, await post(server, '/v1/models/compare', { from: 'rien', to: 'premier-modele' }), {
    status: 404,
    code: 'model-unknown',
  })
  isProblem(t, await post(server, '/v1/models/compare', { from: 'premier-modele', to: { id: 'x' } }), {
    status: 422,
    code: 'model-invalid',
  })
  isProblem(t, await post(server, '/v1/models/compare', { from: 'premier-modele' }), {
    status: 400,
    code: 'invalid-input',
  })
})
