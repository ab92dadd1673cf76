import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { get, post } from '#test/support/call.js'
import { isProblem } from '#test/support/is-problem.js'
import { openApplication } from '#test/support/open-application.js'

const opened = await openApplication()
const { server, house } = opened
t.teardown(() => opened.close())

const register = (name: string) => post(server, '/v1/organisations', { id: 'niort', name, kind: 'commune' })
t.equal((await register('Mairie de Niort')).status, 201)
const seminar = { kind: 'seminar', stage: 'happened', role: 'lead', occurred: '2015', title: 'Été' }
const record = (told: object) => post(server, '/v1/organisations/niort/steps', { ...seminar, ...told })
const faults = (answered: Awaited<ReturnType<typeof record>>): unknown =>
  isProblem(t, answered, { status: 400, code: 'invalid-input' })['faults']

const sendBytes = async (url: string, type: string, bytes: Buffer) => {
  const { statusCode, headers, payload } = await server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': type },
    payload: bytes,
  })
  return { status: statusCode, headers, text: payload, json: JSON.parse(payload) as unknown }
}

t.test('a body that is not UTF-8 is refused, and nothing is stored in its place', async (t) => {
  const head = await house.log.head()
  const latin1 = Buffer.from(JSON.stringify({ ...seminar, title: 'Été à la mairie' }), 'latin1')
  for (const url of ['/v1/organisations/niort/steps', '/v1/models/validate']) {
    const answered = await sendBytes(url, 'application/json', latin1)
    isProblem(t, answered, { status: 400, code: 'not-utf-8' })
  }
  t.equal(await house.log.head(), head)
})

t.test('what is invisible, half or in control is named at its field', async (t) => {
  for (const [title, message] of [
    ['a\u0000b', /contrôle.*U\+0000/],
    ['\u001b[31mrouge', /contrôle.*U\+001B/],
    ['\u200b', /invisibles/],
    ['a\ud800', /moitié/],
  ] as const) {
    t.match(faults(await record({ title })), [{ path: 'body.title', message }])
  }
  const named = await post(server, '/v1/organisations', { id: 'x', name: '\u200b', kind: 'commune' })
  t.match(faults(named), [{ path: 'body.name', message: /invisibles/ }])
})

t.test('one text sent in two spellings is one text', async (t) => {
  const id = '5f0c3a1e-7b2d-4c8e-9a41-0000000000aa'
  const first = await record({ id, title: 'Ete\u0301', note: 'un\r\ndeux' })
  t.match(first, { status: 201, json: { events: [{ data: { title: 'Eté', note: 'un\ndeux' } }] } })
  t.match(await record({ id, title: 'Eté', note: 'un\ndeux' }), { json: { outcome: 'unchanged' } })
})

t.test('addresses are of the web', async (t) => {
  const documents = [{ title: 'Bilan', url: 'javascript:alert(1)' }]
  t.match(faults(await record({ documents })), [{ path: 'body.documents.0.url', message: /https:/ }])
  const source = { reference: 'https://a.fr ; javascript:alert(1)' }
  t.match(faults(await record({ source })), [{ path: 'body.source.reference', message: /https:/ }])
})

t.test('an address that can’t be read is told in our own words', async (t) => {
  isProblem(t, await get(server, '/v1/organisations?q=%C3%28'), { status: 400, code: 'bad-address' })
  t.equal((await get(server, '/v1/organisations?q=100%')).status, 200, 'a sign of per cent is one')
  t.equal((await get(server, '/v1/organisations?q=Ni%CC%81ort')).status, 200)
  await server.listen({ port: 0, host: '127.0.0.1' })
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1') // it listens
    let text = ''
    socket.on('data', (bytes) => (text += bytes.toString('utf8')))
    socket.on('end', () => resolve(text))
    socket.on('error', reject)
    socket.write(Buffer.from('GET /v1/organisations?q=\x00 HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n', 'latin1'))
  })
  t.match(answer, /^HTTP\/1\.1 400 .*application\/problem\+json.*"code":"bad-address"/s)
})

t.test('names that every object answers to are names that nothing has', async (t) => {
  for (const name of ['constructor', 'toString']) {
    const page = await get(server, `/organisations?${name}=1`, { accept: 'text/html' })
    t.equal(page.status, 400)
    t.match(page.text, new RegExp(`<code>${name}</code>`))
  }
  t.equal((await record({ programme: 'constructor', title: 'Autre' })).status, 201)
  t.match(await get(server, '/v1/programmes/constructor'), {
    status: 200,
    json: { labels: { fr: 'Constructor' } },
  })
})
