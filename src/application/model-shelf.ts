import { createHash } from 'node:crypto'
import { FIRST_MODEL, FIRST_MODEL_DOCUMENT } from '#domain/maturity/first-model.js'
import { modelHash } from '#domain/maturity/model-hash.js'
import type { ModelNamed } from '#projections/trajectory/describe-trajectory.js'
import type { ModelShelf } from './answer-trajectory.js'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** The models that ship with the program. */
export const openModelShelf = (): ModelShelf => {
  const { labels, unobserved } = FIRST_MODEL_DOCUMENT
  const first: ModelNamed = {
    model: FIRST_MODEL,
    hash: modelHash(FIRST_MODEL_DOCUMENT, sha256),
    labels,
    unobserved,
  }
  const shelf = new Map(
    [first].flatMap((named) => referencesOf(named).map((reference) => [reference, named] as const)),
  )
  return { usual: first, find: (reference) => shelf.get(reference), references: [...shelf.keys()] }
}

/** A model is asked for by its id (its newest version), by id and version, or by its hash. */
const referencesOf = ({ model: { id, version }, hash }: ModelNamed): readonly string[] => [
  id,
  `${id}@${version}`,
  hash,
]
