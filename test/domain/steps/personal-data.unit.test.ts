import t from 'tap'
import { freeTextsOf } from '#domain/steps/fact.js'
import { holdsPersonalData, personalDataIn } from '#domain/steps/personal-data.js'
import { content } from '#test/support/organisation-facts.js'

const giveAway = [
  'écrire à prenom.nom@region.example.fr',
  'Prénom+labo@exemple.fr',
  'tél. 06 12 34 56 78',
  '0612345678',
  '06.12.34.56.78',
  '06-12-34-56-78',
  '+33 6 12 34 56 78',
  '+33612345678',
  '+33 (0)1 23 45 67 89',
  '0033 1 23 45 67 89',
  '06\u00a012\u00a034\u00a056\u00a078',
]
const harmless = [
  'La 27e Région, 4 rue La Vacquerie, Paris 11e',
  'SIREN 200 093 201, INSEE 75056',
  'du 2014-10-01 au 2015-11-26',
  '@27eregion sur les réseaux',
  'https://exemple.fr/articles/0123456789-bilan',
  'de 1 681 490 € à 6 500 000 €',
  '25 000 participants @ Lyon',
  '001_f756109a79df4348.txt',
]

t.test('addresses and telephone numbers are recognised', (t) => {
  for (const text of giveAway) t.ok(holdsPersonalData(text), text)
  for (const text of harmless) t.notOk(holdsPersonalData(text), text)
  t.end()
})

t.test('the refusal names the first text at fault', (t) => {
  t.strictSame(
    personalDataIn([
      ['title', 'Labo'],
      ['note', 'x@y.fr'],
      ['theme', 'z@y.fr'],
    ]),
    {
      code: 'personal-data',
      field: 'note',
    },
  )
  t.equal(
    personalDataIn([
      ['title', 'Labo'],
      ['note', undefined],
    ]),
    undefined,
  )
  t.end()
})

t.test('every text that a person writes is looked at', (t) => {
  const line = 'texte'
  const fields = { edition: line, site: line, title: line, theme: line, place: line, otherQuantities: line }
  const paragraphs = { intention: line, whatHappened: line, lessons: line, note: line }
  const fact = content('lab', {
    ...fields,
    ...paragraphs,
    cost: { min: 1, max: 2, scope: line, payer: line },
    source: { reference: line },
    documents: [{ title: line, url: 'https://exemple.fr', licence: line }],
    attributes: { attachedTo: line, team: 3, official: true },
  })
  t.strictSame(
    freeTextsOf(fact)
      .map(([path]) => path)
      .sort(),
    [
      ...Object.keys({ ...fields, ...paragraphs }),
      ...['cost.scope', 'cost.payer', 'source.reference', 'attributes.attachedTo'],
      ...['documents.0.title', 'documents.0.url', 'documents.0.licence'],
    ].sort(),
  )
  t.end()
})
