import t from 'tap'
import { evidenceNoun } from '#projections/asked/explanation/evidence-noun.js'
import { englishWords } from '#projections/asked/explanation/words-english.js'
import { frenchWords } from '#projections/asked/explanation/words-french.js'

const terms = { where: [] }
const [seminar, meeting, lab] = ['seminar', 'residency-completed', 'lab'].map(evidenceNoun)
if (seminar === undefined || meeting === undefined || lab === undefined) throw new Error('three kinds')

t.test('what is asked, and its contrary, are said of the same parts', async (t) => {
  t.strictSame(frenchWords.count([seminar], 1, terms), { said: 'un séminaire', denied: 'sans séminaire' })
  t.strictSame(frenchWords.count([seminar, meeting], 1, terms), {
    said: 'un séminaire ou une résidence achevée',
    denied: 'sans séminaire ni résidence achevée',
  })
  t.strictSame(frenchWords.count([seminar], 3, { where: [], within: { months: 36, days: 0 } }), {
    said: 'au moins 3 séminaires en 3 ans',
    denied: 'moins de 3 séminaires en 3 ans',
  })
  t.strictSame(frenchWords.standing(lab, 1, terms), {
    said: 'un laboratoire d’innovation',
    denied: 'sans laboratoire d’innovation',
  })
  t.strictSame(frenchWords.count([evidenceNoun('lab-ended')], 1, terms), {
    said: 'la fin d’un laboratoire d’innovation',
    denied: 'sans la fin d’un laboratoire d’innovation',
  })
  t.strictSame(frenchWords.level('expérimentation', 'pratiquée'), {
    said: 'au moins « pratiquée » en expérimentation',
    denied: 'moins que « pratiquée » en expérimentation',
  })
})

t.test('the contrary of all is one of the contraries, and that of any is all of them', async (t) => {
  for (const [words, one, other] of [
    [frenchWords, 'sans séminaire', 'moins de 2 résidences achevées'],
    [englishWords, 'without a seminar', 'less than 2 completed residencies'],
  ] as const) {
    const parts = [words.count([seminar], 1, terms), words.count([meeting], 2, terms)]
    t.strictSame(
      parts.map(({ denied }) => denied),
      [one, other],
    )
    const [all, any] = [words.all(parts), words.any(parts)]
    t.equal(all.denied, words === frenchWords ? `soit ${one}, soit ${other}` : `either ${one}, or ${other}`)
    t.equal(any.denied, `${one} ${words === frenchWords ? 'et' : 'and'} ${other}`)
  }
})
