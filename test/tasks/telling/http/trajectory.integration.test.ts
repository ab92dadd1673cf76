import t from 'tap'
import { handleCommand } from '#src/handling/writing/write-organisation.js'
import { TrajectoryAnswer } from '#src/handling/asking/answer-trajectory.js'
import { get, post } from '#test/support/call.js'
import { isProblem } from '#test/support/is-problem.js'
import { openApplication } from '#test/support/open-application.js'

const opened = await openApplication({ sample: true })
const { server, house } = opened
t.teardown(() => opened.close())

const path = '/v1/organisations/region-champagne-ardenne/trajectory'
const ask = async (query: string, of = path): Promise<TrajectoryAnswer> => {
  const answered = await get(server, `${of}${query}`)
  t.equal(answered.status, 200, query)
  return TrajectoryAnswer.parse(answered.json)
}

t.test('what was true on a day, with all that it was computed from', async (t) => {
  const { asOf, knownAt, knownBy, horizon, position, model, organisation } = await ask('?asOf=2015-11-26')
  const { labels: _labels, hash, ...named } = model
  t.strictSame(
    { asOf, knownAt, knownBy, horizon, named, organisation },
    {
      asOf: '2015-11-26',
      knownAt: '2026-07-01T10:00:00.000Z',
      knownBy: 'recorded',
      horizon: '2025-11-26',
      named: { id: 'premier-modele', version: 1 },
      organisation: { id: 'region-champagne-ardenne', name: 'Région Champagne-Ardenne' },
    },
  )
  t.equal(hash, house.models.usual.hash)
  const stream = await house.log.readStream('organisation-region-champagne-ardenne' as never)
  t.equal(position, stream.at(-1)?.position, 'the last event of its stream')
})

t.test('today and ten years ahead unless told otherwise', async (t) => {
  const { asOf, horizon, period } = await ask('')
  t.strictSame([asOf, horizon, period], ['2026-07-01', '2036-07-01', 'ended'])
})

t.test('another day, another answer; the fields do not depend on it', async (t) => {
  const [before, after] = [await ask('?asOf=2005-01-01'), await ask('?asOf=2014-01-01')]
  t.equal(before.period, 'before')
  t.equal(before.standing.position, null)
  t.not(after.standing.position, null)
  t.strictSame(
    new Set(after.standing.evidence).size > 0,
    true,
    'whoever stands somewhere stands there on evidence',
  )
})

t.test('known at a day counts until the end of that day in Paris; an instant is exact', async (t) => {
  const none = await ask('?asOf=2015-11-26&knownAt=2026-06-30')
  t.equal(none.knownAt, '2026-06-30T21:59:59.999Z')
  t.strictSame(none.evidence, [], 'nothing was recorded here yet')
  t.ok(none.warnings.some(({ code }) => code === 'recorded-later'))
  const day = await ask('?asOf=2015-11-26&knownAt=2026-07-01')
  t.equal(day.knownAt, '2026-07-01T21:59:59.999Z')
  t.ok(day.evidence.length > 0)
  const instant = await ask('?asOf=2015-11-26&knownAt=2026-07-01T12:00:00%2B02:00')
  t.equal(instant.knownAt, '2026-07-01T10:00:00.000Z')
  t.strictSame(instant.evidence, day.evidence)
  const earlier = await ask('?asOf=2015-11-26&knownAt=2026-07-01T09:59:59Z')
  t.strictSame(earlier.evidence, [])
})

t.test('what the documents of the time told, before anything was recorded here', async (t) => {
  const [early, late] = [
    await ask('?asOf=2011-12-31&knownAt=2012-01-01&knownBy=documented'),
    await ask('?asOf=2011-12-31&knownBy=documented'),
  ]
  t.equal(early.knownBy, 'documented')
  t.ok(early.evidence.length <= late.evidence.length)
  t.ok(late.evidence.length > 0)
})

t.test('a model by its name, its version or its hash', async (t) => {
  const { hash } = house.models.usual
  for (const model of ['premier-modele', 'premier-modele@1', hash]) {
    t.equal((await ask(`?asOf=2015-11-26&model=${model}`)).model.hash, hash)
  }
  const { known } = isProblem(t, await get(server, `${path}?model=dernier-modele`), {
    status: 404,
    code: 'model-unknown',
  })
  t.strictSame(known, [
    'premier-modele',
    'premier-modele@1',
    hash,
    'facettes-innovation',
    'facettes-innovation@1',
    'd96da68b1700d291f9151fd27ec80547807fc1d02c468460acb18425ef017371',
  ])
})

