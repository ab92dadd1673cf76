import t from 'tap'
import { readSettings } from '#src/config/settings.js'

const trusting = (environment: Readonly<Record<string, string>>) => {
  const read = readSettings(environment)
  return read.valid ? [read.settings.host, read.settings.trustedHosts] : read.faults.length
}

t.test('without settings it listens on the loopback, and trusts no other name', async (t) => {
  t.strictSame(trusting({}), ['127.0.0.1', []])
})

t.test('an address that others reach is refused until the names are told by which they do', async (t) => {
  t.equal(trusting({ HOST: '0.0.0.0' }), 1)
  t.equal(trusting({ HOST: '0.0.0.0', TRUSTED_HOSTS: '' }), 1)
  t.strictSame(trusting({ HOST: '0.0.0.0', TRUSTED_HOSTS: 'localhost' }), ['0.0.0.0', ['localhost']])
})

t.test('trusted names are a list, whatever its case and blanks', async (t) => {
  t.strictSame(trusting({ TRUSTED_HOSTS: 'A.example.org, b.example.org:8443 ,10.0.0.7' }), [
    '127.0.0.1',
    ['a.example.org', 'b.example.org:8443', '10.0.0.7'],
  ])
})

t.test('what is no name of a host is refused', async (t) => {
  for (const names of ['*', '*.example.org', 'https://example.org', 'a,,b', 'a b,', 'example.org/x', '-a'])
    t.equal(trusting({ TRUSTED_HOSTS: names }), 1, names)
})
