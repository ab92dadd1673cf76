import t from 'tap'
import { serviceLogger } from '#src/http/service/service-logger.js'
import { trajectoiresIn } from '#src/composition/trajectoires.js'
import { get, post } from '#test/support/call.js'
import { isProblem } from '#test/support/is-problem.js'
import { openApplication } from '#test/support/open-application.js'

const opened = await openApplication()
const { server, house } = opened
t.teardown(() => opened.close())

type Headers = Readonly<Record<string, string>>

/** A new organisation of its own, so that tests don't meet. */
const organisationNamed = async (id: string): Promise<string> => {
  const { status } = await post(server, '/v1/organisations', { id, name: id, kind: 'commune' })
  t.equal(status, 201)
  return id
}
const record = (id: string, body: unknown, headers: Headers = {}, query = '') =>
  post(server, `/v1/organisations/${id}/steps${query}`, body, headers)

const seminar = { kind: 'seminar', stage: 'happened', role: 'lead', occurred: '2012-03~' }
const lab = { kind: 'lab', stage: 'begun', role: 'lead', occurred: '2015', title: 'Le Labo' }

interface Written {
  readonly outcome: string
  readonly stepId: string
  readonly revision: number
  readonly position: number
  readonly events: readonly { readonly id: string; readonly type: string; readonly data: unknown }[]
}
const written = ({ json }: { readonly json: unknown }): Written => json as Written