t.test('up to a horizon, which comes after the day', async (t) => {
  const { horizon, spells } = await ask('?asOf=2012-01-01&horizon=2013-01-01')
  t.equal(horizon, '2013-01-01')
  t.ok(spells.position.every(({ end }) => end <= '2013-01-01'))
  for (const query of ['?asOf=2012-01-01&horizon=2012-01-01', '?horizon=2026-07-01']) {
    isProblem(t, await get(server, `${path}${query}`), { status: 400, code: 'horizon-too-early' })
  }
})

t.test('days that are none, or that nothing can be dated to, are named', async (t) => {
  for (const [query, at] of [
    ['?asOf=2015-02-29', 'query.asOf'],
    ['?asOf=2015', 'query.asOf'],
    ['?asOf=1899-12-31', 'query.asOf'],
    ['?asOf=9999-12-31', 'query.asOf'],
    ['?horizon=2200-01-01', 'query.horizon'],
    ['?horizon=hier', 'query.horizon'],
    ['?knownAt=2015-11-26T12:00', 'query.knownAt'],
    ['?knownAt=0001-01-01', 'query.knownAt'],
    ['?knownBy=hearsay', 'query.knownBy'],
    ['?on=2015-11-26', 'query.on'],
  ] as const) {
    const { faults } = isProblem(t, await get(server, `${path}${query}`), {
      status: 400,
      code: 'invalid-input',
    })
    t.strictSame(
      [...new Set((faults as readonly { path: string }[]).map((fault) => fault.path))],
      [at],
      query,
    )
  }
  for (const query of ['?asOf=1900-01-01', '?asOf=2199-12-31', '?knownAt=2199-12-31T23:59:59-12:00']) {
    await ask(query)
  }
})

t.test('an organisation that nobody registered', async (t) => {
  isProblem(t, await get(server, '/v1/organisations/atlantide/trajectory'), {
    status: 404,
    code: 'organisation-unknown',
  })
})

t.test('an answer that did not change is not sent again', async (t) => {
  const first = await get(server, path)
  const etag = first.headers['etag'] as string
  t.match(etag, /^"[\w-]{27}"$/)
  t.equal(first.headers['cache-control'], 'private, no-cache')
  t.equal(first.headers['content-type'], 'application/json; charset=utf-8')
  for (const header of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await get(server, path, { 'if-none-match': header })
    t.strictSame([again.status, again.text, again.headers['etag']], [304, '', etag])
    t.notOk('content-length' in again.headers, 'which would be that of the answer (RFC 9110, 8.6)')
  }
  t.equal((await get(server, path, { 'if-none-match': '"other"' })).status, 200)
})

t.test('a fact of another organisation changes nothing of it', async (t) => {
  const etag = (await get(server, path)).headers['etag'] as string
  const { status } = await post(server, '/v1/organisations', { id: 'autre', name: 'Autre', kind: 'commune' })
  t.equal(status, 201)
  t.equal((await get(server, path, { 'if-none-match': etag })).status, 304)
})

t.test('one fact more, and the answer is another one at once', async (t) => {
  const of = '/v1/organisations/ville-de-paris/trajectory'
  const [before, etag] = [await ask('', of), (await get(server, of)).headers['etag'] as string]
  const fact = { kind: 'lab', stage: 'begun', role: 'lead', occurred: '2026-05', title: 'Nouveau labo' }
  const { status, json } = await post(server, '/v1/organisations/ville-de-paris/steps', fact)
  t.equal(status, 201)
  const after = await get(server, of, { 'if-none-match': etag })
  t.equal(after.status, 200)
  const { position, evidence } = TrajectoryAnswer.parse(after.json)
  t.equal(position, (json as { position: number }).position)
  t.ok(evidence.length > before.evidence.length)
})

t.test('a succession that was just recorded brings the inheritance with it', async (t) => {
  for (const id of ['ancienne', 'nouvelle']) {
    await post(server, '/v1/organisations', { id, name: id, kind: 'commune' })
  }
  await post(server, '/v1/organisations/ancienne/steps', {
    kind: 'lab',
    stage: 'begun',
    role: 'lead',
    occurred: '2024',
  })
  t.strictSame((await ask('', '/v1/organisations/nouvelle/trajectory')).predecessors, [])
  const succeeded = await handleCommand(house, {
    organisation: 'ancienne' as never,
    command: {
      command: 'SucceedOrganisation',
      id: '5f0e2f6e-7d3c-4a27-8d3c-27e27e27e003' as never,
      data: { successor: 'nouvelle', manner: 'merger', from: '2025-01-01' } as never,
    },
  })
  t.equal(succeeded.outcome, 'recorded')
  const { predecessors, evidence } = await ask('', '/v1/organisations/nouvelle/trajectory')
  t.strictSame(predecessors, ['ancienne'])
  t.strictSame(
    evidence.map(({ organisation, inherited }) => [organisation, inherited]),
    [['ancienne', true]],
  )
})
