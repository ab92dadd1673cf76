import t from 'tap'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Evidence } from '#domain/maturity/evaluation/evidence.js'
import { indexEvidence } from '#domain/maturity/evaluation/matching.js'
import { evaluateModel } from '#domain/maturity/evaluation/evaluate.js'
import type { CriterionDocument, ModelDocument } from '#domain/maturity/model/model.js'
import { parseModel } from '#domain/maturity/model/parse-model.js'
import {
  amount,
  codes,
  days,
  event,
  evidence,
  happened,
  on,
  range,
  stood,
} from '#test/support/stated-evidence.js'

const wording = { fr: 'essai', en: 'test' }
const told = { code: 'only', labels: wording, reason: wording }

const model = (...criteria: readonly CriterionDocument[]): ModelDocument => ({
  id: 'alone',
  version: 1,
  labels: wording,
  reason: wording,
  inheritance: 'full',
  unobserved: { position: wording, level: wording },
  dimensions: [{ ...told, levels: criteria.map((criterion) => ({ ...told, criterion })) }],
  positions: [],
})

/** The last of the levels, in four readings. */
const evaluate = (given: Evidence, ...criteria: readonly CriterionDocument[]) => {
  const { dimensions } = evaluateModel(parseModel(model(...criteria)), indexEvidence(given, 'full'))
  const sets = dimensions[0]?.levels.at(-1)?.sets
  if (sets === undefined) throw new Error('a level was evaluated')
  return {
    certain: days(sets.certain),
    possible: days(sets.possible),
    unrefuted: days(sets.unrefuted),
    kept: days(sets.kept),
  }
}

const everywhere = (...set: readonly string[]) => ({ certain: set, possible: set, unrefuted: set, kept: set })

t.test('count', (t) => {
  const seminars = evidence(
    happened(1, 'seminar', '2010-03-31'),
    happened(2, 'seminar', '2011-01-01..2011-12-31'),
    happened(3, 'interest', '2012-01-01'),
  )
  t.strictSame(evaluate(seminars, { count: ['seminar'], atLeast: 1 }), everywhere('2010-03-31..'), 'for ever')
  t.strictSame(
    evaluate(seminars, { count: ['seminar'], atLeast: 2, within: 'P18M' }),
    {
      certain: [],
      possible: ['2011-01-01..2011-09-30'],
      unrefuted: ['2011-01-01..2011-09-30'],
      kept: [],
    },
    'within a window: a rate, in every reading',
  )
  t.strictSame(
    evaluate(seminars, { count: ['seminar'], atLeast: 2, fresh: 'P1Y' }),
    {
      certain: ['2011-12-31..2012-01-01'],
      possible: ['2011-01-01..2012-12-31'],
      unrefuted: ['2011-01-01..'],
      kept: ['2011-12-31..'],
    },
    'fresh since its earliest day for certain, since its latest possibly',
  )
  t.strictSame(
    evaluate(seminars, { count: ['seminar', 'interest', 'seminar'], atLeast: 4 }),
    everywhere(),
    'a kind named twice counts once',
  )
  t.end()
})

t.test('sum', (t) => {
  const given = evidence(
    happened(1, 'training', '2010-01-01', { trained: amount(5, 15) }),
    happened(2, 'training', '2010-02-01'),
    happened(3, 'training', '2010-03-01', { trained: amount(8) }),
  )
  t.strictSame(
    evaluate(given, { sum: 'trained', of: ['training'], atLeast: 20, within: 'P1Y' }),
    { certain: [], possible: ['2010-03-01..2011-01-01'], unrefuted: ['2010-03-01..2011-01-01'], kept: [] },
    'a range adds its upper end possibly, what has no figure adds nothing',
  )
  t.strictSame(
    evaluate(given, { sum: 'trained', of: ['training'], atLeast: 20, unknownAtMost: 10 }).possible,
    ['2010-02-01..'],
    'unless the model says how much at most',
  )
  t.strictSame(
    evaluate(given, { sum: 'trained', of: ['training'], atLeast: 13, fresh: 'P1M' }),
    {
      certain: ['2010-03-01..2010-04-01'],
      possible: ['2010-01-01..2010-02-01', '2010-03-01..2010-04-01'],
      unrefuted: ['2010-01-01..'],
      kept: ['2010-03-01..'],
    },
    'the news of a sum is what adds something',
  )
  t.strictSame(
    evaluate(
      evidence(
        happened(1, 'training', '2010-01-01', { trained: amount(0.1) }),
        happened(2, 'training', '2010-01-01', { trained: amount(0.7) }),
      ),
      { sum: 'trained', of: ['training'], atLeast: 0.8 },
    ),
    everywhere('2010-01-01..'),
    'decimals add up as decimals',
  )
  t.end()
})

