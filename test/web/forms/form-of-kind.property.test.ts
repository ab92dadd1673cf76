import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { decide } from '#domain/organisation/decide.js'
import { kinds, type Kind } from '#domain/steps/catalogue/catalogue.js'
import { factFields } from '#domain/steps/fact-fields.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import { stagesOfKind } from '#domain/steps/step-event.js'
import { factOfInput, StepInput } from '#src/tasks/recording/use-cases/step-input.js'
import type { TypedForm } from '#src/web/forms/typed-form.js'
import { contentOfForm } from '#src/web/forms/content-of-form.js'
import type { FormField } from '#src/web/forms/form-field.js'
import { formOfKind, roleOptions } from '#src/web/forms/form-of-kind.js'
import { dayOf, eventId, fact, history, organisationId, registered } from '#test/support/histories.js'
import { holds } from '#test/support/holds.js'

/** Some text that a person may type in a field; of the moment, the one that is asked for. */
const typedIn = (
  { name, input, options = [] }: FormField,
  stage: FactStage,
): fc.Arbitrary<readonly string[]> => {
  switch (input) {
    case 'date':
      return name === 'statedOn'
        ? fc.constantFrom(['mars 2020'], ['10/02/2016'])
        : fc.constantFrom(['vers mars 2014'], ['printemps 2012'], ['entre mars et juin 2011'])
    case 'quantity':
      return fc.constantFrom(['20'], ['3..15'], ['30~'], ['1 500'], ['de 3 à 15'], ['environ 30'])
    case 'number':
      return fc.constant([name === 'cost.year' ? '2016' : '80 000 €'])
    case 'choice':
      return name === 'stage' ? fc.constant([stage]) : fc.constantFrom(...options.map(({ value }) => [value]))
    case 'choices':
      return fc.subarray(
        options.map(({ value }) => value),
        { minLength: 1 },
      )
    case 'flag':
      return fc.constantFrom(['oui'], ['non'])
    case 'programme':
      return fc.constantFrom(['Territoires en résidences'], ['transfo'], ['Autre programme'])
    case 'documents':
      return fc.constant(['Carnet | https://www.example.org | CC BY\n\nPlan|https://www.example.org/2'])
    case 'steps':
      return fc.constantFrom(['transfo-1'], ['transfo-1', 'residency-2'])
    case 'digits':
      return fc.constant(['130025265'])
    case 'lines':
    case 'line':
      return fc.constantFrom(['du texte'], ['de-t un-autre'].slice(0, 1))
    case 'paragraph':
      return fc.constant(['Plusieurs lignes\nde texte.'])
  }
}

/** A form filled in at least where it must be. */
const filledForms = (kind: Kind, stage: FactStage): fc.Arbitrary<TypedForm> => {
  const { fields } = formOfKind(kind.code)
  return fc
    .record(Object.fromEntries(fields.map((field) => [field.name, fc.option(typedIn(field, stage))])))
    .map((filled) => {
      const typed = Object.entries(filled).filter(([, texts]) => texts !== null)
      const around = ['cost.year', 'cost.scope', 'cost.taxBasis', 'cost.payer']
      const amount = filled['cost.min'] ?? filled['cost.max'] ?? null
      return {
        ...Object.fromEntries(typed.filter(([name]) => amount !== null || !around.includes(name))),
        stage: [stage],
        // Where a source says what kind it is, it says which it is.
        ...(filled['source.kind'] == null ? {} : { 'source.reference': ['https://www.example.org'] }),
        ...codesOfLists(kind, filled),
      }
    })
}

/** Codes of foreign lists are no free text. */
const codesOfLists = (kind: Kind, filled: Readonly<Record<string, unknown>>): TypedForm =>
  Object.fromEntries(
    Object.entries(kind.attributes).flatMap(([name, declaration]) =>
      declaration.type === 'text' &&
      declaration.codesOf !== undefined &&
      filled[`attributes.${name}`] !== null
        ? [[`attributes.${name}`, ['1a 2-b']]]
        : [],
    ),
  )

const today = dayOf('2026-07-01')
const organisation = organisationId('region-d-essai')

/** What has to be on record before a stage can be told: an announcement and a beginning without dates. */
const ground = (kind: Kind, stage: FactStage) => {
  const step = { stepId: 'celle-ci' }
  const opening = stagesOfKind(kind).find((each) => ['happened', 'started', 'begun'].includes(each))
  const isOpening = stage === 'planned' || stage === opening
  return history(
    registered(),
    fact(kind.code, 'planned', step),
    ...(isOpening || opening === undefined ? [] : [fact(kind.code, opening, step)]),
  )
}

for (const kind of kinds) {
  t.test(`${kind.code}: whatever part of its form is filled in, the command is accepted`, (t) => {
    for (const stage of stagesOfKind(kind)) {
      holds(
        t,
        fc.property(filledForms(kind, stage), fc.constantFrom(...roleOptions), (typed, role) => {
          const { told, faults } = contentOfForm(kind.code, typed)
          assert.deepEqual(faults, {})
          const input = StepInput.safeParse({ ...told, role: role.value, stepId: 'celle-ci' })
          assert.ok(input.success, input.error?.message)
          const made = factOfInput(input.data, () => eventId(99))
          if (made === undefined) throw new Error('a step was named')
          const early = { ...made, fact: { ...made.fact, statedOn: undefined } }
          const decision = decide(
            organisation,
            ground(kind, stage),
            { command: 'RecordFacts', facts: [early] },
            { today, inheritedSteps: new Map() },
          )
          assert.ok(decision.decided, JSON.stringify(decision))
          assert.equal(decision.events.length, 1)
        }),
        8,
      )
    }
    t.end()
  })
}

t.test('every field of a fact and every attribute of every kind can be filled in', (t) => {
  const elsewhere = ['stepId', 'role', 'jointId', 'within']
  for (const kind of kinds) {
    const names = formOfKind(kind.code).fields.map(({ name }) =>
      name
        .split('.')
        .slice(0, name.startsWith('attributes') ? 2 : 1)
        .join('.'),
    )
    const expected = [
      'stage',
      ...Object.keys(factFields)
        .filter((field) => !elsewhere.includes(field))
        .map((field) => (field === 'occurred' ? 'when' : field)),
      ...Object.keys(kind.attributes).map((name) => `attributes.${name}`),
    ]
    t.strictSame([...new Set(names)].sort(), expected.sort(), kind.code)
  }
  t.end()
})

t.test('every field is named in both languages', (t) => {
  for (const kind of kinds) {
    for (const { name, labels, hint, options = [] } of formOfKind(kind.code).fields) {
      for (const { fr, en } of [
        labels,
        ...(hint === undefined ? [] : [hint]),
        ...options.map((one) => one.labels),
      ]) {
        t.ok(fr.length > 0 && en.length > 0, `${kind.code} ${name}`)
      }
    }
  }
  t.end()
})
