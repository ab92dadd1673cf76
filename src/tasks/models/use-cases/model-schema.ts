import { z } from 'zod'
import { catalogueVocabulary } from '#domain/maturity/validation/catalogue-vocabulary.js'
import { criterionParts, CriterionDocument, ModelDocument } from '#domain/maturity/model/model.js'

/**
 * The format of a model as JSON Schema (2020-12), for editors: they complete and check while one writes. The kinds of
 * evidence are those of the catalogue. What only the validator can see (circles, contradictions) it does not tell.
 */
export const modelSchema = (): Readonly<Record<string, unknown>> => {
  const registry = z.registry<{ id: string }>()
  registry.add(CriterionDocument, { id: 'criterion' })
  const schema = z.toJSONSchema(ModelDocument, {
    io: 'input',
    metadata: registry,
    override: ({ zodSchema, jsonSchema }) => {
      const named = criterionParts.find(({ schema: part }) => Object.is(part, zodSchema))
      if (named === undefined) return
      jsonSchema.description = named.description
      if (named.sort !== undefined) jsonSchema.enum = kindsOf(named.sort)
      if (named.pattern !== undefined) jsonSchema.pattern = named.pattern
    },
  })
  return {
    ...schema,
    $id: 'urn:trajectoires:schema:model',
    title: 'Modèle de maturité (maturity model)',
  }
}

const kindsOf = (sort: 'occurrence' | 'standing'): string[] =>
  [...catalogueVocabulary].flatMap(([kind, is]) => (is.sort === sort ? [kind] : []))
