import fc from 'fast-check'
import t from 'tap'
import { typeset } from '#domain/kernel/french/typography.js'
import { holds } from '#test/support/holds.js'

t.test('no line breaks inside guillemets or before a sign of two parts', async (t) => {
  t.equal(
    typeset('Est-ce vrai : labo « Le Lab » ; ou non ? À 10:30, rien !'),
    'Est-ce vrai\u00a0: labo «\u00a0Le Lab\u00a0»\u202f; ou non\u202f? À 10:30, rien\u202f!',
  )
})

t.test('addresses, hours and codes have no space to change', async (t) => {
  for (const text of ['https://www.example.org/?q=a:b;c!', '10:30', 'a;b', '']) t.equal(typeset(text), text)
})

t.test('only spaces change, and once is enough', async (t) => {
  const text = fc.stringMatching(/^[a-z «»:;?!’.\u00a0\u202f]{0,40}$/)
  const plain = (said: string): string => said.replace(/[\u00a0\u202f]/g, ' ')
  holds(
    t,
    fc.property(
      text,
      (said) =>
        plain(typeset(said)) === plain(said) &&
        typeset(typeset(said)) === typeset(said) &&
        !/« | [»:;?!]/.test(typeset(said)),
    ),
    500,
  )
})
