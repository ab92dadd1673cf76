import t from 'tap'
import {
  certainEnd,
  endOfOrganisation,
  endOfTrajectory,
  successionsOf,
} from '#domain/organisation/existence.js'
import {
  dayOf,
  days,
  ended,
  eventId,
  history,
  organisationId,
  profileCorrected,
  registered,
  succeeded,
} from '#test/support/histories.js'

t.test('it ends on the day after the last one on which it existed', (t) => {
  t.strictSame(endOfOrganisation(history(registered(), ended('2015-12-31'))), days('2016-01-01'))
  t.strictSame(endOfOrganisation(history(registered(), ended('2017-11'))), days('2017-11-02', '2017-12-01'))
  t.equal(certainEnd(history(registered(), ended('2017-11'))), dayOf('2017-12-01'))
  t.strictSame(endOfOrganisation(history(registered(), ended('../2015'))), days('1900-01-02', '2016-01-01'))
  t.strictSame(
    endOfOrganisation(history(registered(), ended('2015-06-30'), ended('2015-12-31'))),
    days('2015-07-01', '2016-01-01'),
    'two claims widen',
  )
  t.end()
})

t.test('without a dated end it ends on the day on which another succeeded it', (t) => {
  t.strictSame(endOfOrganisation(history(registered(), succeeded('b', '2016-01-01'))), days('2016-01-01'))
  t.strictSame(
    endOfOrganisation(history(registered(), ended(), succeeded('b', '2016'))),
    days('2016-01-01', '2016-12-31'),
  )
  t.strictSame(
    endOfOrganisation(history(registered(), ended('2016-06-30'), succeeded('b', '2016-01-01'))),
    days('2016-07-01'),
    'its own end is told by its own last day',
  )
  t.strictSame(
    endOfOrganisation(history(registered(), succeeded('b', '2016-01-01'), succeeded('c', '2017-01-01'))),
    days('2016-01-01', '2017-01-01'),
  )
  t.end()
})

t.test('a vague last day is not after the succession that it may precede', (t) => {
  const end = (lastDay: string, from: string) => {
    const told = history(registered(), ended(lastDay), succeeded('b', from))
    return [endOfOrganisation(told), endOfTrajectory(told)]
  }
  t.strictSame(end('2017-11', '2017-11'), [days('2017-11-02', '2017-11-30'), dayOf('2017-11-30')])
  t.strictSame(end('2017', '2017-06-01'), [days('2017-01-02', '2017-06-01'), dayOf('2017-06-01')])
  t.strictSame(end('2015-12-31', '2016-01-01'), [days('2016-01-01'), dayOf('2016-01-01')])
  t.strictSame(
    end('2015-12-31', '2016'),
    [days('2016-01-01'), dayOf('2016-01-01')],
    'the succession is vaguer',
  )
  t.strictSame(
    end('2016-06-30', '2016-01-01'),
    [days('2016-07-01'), dayOf('2016-01-01')],
    'what it lived on is told of it, though its trajectory goes on with who came after it',
  )
  t.equal(endOfTrajectory(history(registered(), ended('2015-12-31'))), dayOf('2016-01-01'))
  t.equal(endOfTrajectory(history(registered(), succeeded('b', '2016'))), dayOf('2016-12-31'))
  t.equal(endOfTrajectory(history(registered(), ended(), succeeded('b'))), undefined)
  t.end()
})

t.test('an end without a date is none', (t) => {
  t.equal(endOfOrganisation(history(registered())), undefined)
  t.equal(endOfOrganisation(history(registered(), ended(), succeeded('b'))), undefined)
  t.equal(endOfOrganisation(history(registered(), ended('2016/..'))), undefined)
  t.equal(certainEnd(history(registered(), ended('2016/'))), undefined)
  t.end()
})

t.test('every succession is listed, dated or not, as corrected', (t) => {
  t.strictSame(
    successionsOf(
      history(
        registered(),
        succeeded('b', '2017', 'split'),
        succeeded('c'),
        succeeded('d', '2016/..'),
        profileCorrected(2, { from: '2016-01-01' }),
      ),
    ),
    [
      { event: eventId(2), successor: organisationId('b'), manner: 'split', from: days('2016-01-01') },
      { event: eventId(3), successor: organisationId('c'), manner: 'merger' },
      {
        event: eventId(4),
        successor: organisationId('d'),
        manner: 'merger',
        from: days('2016-01-01', '2016-12-31'),
      },
    ],
  )
  t.end()
})

t.test('a second claim about the same two organisations is no second succession', (t) => {
  t.strictSame(
    successionsOf(
      history(
        registered(),
        succeeded('b'),
        succeeded('c', '2016-01-01'),
        succeeded('b', '2017-01-01', 'split'),
        succeeded('b', '2016-06'),
      ),
    ),
    [
      {
        event: eventId(2),
        successor: organisationId('b'),
        manner: 'merger',
        from: days('2016-06-01', '2017-01-01'),
      },
      { event: eventId(3), successor: organisationId('c'), manner: 'merger', from: days('2016-01-01') },
    ],
  )
  t.end()
})
