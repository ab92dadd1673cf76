import t from 'tap'
import { withFrenchSpaces } from '#src/pages/layout/french-spaces.js'

t.test('no line breaks inside guillemets or before a sign of two parts', async (t) => {
  t.equal(
    withFrenchSpaces('Est-ce vrai : labo « Le Lab » ; ou non ? À 10:30, rien !'),
    'Est-ce vrai\u00a0: labo «\u00a0Le Lab\u00a0»\u202f; ou non\u202f? À 10:30, rien\u202f!',
  )
})
