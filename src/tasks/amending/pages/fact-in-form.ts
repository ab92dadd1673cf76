import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Fact } from '#domain/steps/fact.js'
import type { Labels, Language } from '#domain/kernel/labels.js'
import { roles } from '#domain/steps/roles.js'
import type { TypedForm } from '#src/web/forms/typed-form.js'
import {
  changedContent,
  shownContent,
  typedOfContent,
  type ChangedField,
  type ShownField,
} from '#src/web/forms/field-values.js'
import type { FormField } from '#src/web/forms/form-field.js'
import { formOfKind, roleOptions } from '#src/web/forms/form-of-kind.js'
import { checkedWords } from '#src/web/forms/checked-form-words.js'

/** The role as a field like the others: a fact’s own, where a form is of one organisation. */
export const roleAsField: FormField = {
  name: 'role',
  labels: checkedWords.role,
  input: 'choice',
  options: roleOptions,
  required: true,
  group: 'first',
}

/** The fields that a fact on record has, its moment aside, which no correction changes. */
const fieldsOfFact = (kind: KindCode): readonly FormField[] => [
  roleAsField,
  ...formOfKind(kind).fields.filter(({ name }) => name !== 'stage'),
]

/** A fact as one would type it. */
export const typedOfFact = (kind: KindCode, fact: Fact, language: Language): TypedForm =>
  typedOfContent(fieldsOfFact(kind), fact, language)

/** What a fact tells, field by field. */
export const shownFields = (kind: KindCode, fact: Fact): readonly ShownField[] =>
  shownContent(fieldsOfFact(kind), fact)

/** What differs between two versions of a fact, in words. */
export const changedFields = (kind: KindCode, before: Fact, after: Fact): readonly ChangedField[] =>
  changedContent(fieldsOfFact(kind), before, after)

/** What an organisation’s part in a step is called. */
export const roleInWords = (role: keyof typeof roles): Labels => ({ fr: roles[role].fr, en: roles[role].en })
