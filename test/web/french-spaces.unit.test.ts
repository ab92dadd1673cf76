import t from 'tap'
import { pageWithFrenchSpaces, withFrenchSpaces } from '#src/web/layout/french-spaces.js'

t.test('no line breaks inside guillemets or before a sign of two parts', async (t) => {
  t.equal(
    withFrenchSpaces('Est-ce vrai : labo « Le Lab » ; ou non ? À 10:30, rien !'),
    'Est-ce vrai\u00a0: labo «\u00a0Le Lab\u00a0»\u202f; ou non\u202f? À 10:30, rien\u202f!',
  )
})

t.test('texts of a page get them, and what was typed comes back as it was typed', async (t) => {
  t.equal(
    pageWithFrenchSpaces(
      '<p title="a ; b > c ; d">Pourquoi <b>vrai</b> ? « <a href="/x?q=a :b">Oui</a> »</p>',
    ),
    '<p title="a ; b > c ; d">Pourquoi <b>vrai</b>\u202f? «\u00a0<a href="/x?q=a :b">Oui</a>\u00a0»</p>',
  )
  t.equal(
    pageWithFrenchSpaces(
      '<label>Note ?</label><textarea name="note">vrai ?\n« oui »</textarea> : <code>a ; b</code> !',
    ),
    '<label>Note\u202f?</label><textarea name="note">vrai ?\n« oui »</textarea>\u00a0: <code>a ; b</code>\u202f!',
  )
  t.equal(pageWithFrenchSpaces('<input value="vers 2012 ?"/>'), '<input value="vers 2012 ?"/>')
})
