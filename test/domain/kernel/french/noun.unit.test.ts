import fc from 'fast-check'
import t from 'tap'
import { agreed, bare, definite, elides, of, to, written, type Noun } from '#domain/kernel/french/noun.js'
import { holds } from '#test/support/holds.js'

t.test('an article melts into «de» and «à», and loses its vowel before another', async (t) => {
  const said = (noun: Noun) => [written(noun), of(noun), to(noun)]
  t.strictSame(said(definite('labo', 'm')), ['le labo', 'du labo', 'au labo'])
  t.strictSame(said(definite('résidence', 'f')), ['la résidence', 'de la résidence', 'à la résidence'])
  t.strictSame(said(definite('enquête', 'f')), ['l’enquête', 'de l’enquête', 'à l’enquête'])
  t.strictSame(said(definite('habitant', 'm')), ['l’habitant', 'de l’habitant', 'à l’habitant'])
  t.strictSame(said(definite('hackathon', 'm')), ['le hackathon', 'du hackathon', 'au hackathon'])
  t.strictSame(said({ article: 'les', words: 'années 1990' }), [
    'les années 1990',
    'des années 1990',
    'aux années 1990',
  ])
  t.strictSame(said(bare('avril')), ['avril', 'd’avril', 'à avril'])
  t.strictSame(said(bare('2012')), ['2012', 'de 2012', 'à 2012'])
})

t.test('names of organisations behind «de»', async (t) => {
  for (const [name, expected] of [
    ['Région Bourgogne', 'de Région Bourgogne'],
    ['École nationale d’administration', 'd’École nationale d’administration'],
    ['Eurométropole de Strasbourg', 'd’Eurométropole de Strasbourg'],
    ['Île-de-France', 'd’Île-de-France'],
    ['Œuvres sociales', 'd’Œuvres sociales'],
    ['Yonne', 'd’Yonne'],
    ['Hérault', 'd’Hérault'],
    ['Hauts-de-France', 'de Hauts-de-France'],
    ['Haute-Savoie', 'de Haute-Savoie'],
    ['Onze communes', 'de Onze communes'],
    ['27e Région', 'de 27e Région'],
    ['', 'de '],
  ] as const)
    t.equal(of(bare(name)), expected)
})

t.test(
  'whatever a noun, no vowel of an article stands before another, and accents change nothing',
  async (t) => {
    const words = fc.stringMatching(/^[a-zéèêàâîïôöûùçœ]{1,12}$/)
    holds(
      t,
      fc.property(words, fc.constantFrom('m' as const, 'f' as const), (noun, gender) => {
        const { article } = definite(noun, gender)
        const unaccented = noun.normalize('NFD').replace(/\p{M}/gu, '')
        return (
          (article === 'l’') === elides(noun) &&
          elides(noun) === elides(unaccented) &&
          elides(noun) === elides(noun.toUpperCase()) &&
          of(definite(noun, gender)).includes('l’') === elides(noun) &&
          of(bare(noun)).startsWith('d’') === elides(noun)
        )
      }),
      500,
    )
  },
)

t.test('participles agree', async (t) => {
  t.strictSame(
    [agreed('achevé', 'm'), agreed('achevé', 'f'), agreed('achevé', 'm', true), agreed('achevé', 'f', true)],
    ['achevé', 'achevée', 'achevés', 'achevées'],
  )
  t.strictSame([agreed('entrepris', 'm', true), agreed('entrepris', 'f', true)], ['entrepris', 'entreprises'])
})
