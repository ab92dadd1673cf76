import t from 'tap'
import { openCommandLine } from '#test/support/run-command.js'

const line = openCommandLine()
t.teardown(() => line.close())
await line.run(['import', '--sample'])

t.test('found by a word of the name, as a table or as JSON', async (t) => {
  const { status, text, complaints } = await line.run(['organisations', 'bourgogne'])
  t.strictSame([status, complaints], [0, ''])
  t.match(text, /region-bourgogne .*Bourgogne.*région/)
  const { printed } = await line.run(['organisations', 'bourgogne', '--json'])
  const found = printed.map((one) => JSON.parse(one) as Readonly<Record<string, unknown>>)
  t.ok(found.some(({ id, kind }) => id === 'region-bourgogne' && kind === 'region'))
})

t.test('all of them, or those of a kind', async (t) => {
  t.equal((await line.run(['organisations', '--json'])).printed.length, 112)
  const { printed } = await line.run(['organisations', '--kind', 'region', '--json'])
  t.ok(printed.length > 0)
  t.ok(printed.every((one) => (JSON.parse(one) as { kind: string }).kind === 'region'))
})

t.test('none is said, and is no error; a kind that is none is', async (t) => {
  const { status, text, complaints } = await line.run(['organisations', 'xyzzy'])
  t.strictSame([status, text], [0, ''])
  t.match(complaints, /Aucune organisation trouvée/)
  const wrong = await line.run(['organisations', '--kind', 'club'])
  t.equal(wrong.status, 2)
  t.match(wrong.complaints, /^--kind : /)
})

t.test('a remedy names what to type, never a call over HTTP', async (t) => {
  for (const typed of [
    ['trajectory', 'atlantide'],
    ['explain', 'atlantide'],
    ['events', '--organisation', 'atlantide'],
    ['record', 'atlantide', '--kind', 'seminar', '--role', 'lead'],
  ]) {
    const { status, complaints } = await line.run(typed)
    t.equal(status, 2)
    t.match(complaints, /trajectoires organisations <recherche> \[organisation-unknown\]/, typed.join(' '))
    t.notMatch(complaints, /GET|\/v1\//)
  }
})
