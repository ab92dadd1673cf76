import t from 'tap'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { answerAt } from '#domain/maturity/answer.js'
import type { Evidence } from '#domain/maturity/evaluation/evidence.js'
import { FIRST_MODEL } from '#domain/maturity/shipped-models/shipped-models.js'
import { assess, type AssessOptions, type Spell, type Transition } from '#domain/maturity/trajectory.js'
import { isoOfDay } from '#domain/time/day.js'
import { amount, codes, event, evidence, happened, on, stood } from '#test/support/stated-evidence.js'

const horizon = on('2030-01-01')

/** The spells of the position or of a dimension: `begin..end rank state (held rank)`. */
const spellsOf = (
  given: Evidence,
  options: Partial<AssessOptions> = {},
  dimension?: string,
): readonly string[] => {
  const { position, dimensions } = assess(FIRST_MODEL, given, { horizon, ...options })
  const track = dimension === undefined ? position : dimensions.find((one) => one.dimension === dimension)
  return (track?.spells ?? []).map(told)
}

const told = ({ begin, end, summary }: Spell): string => {
  const surely = summary.state === 'stale' ? (summary.surely ? ' surely' : ' perhaps') : ''
  return `${isoOfDay(begin)}..${isoOfDay(end)} ${summary.rank} ${summary.state}${surely}, held ${summary.held}`
}

const lab = stood(1, 'lab', '2015-03-01', {
  attributes: { team: amount(4) },
  news: [{ range: { earliest: on('2018-06-30'), latest: on('2018-06-30') }, events: [event(2)] }],
})

t.test('a residency, then a lab: positions over time, the future included', (t) => {
  t.strictSame(spellsOf(evidence(happened(3, 'residency-completed', '2010-01-01..2010-12-31'), lab)), [
    '2010-01-01..2010-12-31 2 possible, held 0',
    '2010-12-31..2015-03-01 2 held, held 2',
    '2015-03-01..2016-01-01 3 held, held 3',
    '2016-01-01..2016-03-01 3 held, held 3',
    '2016-03-01..2016-12-31 4 possible, held 3',
    '2016-12-31..2021-06-30 4 stale surely, held 3',
    '2021-06-30..2030-01-01 4 stale surely, held 0',
  ])
  t.end()
})

t.test('each spell names why it began and why it ends', (t) => {
  const { position } = assess(FIRST_MODEL, evidence(lab), { horizon })
  t.strictSame(position.spells.map(told), [
    '2015-03-01..2021-06-30 3 held, held 3',
    '2021-06-30..2030-01-01 3 stale surely, held 0',
  ])
  const causes = (transition: Transition | undefined) =>
    transition !== undefined && 'flips' in transition
      ? transition.flips
          .filter(({ rank, reading }) => rank === 3 && reading === 'certain')
          .flatMap(({ change, leaves }) =>
            leaves.flatMap((leaf) =>
              leaf.causes.map(({ type, nature, events }) => ({
                change,
                path: leaf.path,
                type,
                nature,
                events,
              })),
            ),
          )
      : []
  const path = '/dimensions/2/levels/1/criterion/any/1'
  t.strictSame(causes(position.spells[0]?.began), [
    { change: 'gained', path, type: 'began', nature: 'event', events: [event(1)] },
  ])
  const stale = { change: 'lost', type: 'went-stale', nature: 'expiry', events: [event(2)] }
  t.strictSame(causes(position.spells[0]?.ends), [
    { ...stale, path },
    { ...stale, path: '/dimensions/2/levels/2/criterion/any/0' },
  ])
  t.equal(position.spells[0]?.began.type, 'first-evidence')
  t.strictSame(position.spells[1]?.ends, { type: 'horizon' })
  t.equal(position.spells[1]?.until, null)
  t.end()
})

