import t from 'tap'
import { get, post } from '#test/support/call.js'
import { isProblem } from '#test/support/is-problem.js'
import { openApplication } from '#test/support/open-application.js'

const opened = await openApplication()
const { server, house } = opened
t.teardown(() => opened.close())

const lyon = { name: 'Métropole de Lyon', kind: 'metropole', siren: '200046977' }
const register = (body: unknown, headers: Readonly<Record<string, string>> = {}, query = '') =>
  post(server, `/v1/organisations${query}`, body, headers)

t.test('a dry run says what would be recorded, and records nothing', async (t) => {
  const { status, json } = await register(lyon, {}, '?dryRun=true')
  t.equal(status, 200)
  const { outcome, organisation, events } = json as Record<string, unknown>
  t.strictSame({ outcome, organisation }, { outcome: 'would-record', organisation: 'metropole-de-lyon' })
  t.strictSame(
    (events as readonly { type: string; data: unknown }[]).map(({ type, data }) => ({ type, data })),
    [{ type: 'OrganisationRegistered', data: lyon }],
  )
  t.equal(await house.log.head(), 0)
})

t.test('a new organisation has an identifier made of its name, and an address', async (t) => {
  const written = await register(lyon, { 'idempotency-key': 'lyon' })
  t.equal(written.status, 201)
  const { position } = written.json as { position: number }
  const address = `/v1/organisations/metropole-de-lyon?after=${position}`
  t.equal(written.headers['location'], address)
  t.equal((await get(server, address)).status, 200, 'at once, however far the node has read')
  t.equal(written.headers['etag'], '"0"')
  const { outcome, organisation, revision } = written.json as Record<string, unknown>
  t.strictSame(
    { outcome, organisation, revision },
    { outcome: 'recorded', organisation: 'metropole-de-lyon', revision: 0 },
  )
  t.equal((await get(server, '/v1/organisations/metropole-de-lyon/steps')).status, 200)
})

t.test('the same key and body: the same events; another body: refused', async (t) => {
  const [one] = await house.log.readStream('organisation-metropole-de-lyon' as never)
  const again = await register(lyon, { 'idempotency-key': 'lyon' })
  t.equal(again.status, 200)
  const { outcome, events } = again.json as { outcome: string; events: readonly { id: string }[] }
  t.equal(outcome, 'repeated')
  t.strictSame(
    events.map(({ id }) => id),
    [one?.id],
  )
  const other = await register({ ...lyon, population: 1_400_000 }, { 'idempotency-key': 'lyon' })
  isProblem(t, other, { status: 409, code: 'command-reused' })
})

t.test('registered already: nothing to add; with another profile: refused with what differs', async (t) => {
  const same = await register(lyon)
  t.equal(same.status, 200)
  t.strictSame(same.json, {
    outcome: 'unchanged',
    organisation: 'metropole-de-lyon',
    events: [],
    revision: 0,
  })
  const { changes } = isProblem(t, await register({ ...lyon, siren: '200046993' }), {
    status: 409,
    code: 'content-differs',
  })
  t.strictSame(changes, { siren: '200046993' })
})

t.test('what is wrong is named by its path', async (t) => {
  const answered = await register({ name: ' ', kind: 'royaume', siren: '123', id: 'Lyon', king: 'Louis' })
  const { faults } = isProblem(t, answered, { status: 400, code: 'invalid-input' })
  const paths = (faults as readonly { path: string }[]).map(({ path }) => path)
  t.strictSame([...new Set(paths)].sort(), ['body.id', 'body.kind', 'body.king', 'body.name', 'body.siren'])
  isProblem(t, await register({ name: '…', kind: 'commune' }), { status: 400, code: 'identifier-needed' })
})

t.test('a name of any length gives an identifier', async (t) => {
  const { status, json } = await register({ name: `${'a'.repeat(119)} et suite`, kind: 'association' })
  t.equal(status, 201)
  t.equal((json as { organisation: string }).organisation, 'a'.repeat(119))
})

t.test('no personal data', async (t) => {
  const answered = await register({ name: 'Ville de Brest', kind: 'commune', note: 'voir anne@brest.fr' })
  const { field } = isProblem(t, answered, { status: 422, code: 'personal-data' })
  t.equal(field, 'note')
})
