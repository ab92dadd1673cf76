import t from 'tap'
import { StepId } from '#domain/kernel/identifiers.js'
import { detailsOfRefusal } from '#domain/refusals/refusal.js'
import { onDay } from '#test/support/organisation-facts.js'

t.test('the days of a refusal are told as dates, and its other numbers as they are', async (t) => {
  t.strictSame(
    detailsOfRefusal({ code: 'fact-in-future', earliest: onDay('2031-01-01'), today: onDay('2026-11-29') }),
    { earliest: '2031-01-01', today: '2026-11-29' },
  )
  t.strictSame(
    detailsOfRefusal({ code: 'model-version-not-next', model: 'premier-modele', version: 9, next: 2 }),
    { model: 'premier-modele', version: 9, next: 2 },
  )
  t.strictSame(detailsOfRefusal({ code: 'plan-unknown', stepId: StepId.parse('labo') }), { stepId: 'labo' })
  t.strictSame(detailsOfRefusal({ code: 'organisation-unknown' }), {})
})