t.test('five situations stay distinct', (t) => {
  const ended = (reason: string, ...more: Evidence['occurrences']) => {
    const attributes = { team: amount(4), reason: codes(reason) }
    return evidence(
      stood(1, 'lab', '2015-01-01', { attributes, end: '2019-01-01', reason }),
      happened(1, 'lab-ended', '2019-01-01', attributes),
      ...more,
    )
  }
  t.strictSame(spellsOf(ended('budget-cut'), {}, 'institutionalisation'), [
    '2015-01-01..2016-01-01 2 held, held 2',
    '2016-01-01..2019-01-01 3 held, held 3',
    '2019-01-01..2030-01-01 0 none, held 0',
  ])
  const trained = happened(5, 'training-session', '2018-06-01', {
    audience: codes('agents'),
    agentsTrained: amount(120),
  })
  const chosen = ended('chosen-dissolution', trained)
  const path = stood(6, 'training-path', '2018-01-01')
  t.strictSame(spellsOf({ ...chosen, standings: [...chosen.standings, path] }, {}, 'institutionalisation'), [
    '2015-01-01..2016-01-01 2 held, held 2',
    '2016-01-01..2021-01-01 3 held, held 3',
    '2021-01-01..2022-01-01 3 stale surely, held 0',
    '2022-01-01..2030-01-01 0 none, held 0',
  ])
  t.strictSame(spellsOf(evidence()), [])
  t.strictSame(spellsOf(evidence(happened(1, 'support', '2020-01-01'))), [
    '2020-01-01..2030-01-01 0 none, held 0',
  ])
  const merged = { existence: { ends: on('2016-01-01'), endsBy: 'succession' as const } }
  t.strictSame(spellsOf(evidence(lab), merged), ['2015-03-01..2016-01-01 3 held, held 3'])
  t.strictSame(assess(FIRST_MODEL, evidence(lab), { horizon, ...merged }).position.spells.at(-1)?.ends, {
    type: 'succession',
  })
  t.end()
})

t.test('the successor inherits from the succession on', (t) => {
  const inherited = { from: OrganisationId.parse('region-before'), since: on('2016-01-01'), surely: true }
  const given = evidence({ ...happened(3, 'residency-completed', '2010-06-01'), inherited })
  const existence = { begins: on('2016-01-01') }
  t.strictSame(spellsOf(given, { existence }), [
    '2016-01-01..2016-06-01 2 held, held 2',
    '2016-06-01..2030-01-01 2 stale surely, held 0',
  ])
  t.equal(
    assess(FIRST_MODEL, given, { horizon, existence }).position.spells[0]?.began.type,
    'existence-begins',
  )
  t.strictSame(
    spellsOf(evidence(...given.occurrences, happened(4, 'interest', '2015-09-01')), { existence }).slice(
      0,
      2,
    ),
    ['2015-09-01..2016-01-01 1 held, held 1', '2016-01-01..2016-06-01 2 held, held 2'],
    'and begins with its own first evidence, if that is earlier',
  )
  t.strictSame(
    spellsOf(evidence(happened(1, 'seminar', '1900-01-01..2015-11-26')))[0],
    '2015-11-26..2018-11-26 1 possible, held 0',
  )
  t.end()
})

t.test('an answer says since when, until when and on which events', (t) => {
  const residency = happened(3, 'residency-completed', '2010-06-01')
  const trajectory = assess(FIRST_MODEL, evidence(residency, lab, happened(7, 'follow-up', '2011-01-01')), {
    horizon,
  })
  const { position, period, events } = answerAt(trajectory, on('2015-12-31'))
  t.strictSame(
    [position.summary, isoOfDay(position.since), position.until && isoOfDay(position.until), period],
    [{ state: 'held', rank: 3, held: 3 }, '2015-03-01', '2016-03-01', 'within'],
  )
  t.ok(events.includes(event(1)) && events.includes(event(3)))
  t.notOk(position.events.includes(event(7)), 'and on no other')
  t.strictSame(answerAt(trajectory, on('2000-01-01')).position.summary, { state: 'none', rank: 0, held: 0 })
  t.equal(answerAt(trajectory, on('2000-01-01')).period, 'before')
  t.end()
})

t.test('where no position is observed, the answer says why', (t) => {
  const absence = (given: Evidence, iso: string) =>
    answerAt(assess(FIRST_MODEL, given, { horizon }), on(iso)).absence
  const support = happened(1, 'support', '2020-01-01')
  const plan = stood(2, 'residency-planned', '2020-01-01', { end: '2021-01-01' })
  t.equal(absence(evidence(), '2020-06-01'), 'nothing-on-record')
  t.equal(absence(evidence(support), '2019-06-01'), 'nothing-on-record')
  t.equal(absence(evidence(support), '2020-06-01'), 'only-support')
  t.equal(absence(evidence(support, plan), '2020-06-01'), undefined, 'a plan is a first step')
  t.equal(absence(evidence(support, plan), '2021-06-01'), 'plan-dropped')
  t.equal(absence(evidence(happened(3, 'follow-up', '2020-01-01')), '2021-06-01'), 'nothing-that-counts')
  t.end()
})
