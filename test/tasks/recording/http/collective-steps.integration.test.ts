import t from 'tap'
import { get, post } from '#test/support/call.js'
import { isProblem } from '#test/support/is-problem.js'
import { openApplication } from '#test/support/open-application.js'

const opened = await openApplication()
const { server } = opened
t.teardown(() => opened.close())

for (const id of ['rennes', 'brest', 'lorient']) {
  await post(server, '/v1/organisations', { id, name: id, kind: 'commune' })
}

const parts = [
  { organisation: 'rennes', role: 'host' },
  { organisation: 'brest', role: 'participant' },
  { organisation: 'lorient', role: 'partner' },
]
const seminar = { kind: 'seminar', stage: 'happened', occurred: '2024-03~', parts }
const record = (body: unknown, headers = {}, query = '') => post(server, `/v1/steps${query}`, body, headers)

t.test('one step of three organisations, recorded once under its key', async (t) => {
  const tried = await record(seminar, {}, '?dryRun=true')
  t.equal(tried.status, 200)
  t.match(tried.json, { outcome: 'would-record', parts: [{ effect: { before: {}, after: {} } }, {}, {}] })
  const first = await record(seminar, { 'idempotency-key': 'three' })
  t.equal(first.status, 201)
  const again = await record(seminar, { 'idempotency-key': 'three' })
  t.equal(again.status, 200)
  const { outcome, ...rest } = first.json as {
    readonly outcome: string
    readonly parts: readonly { readonly stepId: string }[]
  }
  t.equal(outcome, 'recorded')
  t.strictSame(again.json, { outcome: 'repeated', ...rest })
  const shown = await get(server, `/v1/steps/${rest.parts[0]?.stepId ?? ''}`)
  const { together } = shown.json as { readonly together: readonly { readonly organisation: string }[] }
  t.strictSame(together.map(({ organisation }) => organisation).sort(), ['brest', 'lorient'])
  isProblem(t, await record({ ...seminar, place: 'Vannes' }, { 'idempotency-key': 'three' }), {
    status: 409,
    code: 'command-reused',
  })
})

t.test('a refusal names each organisation, in both languages', async (t) => {
  const body = { ...seminar, parts: [...parts, { organisation: 'atlantide', role: 'lead' }] }
  const { refusals } = isProblem(t, await record(body), { status: 422, code: 'parts-refused' })
  t.match(refusals, [
    { organisation: 'atlantide', code: 'organisation-unknown', detail: /inscri/, en: /regist/ },
  ])
})

t.test('faults stand at their paths', async (t) => {
  for (const [body, paths] of [
    [{ ...seminar, parts: parts.slice(0, 1) }, ['body.parts']],
    [{ ...seminar, parts: [parts[0], parts[0]] }, ['body.parts']],
    [{ ...seminar, parts: [parts[0], { organisation: 'brest', role: 'chief' }] }, ['body.parts.1.role']],
    [{ ...seminar, role: 'lead' }, ['body.role']],
    [{ ...seminar, within: '2023/2024' }, ['body.within']],
    [{ parts }, ['body.kind']],
  ] as const) {
    const { faults } = isProblem(t, await record(body), { status: 400, code: 'invalid-input' })
    t.strictSame(
      (faults as readonly { readonly path: string }[]).map(({ path }) => path),
      paths,
    )
  }
  isProblem(t, await record({ ...seminar, kind: 'lab', stage: 'ended' }), {
    status: 400,
    code: 'step-needed',
  })
})

t.test('how a date is understood', async (t) => {
  const understood = async (text: string) =>
    (await get(server, `/v1/dates?text=${encodeURIComponent(text)}`)).json
  t.strictSame(await understood('vers mars 2024'), {
    understood: true,
    text: 'vers mars 2024',
    kind: 'date',
    edtf: '2024-03~',
    sentence: { fr: 'vers mars 2024', en: 'around March 2024' },
    earliest: '2024-03-01',
    latest: '2024-03-31',
    among: { fr: 'du 1er au 31 mars 2024', en: 'from 1 to 31 March 2024' },
  })
  t.match(await understood('entre mars et juin 2011'), {
    kind: 'window',
    sentence: { fr: 'entre mars et juin 2011' },
    earliest: '2011-03-01',
    latest: '2011-06-30',
  })
  t.match(await understood('avant mars 2012'), {
    kind: 'window',
    earliest: undefined,
    latest: '2012-02-29',
    among: { fr: 'au plus tard le 29 février 2012' },
  })
  t.match(await understood('depuis 2018'), {
    kind: 'period',
    earliest: '2018-01-01',
    latest: undefined,
    among: { fr: 'le 1er janvier 2018 ou plus tard' },
  })
  t.match(await understood('31/02/2012'), {
    understood: false,
    code: 'impossible-day',
    remedy: { fr: /^Ce mois/, en: /^That month/ },
  })
  isProblem(t, await get(server, '/v1/dates'), { status: 400, code: 'invalid-input' })
})
