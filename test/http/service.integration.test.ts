import { Validator } from '@seriousme/openapi-schema-validator'
import t from 'tap'
import { serviceLogger } from '#src/http/service/service-logger.js'
import { trajectoiresIn } from '#src/composition/trajectoires.js'
import { get, post } from '#test/support/call.js'
import { isProblem } from '#test/support/is-problem.js'
import { openApplication } from '#test/support/open-application.js'

const opened = await openApplication()
const { server, house, logged } = opened
t.teardown(() => opened.close())

t.test('it lives, and it is ready once the registry is live', async (t) => {
  t.strictSame((await get(server, '/health/live')).json, { live: true })
  await house.registry.hasSeen(await house.log.head())
  const { status, json } = await get(server, '/health/ready')
  t.equal(status, 200)
  const { log, ...rest } = json as { log: { identity: string; head: number } }
  t.equal(log.identity, await house.log.identity())
  t.strictSame(rest, {
    ready: true,
    projections: [
      { name: 'registry', version: 4, state: 'live', position: 0, head: 0, lag: 0, quarantined: [] },
      { name: 'steps-taken', version: 3, state: 'live', position: 0, head: 0, lag: 0, quarantined: [] },
      { name: 'standings', version: 2, state: 'live', position: 0, head: 0, lag: 0, quarantined: [] },
      { name: 'programmes', version: 1, state: 'live', position: 0, head: 0, lag: 0, quarantined: [] },
      { name: 'open-steps', version: 2, state: 'live', position: 0, head: 0, lag: 0, quarantined: [] },
      { name: 'memberships', version: 2, state: 'live', position: 0, head: 0, lag: 0, quarantined: [] },
    ],
  })
})

t.test('it is not ready while the registry has failed, and says why', async (t) => {
  const failed = await house.registry.state()
  const registry = {
    ...house.registry,
    state: () => Promise.resolve({ ...failed, state: 'failed' as const, error: new Error('disk gone') }),
  }
  const broken = await trajectoiresIn({ ...house, registry }).server(serviceLogger('silent'))
  const { status, json } = await get(broken, '/health/ready')
  t.equal(status, 503)
  t.match(json, { ready: false, projections: [{ state: 'failed', error: 'disk gone' }] })
  await broken.close()
})

t.test('the interface describes itself in valid OpenAPI 3.1, and how each route says no', async (t) => {
  const { status, headers, json } = await get(server, '/openapi.json')
  t.equal(status, 200)
  t.match(headers['content-type'], /^application\/json/)
  const validator = new Validator()
  const { valid, errors } = await validator.validate(structuredClone(json) as Record<string, unknown>)
  t.strictSame(
    { valid, errors, version: validator.version },
    { valid: true, errors: undefined, version: '3.1' },
  )
  const { paths } = json as { paths: Record<string, Record<string, { responses: Record<string, unknown> }>> }
  const saysNo = { content: { 'application/problem+json': {} } }
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, { responses }] of Object.entries(methods)) {
      t.match(responses, { '4XX': saysNo, '5XX': saysNo }, `${method} ${path} tells how it says no`)
      if (method === 'get') continue
      for (const status of [400, 404, 409, 412, 422, 503])
        t.match(responses[status], saysNo, `${method} ${path} ${status}`)
    }
  }
})

t.test('every route that answers is described, or is a page', async (t) => {
  const described = ((await get(server, '/openapi.json')).json as { paths: Record<string, unknown> }).paths
  const isForPrograms = (path: string): boolean => path.startsWith('/v1/') || path.startsWith('/health/')
  t.strictSame(
    routesOf(server.printRoutes({ commonPrefix: false }))
      .filter(isForPrograms)
      .map((path) => path.replaceAll(/:(\w+)/g, '{$1}'))
      .sort(),
    Object.keys(described).sort(),
  )
})

/** The paths of the tree that the router prints, four columns a level. */
const routesOf = (tree: string): readonly string[] => {
  const above: string[] = []
  return tree.split('\n').flatMap((line) => {
    const [, indent, part] = /^(.*)[├└]── (\S+) \(/.exec(line) ?? []
    if (indent === undefined || part === undefined) return []
    const depth = indent.length / 4
    const path = `${above[depth - 1] ?? ''}${part}`
    above[depth] = path
    return [path]
  })
}

t.test('the pages', async (t) => {
  const home = await get(server, '/')
  t.equal(home.status, 302)
  t.equal(home.headers['location'], '/organisations')
  const docs = await get(server, '/docs')
  t.equal(docs.status, 200)
  t.match(docs.text, /swagger/i)
  const policy = String(docs.headers['content-security-policy'])
  t.match(policy, /default-src 'self'/)
  t.notMatch(
    policy,
    /upgrade-insecure-requests|swagger\.io|https:/,
    'nothing from elsewhere, over plain HTTP',
  )
  t.match((await get(server, '/docs/static/swagger-initializer.js')).text, /"?validatorUrl"?: ?null/)
})

t.test('what is wrong with a request is a problem, whatever it is', async (t) => {
  const steps = '/v1/organisations/x/steps'
  const json = { 'content-type': 'application/json' }
  isProblem(t, await get(server, '/nowhere?x=1'), { status: 404, code: 'route-unknown' })
  isProblem(t, await get(server, '/%E0%A4%A'), { status: 400, code: 'bad-address' })
  isProblem(t, await get(server, `/v1/organisations/${'a'.repeat(201)}`), {
    status: 400,
    code: 'bad-address',
  })
  isProblem(t, await post(server, steps, '{"kind":', json), { status: 400, code: 'not-json' })
  isProblem(t, await post(server, steps, '', json), { status: 400, code: 'not-json' })
  isProblem(t, await post(server, steps, '{"__proto__":{"a":1}}', json), { status: 400, code: 'not-json' })
  isProblem(t, await post(server, steps, JSON.stringify({ note: 'x'.repeat(300_000) }), json), {
    status: 413,
    code: 'too-large',
  })
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
    isProblem(t, await post(server, steps, '{}', { 'content-type': type }), {
      status: 415,
      code: 'wrong-media-type',
    })
  }
})

