import t from 'tap'
import { isRegionCode, regionCodes, regionLabels, regionOf } from '#domain/territory/regions.js'

const regionNamed = (located: Parameters<typeof regionOf>[0]): string | undefined => {
  const code = regionOf(located)
  return code && regionLabels(code).fr
}

t.test('where an organisation lies, by what it is known by', (t) => {
  const known: readonly (readonly [Parameters<typeof regionOf>[0], string | undefined])[] = [
    [{ insee: { type: 'commune', code: '75056' } }, 'Île-de-France'],
    [{ insee: { type: 'commune', code: '2A004' } }, 'Corse'],
    [{ insee: { type: 'commune', code: '97411' } }, 'La Réunion'],
    [{ insee: { type: 'commune', code: '98818' } }, 'Nouvelle-Calédonie'],
    [{ insee: { type: 'departement', code: '71' } }, 'Bourgogne-Franche-Comté'],
    [{ insee: { type: 'region', code: '53' } }, 'Bretagne'],
    [{ insee: { type: 'region', code: '21' } }, 'Grand Est'],
    [{ insee: { type: 'epci', code: '245900410' } }, undefined],
    [{ insee: { type: 'epci', code: '200093201' } }, 'Hauts-de-France'],
    [{ siren: '246700488' }, 'Grand Est'],
    [{ siren: '200054781' }, 'Île-de-France'],
    [{ insee: { type: 'commune', code: '99999' }, siren: '244400404' }, 'Pays de la Loire'],
    [{ siren: '552100554' }, undefined],
    [{}, undefined],
  ]
  for (const [located, name] of known) t.equal(regionNamed(located), name, JSON.stringify(located))
  t.end()
})

t.test('each département of France lies in one region, and each region of 2015 in one of today', (t) => {
  const departements = [
    ...Array.from({ length: 95 }, (_, place) => String(place + 1).padStart(2, '0')),
    ...['2A', '2B', '971', '972', '973', '974', '976'],
  ]
  for (const code of departements) t.type(regionOf({ insee: { type: 'departement', code } }), 'string', code)
  const of2015 = ['11', '21', '22', '23', '24', '25', '26', '31', '41', '42', '43', '52', '53', '54']
  for (const code of [...of2015, '72', '73', '74', '82', '83', '91', '93', '94'])
    t.type(regionOf({ insee: { type: 'region', code } }), 'string', code)
  t.end()
})

t.test('regions are listed by name', (t) => {
  t.equal(regionCodes.length, 24)
  t.strictSame(regionCodes.slice(0, 3), ['84', '27', '53'])
  t.ok(isRegionCode('11'))
  t.notOk(isRegionCode('26'))
  t.end()
})
