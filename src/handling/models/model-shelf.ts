import { parseModel } from '#domain/maturity/model/parse-model.js'
import { FIRST_MODEL_DOCUMENT, SHIPPED_MODELS } from '#domain/maturity/shipped-models/shipped-models.js'
import { modelHash } from '#domain/maturity/model/model-hash.js'
import { modelHistoryOf, type ModelHistory, type ModelVersion } from '#domain/models/model-history.js'
import type { RecordedModelEvent } from '#domain/models/model-event.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import { sha256 } from './sha256.js'

/** The models that can be asked for: `premier-modele`, or with its version `premier-modele@1`. */
export interface ModelShelf {
  readonly usual: ModelNamed
  find(reference: string): ModelNamed | undefined
  readonly references: readonly string[]
}

/** A version of a model as it can be asked for, shown and compared. */
export interface ShelvedModel extends ModelNamed, ModelVersion {
  /** Whether its id alone means this version: it is the newest. */
  readonly newest: boolean
}

/** All models: those that ship with the program, and those that were published. */
export interface FullShelf extends ModelShelf {
  readonly usual: ShelvedModel
  find(reference: string): ShelvedModel | undefined
  /** By id, then version; those that ship come first. */
  readonly all: readonly ShelvedModel[]
}

/** The versions of one model that ship with the program: what is published comes upon them. */
export const shippedVersions = (id: string): ModelHistory =>
  SHIPPED_MODELS.filter((document) => document.id === id).map((document) => ({
    version: document.version,
    hash: modelHash(document, sha256),
    document,
  }))

/** The shelf after some publications, in the order of the log; without any, the models that ship with the program. */
export const openModelShelf = (published: readonly RecordedModelEvent[] = []): FullShelf => {
  const ids = new Set([...SHIPPED_MODELS.map(({ id }) => id), ...published.map(({ data }) => data.id)])
  const all = [...ids].flatMap((id) =>
    shelved(
      modelHistoryOf(
        shippedVersions(id),
        published.filter(({ data }) => data.id === id),
      ),
    ),
  )
  const shelf = new Map(
    all.flatMap((named) => referencesOf(named).map((reference) => [reference, named] as const)),
  )
  const usual = shelf.get(FIRST_MODEL_DOCUMENT.id)
  if (usual === undefined) throw new Error('the first model is not on the shelf')
  return { usual, find: (reference) => shelf.get(reference), references: [...shelf.keys()], all }
}

const shelved = (history: ModelHistory): readonly ShelvedModel[] =>
  history.map((version) => ({
    ...version,
    model: parseModel(version.document),
    labels: version.document.labels,
    unobserved: version.document.unobserved,
    newest: version === history.at(-1),
  }))

/** A model is asked for by its id (its newest version), by id and version, or by its hash. */
const referencesOf = ({ model: { id, version }, hash, newest }: ShelvedModel): readonly string[] => [
  ...(newest ? [id] : []),
  `${id}@${version}`,
  hash,
]