t.test('only this machine’s own names are answered', async (t) => {
  for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:2727', '10.0.0.1']) {
    isProblem(t, await get(server, '/v1/organisations', { host }), { status: 421, code: 'wrong-host' })
  }
  for (const host of ['localhost', 'LOCALHOST:2727', '127.0.0.1:80', '[::1]:2727']) {
    t.equal((await get(server, '/health/live', { host })).status, 200, host)
  }
})

t.test('names that a proxy passes on are answered when they are trusted, and no others', async (t) => {
  const behind = await trajectoiresIn(house).server(serviceLogger('silent'), {
    trustedHosts: ['trajectoires.example.org', '10.0.0.7:8080'],
  })
  t.teardown(() => behind.close())
  for (const host of [
    'Trajectoires.example.org',
    'trajectoires.example.org:443',
    '10.0.0.7:8080',
    'localhost',
  ])
    t.equal((await get(behind, '/health/live', { host })).status, 200, host)
  for (const host of ['example.org', 'trajectoires.example.org.evil.example', '10.0.0.7', '10.0.0.7:80'])
    isProblem(t, await get(behind, '/health/live', { host }), { status: 421, code: 'wrong-host' })
})

t.test('every answer names the log; who brings a position of another one is told so', async (t) => {
  const log = await house.log.identity()
  for (const path of ['/health/live', '/v1/organisations', '/v1/organisations/atlantide'])
    t.equal((await get(server, path)).headers['log-identity'], log, path)
  const same = await get(server, '/v1/organisations?after=0', { 'log-identity': log })
  t.equal(same.status, 200)
  const other = { 'log-identity': '7d1c9a60-0000-4000-8000-000000000000' }
  const refused = await get(server, '/v1/organisations?after=0', other)
  isProblem(t, refused, { status: 409, code: 'other-log' })
  t.equal(refused.headers['log-identity'], log)
})

t.test('a fault of ours tells nothing but the id of the request, which is in the log', async (t) => {
  const lines: string[] = []
  const log = { ...house.log, readStream: () => Promise.reject(new Error('SQLITE_IOERR /secret/path')) }
  const broken = await trajectoiresIn({ ...house, log }).server(
    serviceLogger('info', { write: (line: string) => void lines.push(line) }),
  )
  for (const path of ['/v1/organisations/x/steps', '/v1/organisations/x/trajectory']) {
    const answered = await get(broken, path)
    t.strictSame(isProblem(t, answered, { status: 500, code: 'internal' }), {})
    t.notMatch(answered.text, /SQLITE|secret|at .*\.js/)
    const told = lines
      .map((line) => JSON.parse(line) as { level: number; reqId: string; err?: { message: string } })
      .find(({ level, reqId }) => level === 50 && reqId === answered.headers['request-id'])
    t.equal(told?.err?.message, 'SQLITE_IOERR /secret/path')
  }
  await broken.close()
})

t.test('one line a request, with its id and path, without query, address or body', async (t) => {
  const before = logged.length
  const secret = 'dupont@example.org'
  const answers = [
    await get(server, `/v1/organisations?q=${secret}`, {
      'user-agent': secret,
      'x-forwarded-for': '10.1.2.3',
    }),
    await post(server, '/v1/organisations/x/steps', { note: secret, [secret]: 1 }),
    await post(server, '/v1/organisations', { name: secret, kind: 'commune' }),
    await get(server, `/nowhere?${secret}`),
    await get(server, '/%E0%A4%A'),
  ]
  const lines = logged.slice(before)
  t.strictSame(
    lines.map((line) => {
      const { time, ms, ...rest } = JSON.parse(line) as Record<string, unknown>
      t.type(time, 'number')
      t.type(ms, 'number')
      return rest
    }),
    answers.map(({ status, headers }, index) => ({
      level: 30,
      reqId: headers['request-id'],
      method: ['GET', 'POST', 'POST', 'GET', 'GET'][index],
      path: ['/v1/organisations', '/v1/organisations/x/steps', '/v1/organisations', '/nowhere', '/%E0%A4%A'][
        index
      ],
      status,
      msg: 'answered',
    })),
  )
  t.strictSame(
    answers.map(({ status }) => status),
    [200, 400, 422, 404, 400],
  )
  t.notMatch(lines.join(''), /dupont|10\.1\.2\.3|127\.0\.0\.1/)
})
