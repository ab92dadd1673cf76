import t from 'tap'
import { memberStateOn, type MemberState } from '#projections/kept/registry/membership.js'
import type { Membership } from '#projections/kept/registry/registry-row.js'
import { dayOf, days, stepId } from '#test/support/histories.js'

const stateOn = (day: string, ...memberships: readonly Partial<Membership>[]): MemberState =>
  memberStateOn(
    { memberships: memberships.map((told) => ({ stepId: stepId('adhesion'), ...told })) },
    dayOf(day),
  )

t.test('a membership that nobody told again for a year is to be confirmed, not lost', (t) => {
  const taken = { begun: days('2012-01-01', '2012-12-31'), heard: dayOf('2014-10-31') }
  t.equal(stateOn('2011-06-01', taken), 'none', 'before it was taken')
  t.equal(stateOn('2012-06-01', taken), 'member', 'perhaps taken by then')
  t.equal(stateOn('2015-10-30', taken), 'member')
  t.equal(stateOn('2015-10-31', taken), 'to-confirm')
  t.equal(stateOn('2026-07-01', taken), 'to-confirm')
  t.end()
})

t.test('an end that surely came is one, and another membership counts for itself', (t) => {
  const ended = {
    begun: days('2010-01-01'),
    ended: days('2015-12-31', '2016-06-30'),
    heard: dayOf('2016-06-30'),
  }
  t.equal(stateOn('2016-06-29', ended), 'member')
  t.equal(stateOn('2016-06-30', ended), 'former')
  const again = { begun: days('2020-01-01'), heard: dayOf('2020-01-01') }
  t.equal(stateOn('2020-06-01', ended, again), 'member')
  t.equal(stateOn('2022-06-01', ended, again), 'to-confirm')
  t.end()
})

t.test('who exists no longer is no member either', (t) => {
  const gone = days('2016-01-01')
  const row = { memberships: [{ stepId: stepId('adhesion'), heard: dayOf('2015-06-01') }], end: { gone } }
  t.equal(memberStateOn(row, dayOf('2015-12-31')), 'member')
  t.equal(memberStateOn(row, dayOf('2016-01-01')), 'former')
  t.equal(memberStateOn({ ...row, memberships: [] }, dayOf('2016-01-01')), 'none')
  t.end()
})

t.test('only membership of La 27e Région itself counts', (t) => {
  const heard = dayOf('2020-01-01')
  t.equal(stateOn('2020-02-01'), 'none')
  t.equal(stateOn('2020-02-01', { heard }), 'member', 'whose body nobody names')
  t.equal(stateOn('2020-02-01', { heard, programme: 'adhesion' }), 'member')
  t.equal(stateOn('2020-02-01', { heard, programme: 're_acteur_public' }), 'none')
  t.equal(stateOn('2020-02-01', { heard, body: 'Re•acteur Public' }), 'none')
  t.equal(stateOn('2020-02-01', { heard, body: 'La 27e Région', programme: 'x' }), 'member')
  t.equal(stateOn('2020-02-01', {}), 'to-confirm', 'of which nobody says when')
  t.end()
})
