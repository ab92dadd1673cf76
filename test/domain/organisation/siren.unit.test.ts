import t from 'tap'
import { Siren } from '#domain/organisation/siren.js'

/** SIRENs of communes and intercommunalités, from the decoupage-administratif package, and a former one. */
const real = [
  '200027159',
  '200030674',
  '200039865',
  '200040293',
  '200040715',
  '200054807',
  '200056380',
  '200066009',
  '200067130',
  '200067692',
  '200072080',
  '200093201',
  '212900195',
  '213801855',
  '214401093',
  '215903501',
  '216704825',
  '216802249',
  '217500016',
  '219104775',
  '219300712',
  '219502192',
  '219506078',
  '242900314',
  '243300316',
  '243400017',
  '243500139',
  '244400404',
  '244500468',
  '245400601',
  '245900410',
  '245900428',
  '246301097',
  '246700488',
] as const

t.test('real numbers are SIRENs, as text', (t) => {
  for (const siren of real) t.equal(Siren.parse(siren), siren)
  t.equal(Siren.parse('005520242'), '005520242', 'leading zeros are kept')
  t.end()
})

t.test('a single digit that changes is always noticed', (t) => {
  for (const siren of real) {
    for (let place = 0; place < siren.length; place += 1) {
      for (const digit of '0123456789') {
        if (digit === siren[place]) continue
        const changed = siren.slice(0, place) + digit + siren.slice(place + 1)
        t.notOk(Siren.safeParse(changed).success, changed)
      }
    }
  }
  t.end()
})

t.test('nothing else is one', (t) => {
  for (const text of [
    '',
    '21750001',
    '000000000',
    '2175000160',
    '217 500 016',
    '21750001A',
    '２１７５０００１６',
    ' 217500016',
  ]) {
    t.notOk(Siren.safeParse(text).success, text)
  }
  t.notOk(Siren.safeParse(217_500_016).success)
  t.end()
})
