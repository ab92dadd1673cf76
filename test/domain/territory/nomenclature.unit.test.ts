import t from 'tap'
import { InseeCode, Profile } from '#domain/organisation/profile.js'
import { Siren } from '#domain/organisation/siren.js'
import { departementCodes, nameOfDepartement } from '#domain/territory/departements.js'
import { doubtOnFormerInsee, doubtOnInsee, nameOfInsee } from '#domain/territory/nomenclature.js'
import { regionOf } from '#domain/territory/regions.js'

t.test('the nomenclature has the communes of today by their names, each in a region', (t) => {
  for (const [code, name] of [
    ['01053', 'Bourg-en-Bresse'],
    ['2A004', 'Ajaccio'],
    ['75056', 'Paris'],
    ['69383', 'Lyon 3e Arrondissement'],
    ['97411', 'Saint-Denis'],
    ['98818', 'Nouméa'],
  ] as const) {
    t.equal(nameOfInsee('commune', code), name)
    t.not(regionOf({ insee: { type: 'commune', code } }), undefined)
  }
  t.equal(nameOfInsee('commune', '__pro'), undefined)
  t.equal(departementCodes.length, 107)
  t.strictSame(departementCodes.slice(0, 2).map(nameOfDepartement), ['Ain', 'Aisne'])
  for (const code of departementCodes)
    t.not(regionOf({ insee: { type: 'departement', code } }), undefined, code)
  t.end()
})

t.test('a code that is none of its type is doubted, with what it may be', (t) => {
  t.strictSame(doubtOnInsee('commune', '1053'), {
    doubt: 'lost-zero',
    code: '01053',
    name: 'Bourg-en-Bresse',
  })
  t.strictSame(doubtOnInsee('departement', '1'), { doubt: 'lost-zero', code: '01', name: 'département Ain' })
  t.strictSame(doubtOnInsee('region', '1'), { doubt: 'lost-zero', code: '01', name: 'région Guadeloupe' })
  t.strictSame(doubtOnInsee('region', '35'), { doubt: 'other-type', name: 'département Ille-et-Vilaine' })
  t.strictSame(doubtOnInsee('commune', '53'), {
    doubt: 'other-type',
    name: 'département Mayenne, région Bretagne',
  })
  t.strictSame(doubtOnInsee('commune', '200093201'), { doubt: 'other-type', name: 'EPCI 200093201' })
  for (const code of ['ABBA', 'B', '999', '9999', '010530'])
    t.strictSame(doubtOnInsee('commune', code), { doubt: 'malformed' }, code)
  for (const code of ['01003', '99999']) t.strictSame(doubtOnInsee('commune', code), { doubt: 'unknown' })
  t.equal(doubtOnInsee('epci', '245900410'), undefined, 'one that is no more')
  t.strictSame(doubtOnInsee('epci', '245900411'), { doubt: 'unknown' }, 'its check digit is wrong')
  t.end()
})

t.test('of a former code only the writing is judged', (t) => {
  t.equal(doubtOnFormerInsee('region', '26'), undefined)
  t.equal(doubtOnFormerInsee('commune', '99999'), undefined)
  t.match(doubtOnFormerInsee('commune', '1053'), { doubt: 'lost-zero', code: '01053' })
  t.strictSame(doubtOnFormerInsee('commune', 'ABBA'), { doubt: 'malformed' })
  t.end()
})

t.test('codes are read as people and spreadsheets write them', (t) => {
  for (const [typed, code] of [
    ['="01053"', '01053'],
    ['2a004', '2A004'],
  ] as const) {
    t.strictSame(InseeCode.parse({ type: 'commune', code: typed }), { type: 'commune', code })
  }
  t.equal(Siren.parse('="200093201"'), '200093201')
  const profile = { name: 'Bourg', kind: 'commune', insee: { type: 'commune', code: '1053' } }
  t.match(Profile.safeParse(profile).error?.issues, [
    { path: ['insee', 'code'], message: /« 1053 » a sans doute perdu son zéro \(01053 : Bourg-en-Bresse\)/ },
  ])
  t.end()
})

t.test('a SIREN is nine digits, none of them lost, not all zero, and no SIRET', (t) => {
  for (const [typed, message] of [
    ['000000000', /que des zéros/],
    ['20009320100017', /c’est un SIRET.*200093201/],
    ['200093202', /clé de contrôle/],
    ['2000932', /neuf chiffres/],
    ['5520243', /neuf chiffres/],
    ['5520242', /perdu son zéro.*005520242/],
    ['55202022', /perdu son zéro.*055202022/],
  ] as const) {
    t.match(Siren.safeParse(typed).error?.issues, [{ message }], typed)
  }
  t.end()
})
