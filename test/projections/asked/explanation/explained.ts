import { FIRST_MODEL, FIRST_MODEL_DOCUMENT } from '#domain/maturity/shipped-models/shipped-models.js'
import type { Evidence } from '#domain/maturity/evaluation/evidence.js'
import type { ModelDocument } from '#domain/maturity/model/model.js'
import { parseModel } from '#domain/maturity/model/parse-model.js'
import { assess } from '#domain/maturity/trajectory.js'
import { initialState } from '#domain/organisation/history.js'
import { day, type Day } from '#domain/time/day.js'
import { explain } from '#projections/asked/explanation/explain.js'
import type { CriterionNode, Explanation } from '#projections/asked/explanation/explanation.js'
import {
  assessOrganisation,
  type AssessedOrganisation,
  type LineageEvents,
} from '#domain/trajectory/assess-organisation.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import { questionOf, type Question } from '#domain/trajectory/question.js'
import { organisationId } from '#test/support/histories.js'

/** Noon of 2026-06-01: everything of the tests was recorded by then. */
const NOW = Date.UTC(2026, 5, 1, 12)

export const named = (document: ModelDocument): ModelNamed => ({
  model: parseModel(document),
  hash: '0'.repeat(64),
  labels: document.labels,
  unobserved: document.unobserved,
})

export const firstModel: ModelNamed = { ...named(FIRST_MODEL_DOCUMENT), model: FIRST_MODEL }

export const askedOn = (asOf: Day): Question => questionOf({ asOf }, NOW)

/** The explanation of streams for a day. */
export const explained = (streams: LineageEvents, asOf: Day, model = firstModel): Explanation => {
  const question = askedOn(asOf)
  return explain(assessOrganisation(streams, model.model, question), model, question)
}

/** Evidence that no history stands behind, as if it had been assessed. */
export const assessedEvidence = (document: ModelDocument, evidence: Evidence): AssessedOrganisation => ({
  lineage: { id: organisationId('region-essai'), history: initialState, predecessors: [] },
  trajectory: assess(parseModel(document), evidence, { horizon: day(30_000) }),
  notYetKnown: 0,
})

/** Every node of every tree. */
export const nodesOf = ({ position, dimensions }: Explanation): readonly CriterionNode[] =>
  [...position.positions, ...dimensions.flatMap(({ levels }) => levels)].flatMap(({ criterion }) =>
    withParts(criterion),
  )

const withParts = (node: CriterionNode): readonly CriterionNode[] => [node, ...node.parts.flatMap(withParts)]
