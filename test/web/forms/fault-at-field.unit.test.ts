import t from 'tap'
import { EventId, StepId } from '#domain/kernel/identifiers.js'
import { StepInput } from '#src/tasks/recording/use-cases/step-input.js'
import { inFrench } from '#src/messages/faults.js'
import { contentOfForm } from '#src/web/forms/content-of-form.js'
import { faultsAtFields, refusalAtField } from '#src/web/forms/fault-at-field.js'
import { formOfKind } from '#src/web/forms/form-of-kind.js'
import { dayOf } from '#test/support/histories.js'

const fields = new Set([...formOfKind('seminar').fields.map(({ name }) => name), 'follows.others'])

/** What is wrong with a form of a seminar, by field. */
const faultsOf = (typed: Readonly<Record<string, readonly string[]>>) => {
  const { told, faults } = contentOfForm('seminar', { stage: ['happened'], ...typed })
  const input = StepInput.safeParse({ role: 'lead', ...told }, inFrench)
  return { ...(input.success ? {} : faultsAtFields(input.error.issues)), ...faults }
}

t.test('each fault stands at its field, with what to do', (t) => {
  for (const [typed, field, fr] of [
    [{ when: ['31/02/2012'] }, 'when', /^Ce mois n’a pas ce jour/],
    [{ expected: ['bientôt'] }, 'expected', /^Date non comprise/],
    [{ statedOn: ['de mars à juin 2011'] }, 'statedOn', /^Une seule date/],
    [{ title: ['x'.repeat(301)] }, 'title', 'Texte trop long : 300 signes au plus.'],
    [
      { 'attributes.participants': ['beaucoup'] },
      'attributes.participants',
      /^Nombre non compris.*environ 30/,
    ],
    [{ 'attributes.format': ['bal'] }, 'attributes.format', 'Choisir dans la liste.'],
    [{ 'cost.min': ['cher'] }, 'cost.min', /^Écrire un seul nombre/],
    [{ 'cost.payer': ['Région'] }, 'cost.min', /sans montant/],
    [{ 'cost.min': ['5'], 'cost.max': ['2'] }, 'cost.max', /minimum/],
    [{ 'cost.min': ['5'], 'cost.year': ['16'] }, 'cost.year', /./],
    [{ documents: ['un titre'] }, 'documents', /^Chaque ligne/],
    [{ documents: ['titre | pas une adresse'] }, 'documents', /^Une adresse web/],
    [{ 'source.kind': ['web'] }, 'source.reference', 'À renseigner.'],
    [{ follows: ['A B'] }, 'follows.others', /./],
    [{ stage: ['begun'] }, 'stage', 'Choisir dans la liste.'],
  ] as const) {
    const faults = faultsOf(typed)
    t.strictSame(Object.keys(faults), [field], JSON.stringify(typed))
    t.ok(fields.has(field))
    t.match(faults[field]?.fr, fr)
  }
  t.strictSame(faultsOf({}), {}, 'a date is no duty')
  t.end()
})

t.test('each refusal stands at a field of the form, or at none', (t) => {
  const today = dayOf('2026-07-01')
  const by = EventId.parse('5f0e2f6e-7d3c-4a27-8d3c-27e27e27e001')
  const stepId = StepId.parse('lab-1')
  for (const [refusal, field, fr] of [
    [{ code: 'fact-in-future', earliest: dayOf('2027-01-02'), today }, 'when', /2 janvier 2027.*annonce/],
    [{ code: 'told-before-done', earliest: today, told: today }, 'statedOn', /./],
    [{ code: 'personal-data', field: 'note' }, 'note', /ôter/],
    [{ code: 'personal-data', field: 'source.reference' }, 'source.reference', /ôter/],
    [{ code: 'step-unknown', stepId }, 'step', /./],
    [{ code: 'stage-already-told', stage: 'ended', by }, 'stage', /./],
    [{ code: 'content-differs', target: by, changes: {} }, '', /./],
    [
      { code: 'correction-invalid', faults: [{ path: 'attributes.team', message: 'un nombre' }] },
      'attributes.team',
      'Un nombre',
    ],
  ] as const) {
    const faults = refusalAtField(refusal)
    t.strictSame(Object.keys(faults), [field], refusal.code)
    t.match(faults[field]?.fr, fr)
  }
  t.end()
})
