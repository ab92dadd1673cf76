import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import t, { type Test } from 'tap'
import { startTcpProxy, type TcpProxy } from './tcp-proxy.js'

/** An echo behind the proxy. */
const openNetwork = async (t: Test): Promise<TcpProxy> => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.pipe(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy = await startTcpProxy((server.address() as AddressInfo).port)
  t.teardown(async () => {
    await proxy.close()
    server.close()
  })
  return proxy
}

const connected = async (t: Test, proxy: TcpProxy): Promise<Socket> => {
  const socket = connect(proxy.port, '127.0.0.1')
  socket.on('error', () => undefined)
  t.teardown(() => socket.destroy())
  await new Promise<void>((resolve) => {
    for (const event of ['connect', 'close']) socket.once(event, resolve)
  })
  return socket
}

const answerTo = async (socket: Socket, text: string): Promise<string> => {
  if (socket.destroyed) return 'closed'
  socket.write(text)
  return new Promise((resolve) => {
    socket.once('data', (bytes) => {
      resolve(bytes.toString('utf8'))
    })
    socket.once('close', () => {
      resolve('closed')
    })
  })
}

const soon = (answer: Promise<string>): Promise<string> =>
  Promise.race([answer, new Promise<string>((resolve) => setTimeout(resolve, 100, 'nothing yet'))])

t.test('it carries both ways', async (t) => {
  const proxy = await openNetwork(t)
  t.equal(await answerTo(await connected(t, proxy), 'one'), 'one')
})

t.test('a cut breaks what is connected and carries what comes', async (t) => {
  const proxy = await openNetwork(t)
  const socket = await connected(t, proxy)
  await answerTo(socket, 'one')
  const answer = answerTo(socket, 'two')
  proxy.cut()
  t.equal(await answer, 'closed')
  t.equal(await answerTo(await connected(t, proxy), 'three'), 'three')
})

t.test('what is refused is closed until it passes again', async (t) => {
  const proxy = await openNetwork(t)
  proxy.refuse()
  t.equal(await answerTo(await connected(t, proxy), 'one'), 'closed')
  proxy.pass()
  t.equal(await answerTo(await connected(t, proxy), 'two'), 'two')
})

t.test('a black hole takes what comes and what was there, and gives nothing', async (t) => {
  const proxy = await openNetwork(t)
  const before = await connected(t, proxy)
  await answerTo(before, 'one')
  proxy.blackHole()
  const within = await connected(t, proxy)
  const answers = [answerTo(before, 'two'), answerTo(within, 'three')]
  t.equal(await soon(Promise.race(answers)), 'nothing yet')
  proxy.pass()
  t.strictSame(await Promise.all(answers), ['closed', 'closed'])
  t.equal(await answerTo(await connected(t, proxy), 'four'), 'four')
})

t.test('half open, what was connected is left without a word, and what comes is carried', async (t) => {
  const proxy = await openNetwork(t)
  const lost = await connected(t, proxy)
  await answerTo(lost, 'one')
  proxy.halfOpen()
  t.equal(await soon(answerTo(lost, 'two')), 'nothing yet')
  t.equal(await answerTo(await connected(t, proxy), 'three'), 'three')
  t.equal(proxy.connections(), 2)
})

t.test('latency delays each way and keeps the order', async (t) => {
  const proxy = await openNetwork(t)
  proxy.latency(40)
  const socket = await connected(t, proxy)
  const begun = Date.now()
  t.equal(await answerTo(socket, 'one'), 'one')
  t.ok(Date.now() - begun >= 78)
})
