import t from 'tap'
import { catalogueVocabulary } from '#domain/maturity/validation/catalogue-vocabulary.js'
import type { CriterionDocument, ModelDocument } from '#domain/maturity/model/model.js'
import { validateModel } from '#domain/maturity/validation/validate-model.js'
import { explain } from '#projections/asked/explanation/explain.js'
import { assessOrganisation } from '#domain/trajectory/assess-organisation.js'
import { dayOf, eventsTold, fact, organisationId, registered } from '#test/support/histories.js'

const wording = { fr: 'essai', en: 'test' }
const placed = (code: string, criterion: CriterionDocument) => ({
  code,
  labels: { fr: code, en: code },
  reason: wording,
  criterion,
})

/** A level that is reached where no seminar was held, and a position that reads it. */
const document: ModelDocument = {
  id: 'absence',
  version: 1,
  labels: wording,
  reason: wording,
  inheritance: 'full',
  unobserved: { position: wording, level: wording },
  dimensions: [
    {
      code: 'calme',
      labels: { fr: 'calme', en: 'calme' },
      reason: wording,
      levels: [placed('sans-seminaire', { not: { count: ['seminar'], atLeast: 1 } })],
    },
  ],
  positions: [{ ...placed('tranquille', { level: 'calme', atLeast: 1 }), export: 'TRA' }],
}

t.test('a level that holds because something is absent is named, with no colon before nothing', (t) => {
  const validation = validateModel(document, catalogueVocabulary)
  if (!validation.valid) throw new Error(JSON.stringify(validation.faults))
  const { model } = validation
  const question = {
    asOf: dayOf('2012-01-01'),
    knownAt: Date.parse('2026-06-01T12:00:00Z'),
    knownBy: 'recorded' as const,
    horizon: dayOf('2030-01-01'),
  }
  const events = eventsTold(registered(), fact('seminar', 'happened', { statedOn: '2016-06-01' }))
  const assessed = assessOrganisation(
    { id: organisationId('org'), events, predecessors: [] },
    model,
    question,
  )
  const { position } = explain(
    assessed,
    { model, hash: '0'.repeat(64), labels: wording, unobserved: document.unobserved },
    question,
  )
  t.match(position.sentence.fr, / Calme peut-être « sans-seminaire »\. Ce qui le dirait : /)
  t.match(position.sentence.en, / Calme perhaps “sans-seminaire”\. What would tell: /)
  t.notMatch(position.sentence.fr + position.sentence.en, /\s\s/)
  t.end()
})