t.test('standing', (t) => {
  const lab = evidence(stood(1, 'lab', '2012-01-31..2012-03-31', { end: '2014-01-01..2014-12-31' }))
  t.strictSame(
    evaluate(lab, { standing: 'lab', fresh: null }),
    {
      certain: ['2012-03-31..2014-01-01'],
      possible: ['2012-01-31..2014-12-31'],
      unrefuted: ['2012-01-31..2014-12-31'],
      kept: ['2012-03-31..2014-01-01'],
    },
    'from its latest begin to its earliest end for certain, the other way round possibly',
  )
  t.strictSame(
    evaluate(lab, { standing: 'lab', for: 'P1M', fresh: null }).possible,
    ['2012-02-29..2014-12-31'],
    'ages run from the begin, clamped to the month’s end',
  )
  t.strictSame(
    evaluate(evidence(stood(1, 'lab', '2012-01-01..2012-06-30')), { standing: 'lab', fresh: 'P1Y' }),
    {
      certain: ['2012-06-30..2013-01-01'],
      possible: ['2012-01-01..2013-06-30'],
      unrefuted: ['2012-01-01..'],
      kept: ['2012-06-30..'],
    },
    'stale is not lost',
  )
  t.strictSame(
    evaluate(evidence(stood(1, 'lab', '2005-01-01', { end: '2015-01-01' })), {
      standing: 'lab',
      fresh: 'P1Y',
    }),
    everywhere('2005-01-01..2015-01-01'),
    'a known past is never stale: its end is news',
  )
  t.strictSame(
    evaluate(
      evidence(
        stood(1, 'lab', '2010-01-01', {
          suspensions: [
            {
              from: range('2011-01-01..2011-02-01'),
              to: range('2012-01-01..2012-02-01'),
              events: [event(2)],
            },
          ],
        }),
      ),
      { standing: 'lab', for: 'P6M', fresh: null },
    ),
    {
      certain: ['2010-07-01..2011-01-01', '2012-08-01..'],
      possible: ['2010-07-01..2011-02-01', '2012-07-01..'],
      unrefuted: ['2010-07-01..2011-02-01', '2012-07-01..'],
      kept: ['2010-07-01..2011-01-01', '2012-08-01..'],
    },
    'a suspension ends all four, and ages start again after it',
  )
  t.strictSame(
    evaluate(evidence(stood(1, 'lab', '2010-01-01'), stood(2, 'lab', '2011-01-01', { end: '2012-01-01' })), {
      standing: 'lab',
      atLeast: 2,
      fresh: 'P18M',
    }),
    {
      certain: ['2011-01-01..2011-07-01'],
      possible: ['2011-01-01..2011-07-01'],
      unrefuted: ['2011-01-01..2012-01-01'],
      kept: ['2011-01-01..2012-01-01'],
    },
    'each standing is fresh for itself',
  )
  t.end()
})

