import t from 'tap'
import { readConnectionString } from '#adapters/event-log/eventstoredb/connection-string.js'

const nobody = { secure: false, keepAliveInterval: 10_000 }

t.test('a node without TLS needs nobody', async (t) => {
  const url = 'esdb://127.0.0.1:2113?tls=false'
  t.strictSame(readConnectionString(url), { url, ...nobody })
})

t.test('user and password are taken out of the address, decoded', async (t) => {
  t.strictSame(readConnectionString('esdb://app:p%40ss%3A1@a:1,b:2,c?tlsCAFile=%2Fca.crt'), {
    url: 'esdb://a:1,b:2,c?tlsCAFile=%2Fca.crt',
    secure: true,
    credentials: { username: 'app', password: 'p@ss:1' },
    keepAliveInterval: 10_000,
  })
})

t.test('a longer keep-alive is kept, a shorter one is not', async (t) => {
  const kept = (value: number) =>
    readConnectionString(`esdb://h?tls=false&keepAliveInterval=${value}`).keepAliveInterval
  t.strictSame([kept(60_000), kept(500), kept(-1)], [60_000, 10_000, 10_000])
})

t.test('a name that stands for a cluster is taken', async (t) => {
  t.equal(readConnectionString('esdb+discover://u:p@cluster.example').url, 'esdb+discover://cluster.example')
})

for (const [name, url, message] of [
  ['another scheme', 'kurrentdb://secret:secret@h', /esdb:\/\/ is expected/],
  ['no address', 'secret', /is expected/],
  ['a password that is not encoded', 'esdb://app:secret@secret@h', /is expected/],
  ['a percent sign that is not encoded', 'esdb://app:%secret@h', /percent-encoded/],
  ['several names to discover', 'esdb+discover://u:secret@a,b', /takes one name/],
  ['TLS without user', 'esdb://h:2113', /user and password/],
  ['an option that hides conflicts', 'esdb://h?tls=false&throwOnAppendFailure=false', /hides conflicts/],
  ['an option that the client does not heed', 'esdb://u:secret@h?tlsVerifyCert=false', /tlsCAFile/],
  ['a user’s certificate', 'esdb://h?userCertFile=a&user-key-file=b', /not supported/],
  ['an option that there is not', 'esdb://h?tls=false&secrets=1', /is no option/],
] as const) {
  t.test(`${name} is refused, and no password is told`, async (t) => {
    t.throws(() => readConnectionString(url), { code: 'invalid-connection', message })
    try {
      readConnectionString(url)
    } catch (error) {
      t.notMatch(String(error), /secret(?!s)/)
    }
  })
}
