import { once } from 'node:events'
import { createConnection, type AddressInfo } from 'node:net'
import t from 'tap'
import type { StreamLog } from '#domain/ports/event-log.js'
import { trajectoiresIn } from '#src/composition/trajectoires.js'
import { serviceLogger } from '#src/http/service/service-logger.js'
import { post } from '#test/support/call.js'
import { openApplication } from '#test/support/open-application.js'

const opened = await openApplication()
const { server, house } = opened
t.teardown(() => opened.close())
await post(server, '/v1/organisations', { id: 'slow', name: 'Lente', kind: 'commune' })

/** Something to wait for, and the way to say that it is there. */
const signal = (): { readonly given: Promise<void>; readonly give: () => void } => {
  let give: () => void = () => undefined
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give }
}

t.test('a request under way is answered, then nothing is', async (t) => {
  const [reached, gate] = [signal(), signal()]
  const append: StreamLog['append'] = async (request) => {
    reached.give()
    await gate.given
    return house.log.append(request)
  }
  const log = { ...house.log, append }
  const closing = await trajectoiresIn({ ...house, log }).server(serviceLogger('silent'))
  const address = await closing.listen({ host: '127.0.0.1', port: 0 })
  const { port } = closing.server.address() as AddressInfo
  const unused = createConnection(port, '127.0.0.1')
  const left = once(unused.resume(), 'close')
  await once(closing.server, 'connection')

  const answering = fetch(`${address}/v1/organisations/slow/steps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'seminar', stage: 'happened', role: 'lead', occurred: '2012' }),
  })
  await reached.given
  const closed = closing.close()
  gate.give()
  const answered = await answering
  t.equal(answered.status, 201)
  t.match(await answered.json(), { outcome: 'recorded', revision: 1 })
  await closed
  await left // a connection that never asked for anything holds nothing up
  await t.rejects(fetch(`${address}/health/live`), 'no one listens any more')
})