t.test('where', (t) => {
  const change = (value: number, when: string, order: number) => ({
    attribute: 'team',
    value: amount(value),
    range: range(when),
    order,
    event: event(order + 10),
  })
  const lab = evidence(
    stood(1, 'lab', '2010-01-01', {
      attributes: { team: amount(2) },
      changes: [
        change(4, '2011-01-01..2011-06-30', 1),
        change(5, '2012-01-01..2012-06-30', 2),
        change(1, '2013-01-01', 3),
      ],
    }),
  )
  t.strictSame(
    evaluate(lab, { standing: 'lab', where: { team: { atLeast: 3 } }, fresh: null }),
    {
      certain: ['2011-06-30..2013-01-01'],
      possible: ['2011-01-01..2013-01-01'],
      unrefuted: ['2011-01-01..2013-01-01'],
      kept: ['2011-06-30..2013-01-01'],
    },
    'a change between two values that both match leaves no hole',
  )
  t.strictSame(
    evaluate(
      evidence(
        stood(1, 'lab', '2010-01-01', {
          changes: [change(1, '2011-03-01', 1), change(4, '2011-01-01..2011-03-01', 2)],
        }),
      ),
      { standing: 'lab', where: { team: { atLeast: 3, known: true } }, fresh: null },
    ).possible,
    ['2011-01-01..'],
    'of two changes on the same day the one recorded later decides',
  )
  const sessions = (asked: CriterionDocument & { readonly where: unknown }) =>
    evaluate(
      evidence(
        happened(1, 'session', '2010-01-01', { size: amount(3, 15) }),
        happened(2, 'session', '2011-01-01', { audience: codes('agents', 'public') }),
      ),
      asked,
    )
  t.strictSame(
    sessions({ count: ['session'], atLeast: 1, where: { size: { atLeast: 5, atMost: 20 } } }),
    { certain: [], possible: ['2010-01-01..'], unrefuted: ['2010-01-01..'], kept: [] },
    'a range matches possibly where some value does, so does an unknown',
  )
  t.strictSame(
    sessions({ count: ['session'], atLeast: 1, where: { size: { atLeast: 3, known: true } } }),
    everywhere('2010-01-01..'),
    'a known range matches where every value does',
  )
  t.strictSame(
    sessions({ count: ['session'], atLeast: 1, where: { size: { atLeast: 4, known: true } } }),
    everywhere(),
    'and an unknown value never does',
  )
  t.strictSame(
    sessions({ count: ['session'], atLeast: 1, where: { audience: { in: ['public'] } } }),
    {
      certain: ['2011-01-01..'],
      possible: ['2010-01-01..'],
      unrefuted: ['2010-01-01..'],
      kept: ['2011-01-01..'],
    },
    'one of several codes is enough',
  )
  t.strictSame(
    sessions({ count: ['session'], atLeast: 1, where: { size: { atLeast: 16, atMost: 2 } } }),
    everywhere(),
    'all bounds are asked of the same value',
  )
  t.end()
})

t.test('inherited evidence', (t) => {
  const inherited = (surely: boolean) => ({
    inherited: { from: OrganisationId.parse('region-before'), since: on('2016-01-01'), surely },
  })
  t.strictSame(
    evaluate(evidence({ ...happened(1, 'seminar', '2015-06-01'), ...inherited(true) }), {
      count: ['seminar'],
      atLeast: 1,
      within: 'P1Y',
    }),
    everywhere('2016-01-01..2016-06-01'),
    'counts from the succession on, and keeps its age',
  )
  t.strictSame(
    evaluate(evidence(stood(1, 'lab', '2013-01-01', inherited(false))), {
      standing: 'lab',
      for: 'P3Y',
      fresh: 'P4Y',
    }),
    { certain: [], possible: ['2016-01-01..2017-01-01'], unrefuted: ['2016-01-01..'], kept: [] },
    'a standing that a merger may have ended is only possible',
  )
  t.end()
})

t.test('level, all, any, at least, not', (t) => {
  const given = evidence(
    happened(1, 'seminar', '2010-01-01..2010-12-31'),
    happened(2, 'seminar', '2012-01-01'),
    stood(3, 'lab', '2011-01-01', { end: '2013-01-01' }),
  )
  const seminar: CriterionDocument = { count: ['seminar'], atLeast: 1, fresh: 'P1Y' }
  const lab: CriterionDocument = { standing: 'lab', fresh: null }
  t.strictSame(evaluate(given, { not: seminar }), {
    certain: ['1900-01-01..2010-01-01'],
    possible: ['1900-01-01..2010-12-31'],
    unrefuted: ['1900-01-01..2010-12-31', '2011-01-01..2012-01-01', '2013-01-01..'],
    kept: ['1900-01-01..2010-01-01', '2011-12-31..2012-01-01', '2013-01-01..'],
  })
  t.strictSame(evaluate(given, { all: [seminar, lab] }), {
    certain: ['2012-01-01..2013-01-01'],
    possible: ['2011-01-01..2011-12-31', '2012-01-01..2013-01-01'],
    unrefuted: ['2011-01-01..2013-01-01'],
    kept: ['2011-01-01..2013-01-01'],
  })
  t.strictSame(evaluate(given, { any: [lab, { not: lab }] }), everywhere('1900-01-01..'))
  t.strictSame(
    evaluate(given, {
      atLeast: 2,
      of: [lab, { count: ['seminar'], atLeast: 2 }, { count: ['interest'], atLeast: 1 }],
    }),
    everywhere('2012-01-01..2013-01-01'),
  )
  t.strictSame(
    evaluate(given, lab, { count: ['seminar'], atLeast: 2 }, { level: 'only', atLeast: 1 }),
    everywhere('2011-01-01..'),
    'a level reads every lower level of its dimension from the one named up',
  )
  t.end()
})