t.test('a fact is recorded, with a step of its own', async (t) => {
  const id = await organisationNamed('recorded')
  const answered = await record(id, { ...seminar, attributes: { participants: '30~', format: 'talk' } })
  t.equal(answered.status, 201)
  const { location = '' } = answered.headers
  t.match([location, (await get(server, String(location))).status], [/^\/v1\/steps\//, 200])
  t.equal(answered.headers['etag'], '"1"')
  const { events, stepId, position, ...rest } = written(answered)
  t.strictSame(rest, { outcome: 'recorded', revision: 1 })
  t.equal(position, await house.log.head())
  t.match(stepId, /^seminar-[0-9a-f]{8}$/)
  t.strictSame(
    events.map(({ type, data }) => ({ type, data })),
    [
      {
        type: 'SeminarHeld',
        data: {
          stepId,
          role: 'lead',
          occurred: '2012-03~',
          attributes: { participants: '30~', format: 'talk' },
        },
      },
    ],
  )
  const [, stored] = await house.log.readStream(`organisation-${id}` as never)
  t.strictSame(stored?.metadata, { actor: 'local:http', correlationId: answered.headers['request-id'] })
})

t.test('the same key and the same content, in any order of its fields: the same events', async (t) => {
  const id = await organisationNamed('repeated')
  const first = await record(id, seminar, { 'idempotency-key': 'once' })
  const backwards = Object.fromEntries(Object.entries(seminar).reverse())
  const again = await record(id, backwards, { 'idempotency-key': 'once' })
  t.strictSame([first.status, again.status], [201, 200])
  t.strictSame(again.json, { ...written(first), outcome: 'repeated' })
  t.equal(again.headers['etag'], '"1"')
  isProblem(t, await record(id, lab, { 'idempotency-key': 'once' }), {
    status: 409,
    code: 'command-reused',
  })
  t.equal(
    (await record(await organisationNamed('repeated-elsewhere'), lab, { 'idempotency-key': 'once' })).status,
    201,
  )
})

t.test('the same fact under its own id is already on record', async (t) => {
  const id = await organisationNamed('unchanged')
  const named = { ...seminar, id: '5f0e2f6e-7d3c-4a27-8d3c-27e27e27e001' }
  const first = await record(id, named)
  const again = await record(id, named)
  t.strictSame([first.status, again.status], [201, 200])
  t.strictSame(again.json, { outcome: 'unchanged', stepId: 'seminar-5f0e2f6e', events: [], revision: 1 })
  const { changes, target } = isProblem(t, await record(id, { ...named, place: 'Rennes' }), {
    status: 409,
    code: 'content-differs',
  })
  t.strictSame({ changes, target }, { changes: { place: 'Rennes' }, target: named.id })
})

t.test('If-Match: recorded on what was read, refused once it moved', async (t) => {
  const id = await organisationNamed('matched')
  const { headers } = await get(server, `/v1/organisations/${id}/steps`)
  const read = headers['etag'] as string
  t.equal(read, '"0"')
  t.equal((await record(id, seminar, { 'if-match': read })).status, 201)
  const late = await record(id, lab, { 'if-match': read })
  isProblem(t, late, { status: 412, code: 'moved' })
  t.equal(late.headers['etag'], '"1"', 'what it is now')
  t.equal((await record(id, lab, { 'if-match': '*' })).status, 201, 'whatever there is')
  for (const etag of ['2', 'W/"2"', '"two"', '"2", "3"']) {
    isProblem(t, await record(id, lab, { 'if-match': etag }), { status: 400, code: 'bad-etag' })
  }
})

t.test('a repeated command is answered, even on a revision that has moved since', async (t) => {
  const id = await organisationNamed('repeated-on-moved')
  const headers = { 'idempotency-key': 'k', 'if-match': '"0"' }
  t.equal((await record(id, seminar, headers)).status, 201)
  t.equal((await record(id, seminar, headers)).status, 200)
})

t.test('a dry run shows the position before and after, and writes nothing', async (t) => {
  const id = await organisationNamed('tried')
  const before = await house.log.head()
  const answered = await record(id, seminar, {}, '?dryRun=true')
  t.equal(answered.status, 200)
  t.equal(await house.log.head(), before)
  const { outcome, events, effect } = answered.json as Written & {
    readonly effect: Readonly<
      Record<'before' | 'after', { readonly state: string; readonly position: unknown }>
    >
  }
  t.equal(outcome, 'would-record')
  t.strictSame(
    events.map(({ type }) => type),
    ['SeminarHeld'],
  )
  t.strictSame([effect.before.state, effect.before.position], ['none', null])
  t.strictSame(Object.keys(effect.before), Object.keys(effect.after))
  const bound = await record(id, { ...lab, occurred: '2026-01' }, {}, '?dryRun=true')
  const { effect: ofLab } = bound.json as { readonly effect: typeof effect }
  t.not(ofLab.after.state, 'none', 'a lab this year shows')
})

t.test('refusals carry their code, what they are about, and both languages', async (t) => {
  const id = await organisationNamed('refused')
  const cases = [
    [
      { ...seminar, occurred: '2027-01' },
      422,
      'fact-in-future',
      { earliest: '2027-01-01', today: '2026-07-01' },
    ],
    [
      { ...seminar, statedOn: '2010' },
      422,
      'told-before-done',
      { earliest: '2012-03-01', told: '2010-12-31' },
    ],
    [
      { ...lab, stage: 'ended', stepId: 'no-such' },
      422,
      'step-unknown',
      { stepId: 'no-such', stage: 'ended' },
    ],
    [{ ...seminar, note: 'appeler le 06 12 34 56 78' }, 422, 'personal-data', { field: 'note' }],
    [{ ...seminar, stepId: 's', follows: ['s'] }, 422, 'link-to-itself', { stepId: 's' }],
  ] as const
  for (const [body, status, code, details] of cases) {
    t.strictSame(isProblem(t, await record(id, body), { status, code }), details, code)
  }
  t.equal((await house.log.readStream(`organisation-${id}` as never)).length, 1, 'nothing was recorded')
})

t.test('a stage that opens no step needs one', async (t) => {
  const id = await organisationNamed('step-needed')
  const { faults } = isProblem(t, await record(id, { ...lab, stage: 'confirmed' }), {
    status: 400,
    code: 'step-needed',
  })
  t.match(faults, [{ path: 'body.stepId', message: /confirm/ }])
  const begun = written(await record(id, lab))
  const ended = await record(id, { ...lab, stage: 'ended', stepId: begun.stepId, occurred: '2018' })
  t.equal(ended.status, 201)
  t.equal(written(ended).stepId, begun.stepId)
})

t.test('every fault of a body is named by its path', async (t) => {
  const id = await organisationNamed('malformed')
  const cases = [
    [{ ...seminar, colour: 'red' }, ['body.colour']],
    [{ ...seminar, attributes: { speed: 3 } }, ['body.attributes.speed']],
    [{ ...seminar, attributes: { participants: 'many' } }, ['body.attributes.participants']],
    [{ ...seminar, occurred: 'mars 2012' }, ['body.occurred']],
    [{ ...seminar, occurred: '2012-02-31' }, ['body.occurred']],
    [{ ...seminar, within: '2011/2012' }, ['body.within']],
    [{ ...seminar, kind: 'coronation' }, ['body.kind']],
    [{ ...seminar, stage: 'begun' }, ['body.stage']],
    [{ ...seminar, role: 'chief' }, ['body.role']],
    [{ ...seminar, cost: { min: 5, max: 2 } }, ['body.cost.max']],
    [{ ...seminar, documents: [{ title: 'x', url: 'no' }] }, ['body.documents.0.url']],
    [{ ...seminar, id: '1', stepId: 'A B' }, ['body.id', 'body.stepId']],
    [{}, ['body.kind']],
    [[], ['body']],
    ['"text"', ['body']],
    ['null', ['body']],
  ] as const
  for (const [body, paths] of cases) {
    const { faults } = isProblem(t, await record(id, body), { status: 400, code: 'invalid-input' })
    const named = faults as readonly { readonly path: string; readonly message: string }[]
    t.strictSame([...new Set(named.map(({ path }) => path))], paths, JSON.stringify(body))
    t.notMatch(named.map(({ message }) => message).join(), /Invalid |expected|required/, 'in French')
  }
})

t.test('headers and query are checked as well', async (t) => {
  const id = await organisationNamed('headers')
  const answered = await record(id, seminar, { 'idempotency-key': 'x'.repeat(201) }, '?dryRun=perhaps')
  const { faults } = isProblem(t, answered, { status: 400, code: 'invalid-input' })
  t.match(faults, [{ path: /^(query\.dryRun|headers\.idempotency-key)$/ }])
})

t.test('an unknown organisation takes no step', async (t) => {
  isProblem(t, await record('atlantide', seminar), { status: 404, code: 'organisation-unknown' })
})

t.test('many at once on one organisation: each is recorded, or told that it is busy', async (t) => {
  const id = await organisationNamed('crowded')
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, index) => record(id, { ...seminar, title: `n° ${index}` })),
  )
  for (const answered of answers) {
    if (answered.status !== 201) isProblem(t, answered, { status: 503, code: 'busy' })
  }
  const recorded = answers
    .filter(({ status }) => status === 201)
    .map((answered) => written(answered).revision)
  t.strictSame(
    recorded.sort((one, other) => one - other),
    Array.from({ length: recorded.length }, (_, index) => index + 1),
  )
})

t.test('a full queue and a full disk are told from each other', async (t) => {
  const id = await organisationNamed('full')
  for (const [outcome, status] of [
    ['busy', 503],
    ['disk-full', 507],
  ] as const) {
    const log = { ...house.log, append: () => Promise.resolve({ outcome }) }
    const failing = await trajectoiresIn({ ...house, log }).server(serviceLogger('silent'))
    isProblem(t, await post(failing, `/v1/organisations/${id}/steps`, seminar), { status, code: outcome })
    await failing.close()
  }
})
