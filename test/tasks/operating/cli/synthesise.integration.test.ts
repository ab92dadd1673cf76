import t from 'tap'
import { openCommandLine } from '#test/support/run-command.js'

const line = openCommandLine()
t.teardown(() => line.close())

t.test('an empty folder is filled, answers like any other, and is never filled twice', async (t) => {
  const made = await line.run(['synthesise', '--organisations', '40', '--facts', '200', '--seed', '3'])
  t.strictSame([made.status, made.complaints], [0, ''])
  t.match(made.text, /^40 organisations et 200 faits inventés, graine 3 : \d+ événements\./)
  const listed = await line.run(['organisations', 'synthétique'])
  t.equal(listed.status, 0)
  t.match(listed.text, /Région .* \(synthétique\)/)
  const again = await line.run(['synthesise'])
  t.equal(again.status, 1)
  t.match(again.complaints, /n’est pas vide.*\[log-not-empty\]/)
})

t.test('what can’t be made up is said', async (t) => {
  const none = await line.run(['synthesise', '--organisations', '0'])
  t.equal(none.status, 2)
  t.match(none.complaints, /--organisations/)
})
