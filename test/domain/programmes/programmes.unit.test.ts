import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { ProgrammeCode } from '#domain/steps/fact-fields.js'
import { isSmallStructure } from '#domain/programmes/small-structures.js'
import { latestEdition, programmeOf, programmes, programmesOffering } from '#domain/programmes/programmes.js'
import { sampleHistory } from '#src/sample/sample-history.js'

t.test('codes are those of facts, each once; every figure has its year and its source', async (t) => {
  const codes = programmes.map(({ code }) => code)
  t.strictSame(codes, [...new Set(codes)])
  for (const { code, editions, kinds, labels, small } of programmes) {
    t.equal(ProgrammeCode.parse(code), code)
    t.ok(kinds.length > 0 && labels.fr !== '' && small.because.en !== '', code)
    for (const edition of editions) {
      t.ok(edition.sources.length > 0, `${code} ${edition.edition ?? ''}`)
      for (const span of [edition.length, edition.participants, edition.price]) {
        if (span !== undefined) t.ok(0 < span.min && span.min <= span.max)
      }
    }
    t.strictSame(
      editions.map(({ years }) => years.from),
      editions.map(({ years }) => years.from).toSorted((one, other) => one - other),
      `${code}: oldest first`,
    )
  }
})

t.test('the history names its programmes by the same codes, and brings steps of their kinds', async (t) => {
  const rows = parse<Record<string, string>>(readFileSync(sampleHistory.files[1]), { columns: true })
  const named = new Set(rows.map(({ programme }) => programme))
  t.strictSame(
    programmes.flatMap(({ code }) => (named.has(code) ? [] : [code])),
    ['reenchantez'],
    'announced in the brochure, and never met in the history',
  )
  for (const code of ['transfo', 'territoires_en_residences', 'pointeuse', 'adhesion', 'labonautes']) {
    const brought = rows.filter(({ programme }) => programme === code).map(({ kind }) => kind)
    t.ok(
      programmeOf(code)?.kinds.some((kind) => brought.includes(kind)),
      code,
    )
  }
  const editions = new Set(
    rows.filter(({ programme }) => programme === 'transfo').map(({ edition }) => edition),
  )
  t.strictSame(
    programmeOf('transfo')?.editions.map(({ edition }) => edition),
    [...editions].toSorted(),
  )
})

t.test('figures of the sources', async (t) => {
  const [transfo] = programmesOffering('transfo')
  t.match(transfo && latestEdition(transfo), {
    length: { min: 15, max: 18, unit: 'months' },
    price: { min: 160_000, max: 170_000, year: 2016 },
  })
  t.strictSame(
    programmeOf('adhesion')?.editions.map(({ price }) => [price?.year, price?.max]),
    [
      [2015, 29_000],
      [2016, 5_000],
    ],
  )
  t.equal(programmeOf('politique_locale'), undefined)
})

t.test(
  'small structures are communes, intercommunalités and PETR, unless they are known to be large',
  async (t) => {
    t.strictSame(
      (['commune', 'intercommunalite', 'petr', 'metropole', 'region'] as const).map((kind) =>
        isSmallStructure(kind),
      ),
      [true, true, true, false, false],
    )
    t.strictSame(
      [459, 99_999, 100_000].map((population) => isSmallStructure('commune', population)),
      [true, true, false],
    )
  },
)

t.test('sources name their days in words, since people read them', async (t) => {
  const sources = programmes.flatMap(({ editions }) => editions.flatMap((edition) => edition.sources))
  t.ok(sources.length > 0)
  for (const source of sources) t.notMatch(source, /\d{4}-\d|\d{4}~/)
})
