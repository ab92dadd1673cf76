import t from 'tap'
import { Explanation } from '#projections/asked/explanation/explanation.js'
import { openCommandLine } from '#test/support/run-command.js'

const line = openCommandLine()
t.teardown(() => line.close())
await line.run(['import', '--sample'])

const explain = (...rest: readonly string[]) => line.run(['explain', ...rest])

t.test('sentences, in French unless English is asked for', async (t) => {
  const french = await explain('region-champagne-ardenne', '--as-of', '2015-11-26')
  t.equal(french.status, 0)
  t.equal(french.printed[0], 'Région Champagne-Ardenne, le 26 novembre 2015 (Premier modèle)')
  t.match(french.text, 'mais l’équipe compte 2 personnes : il en faudrait 3 ou plus')
  const english = await explain('region-champagne-ardenne', '--as-of', '2015-11-26', '--english')
  t.match(english.text, 'but the team has 2 people: it takes 3 or more')
})

t.test('one dimension alone', async (t) => {
  const { printed, status } = await explain('ville-de-paris', '--dimension', 'skills')
  t.equal(status, 0)
  t.ok(printed.includes('Compétences'))
  t.notOk(printed.some((one) => ['Position', 'Portage', 'Écosystème'].includes(one)))
})

t.test('the whole answer for a program', async (t) => {
  const { text, status } = await explain('ville-de-paris', '--as-of', '2018-01-01', '--json')
  t.equal(status, 0)
  t.equal(Explanation.parse(JSON.parse(text)).asOf, '2018-01-01')
})

t.test('wrong use says what there is', async (t) => {
  const dimension = await explain('ville-de-paris', '--dimension', 'courage')
  t.equal(dimension.status, 2)
  t.match(dimension.complaints, 'skills')
  t.equal((await explain('ville-de-nulle-part')).status, 2)
  t.equal((await explain('ville-de-paris', '--as-of', 'hier')).status, 2)
  const model = await explain('ville-de-paris', '--model', 'autre')
  t.equal(model.status, 2)
  t.match(model.complaints, 'premier-modele')
})
