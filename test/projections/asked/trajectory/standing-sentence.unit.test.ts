import t from 'tap'
import type { Day } from '#domain/time/day.js'
import { aheadOf } from '#projections/asked/trajectory/standing-sentence.js'
import { dayOf } from '#test/support/histories.js'

const begin = dayOf('2013-06-01')
const until = (end: string | null): { begin: Day; end: Day | null } => ({
  begin,
  end: end === null ? null : dayOf(end),
})

t.test('each turn is told on its own day, and no other day is given for it', (t) => {
  const ahead = (certain: string | null, possible: string | null, unrefuted: string | null, ends?: string) =>
    aheadOf(
      { certain: until(certain), possible: until(possible), unrefuted: until(unrefuted) },
      ends === undefined ? undefined : dayOf(ends),
    )?.fr
  t.equal(ahead('2020-01-01', '2020-01-01', null), 'à confirmer à partir du 1er janvier 2020')
  t.equal(
    ahead('2020-01-01', '2020-12-31', null),
    'plus sûr à partir du 1er janvier 2020, puis à confirmer à partir du 31 décembre 2020',
  )
  t.equal(ahead('2020-01-01', null, null), 'plus sûr à partir du 1er janvier 2020')
  t.equal(ahead('2020-01-01', '2020-01-01', '2020-01-01'), 'plus le cas à partir du 1er janvier 2020')
  t.equal(ahead('2020-01-01', '2020-12-31', null, '2020-06-01'), 'plus sûr à partir du 1er janvier 2020')
  t.equal(ahead('2020-01-01', '2020-12-31', null, '2019-06-01'), undefined, 'nothing behind its end')
  t.equal(ahead(null, null, null), undefined)
  t.equal(
    aheadOf({ possible: until('2020-12-31'), unrefuted: until(null) }, undefined)?.en,
    'to be confirmed from 31 December 2020 on',
  )
  t.end()
})
