import t from 'tap'
import { matchesSearch, searchTextOf, searchWords } from '#projections/kept/registry/search-text.js'

const organisations: Readonly<Record<string, readonly string[]>> = {
  'region-provence-alpes-cote-d-azur': ["Région Provence-Alpes-Côte d'Azur", 'PACA', 'Région Sud'],
  'region-ile-de-france': ['Région Île-de-France'],
  'region-centre-val-de-loire': ['Région Centre-Val de Loire', 'Région Centre'],
  'departement-val-d-oise': [
    "Département Val-d'Oise",
    'Conseil général (jusqu’en 2015)',
    'Conseil départemental',
  ],
  'departement-val-de-marne': ['Département Val-de-Marne', 'Conseil général (jusqu’en 2015)'],
  'metropole-europeenne-de-lille': ['Métropole Européenne de Lille', 'MEL'],
  'ville-de-lille': ['Ville de Lille'],
  'pole-emploi': ['France Travail', 'Pôle emploi'],
  'cc-du-pays-de-saint-eloy': ['Communauté de communes du Pays de Saint-Éloy'],
  'ministere-ecologie-developpement-durable': [
    "Ministère de l'Écologie, du Développement durable et de l'Énergie",
    'MEDDE',
  ],
  'institut-paris-region': ['L’Institut Paris Region'],
  'la-27e-region': ['La 27e Région', 'La 27e Région, laboratoire de transformation publique'],
  'mulhouse-alsace-agglomeration': ['Mulhouse Alsace Agglomération', 'm2A'],
  'ap-hm': ['Assistance publique - Hôpitaux de Marseille'],
  'union-europeenne': ['Union européenne (Europ’Act, Erasmus+)'],
}

const found = (query: string): readonly string[] =>
  Object.entries(organisations)
    .filter(([id, names]) => matchesSearch(searchTextOf([...names, id]), searchWords(query)))
    .map(([id]) => id)

const searches: readonly (readonly [query: string, found: readonly string[]])[] = [
  ['région paca', ['region-provence-alpes-cote-d-azur']],
  ['REGION PACA', ['region-provence-alpes-cote-d-azur']],
  ['cote d’azur', ['region-provence-alpes-cote-d-azur']],
  ["côte d'azur", ['region-provence-alpes-cote-d-azur']],
  ['région sud', ['region-provence-alpes-cote-d-azur']],
  ['ile de france', ['region-ile-de-france']],
  ['Île-de-France', ['region-ile-de-france']],
  ['mel', ['metropole-europeenne-de-lille']],
  ['lille', ['metropole-europeenne-de-lille', 'ville-de-lille']],
  ['lille europ', ['metropole-europeenne-de-lille']],
  ['pole emploi', ['pole-emploi']],
  ['PÔLE EMPLOI', ['pole-emploi']],
  ['france travail', ['pole-emploi']],
  ['trav', ['pole-emploi']],
  ['ravail', []],
  ['val d’oise', ['departement-val-d-oise']],
  ['conseil departemental', ['departement-val-d-oise']],
  ['val', ['region-centre-val-de-loire', 'departement-val-d-oise', 'departement-val-de-marne']],
  ['saint eloy', ['cc-du-pays-de-saint-eloy']],
  ['écologie énergie', ['ministere-ecologie-developpement-durable']],
  ['medde', ['ministere-ecologie-developpement-durable']],
  ["l'institut", ['institut-paris-region']],
  ['27e', ['la-27e-region']],
  ['m2a', ['mulhouse-alsace-agglomeration']],
  ['hopitaux', ['ap-hm']],
  ['europ act', ['union-europeenne']],
  ['departement-val-de-marne', ['departement-val-de-marne']],
  ['paca lille', []],
  ['zzz', []],
]

for (const [query, expected] of searches) {
  t.test(`« ${query} » finds ${expected.length === 0 ? 'nothing' : expected.join(', ')}`, (t) => {
    t.strictSame(found(query), expected)
    t.end()
  })
}

t.test('what has no word finds everything', (t) => {
  t.strictSame(found(' –! '), Object.keys(organisations))
  t.end()
})

t.test('ligatures, also those of a PDF, decomposed accents and letters of other alphabets', (t) => {
  t.strictSame(searchWords('Cœur d’Ægypte, ﬁnances, e\u0301cole, ΑΘΗΝΑ'), [
    'coeur',
    'd',
    'aegypte',
    'finances',
    'ecole',
    'αθηνα',
  ])
  t.end()
})

t.test('a word that several names share is kept once', (t) => {
  t.equal(searchTextOf(['Région Sud', 'region-sud', 'Sud']), ' region sud')
  t.end()
})
