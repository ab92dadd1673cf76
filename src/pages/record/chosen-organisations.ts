import { OrganisationId } from '#domain/identifiers/identifiers.js'
import type { Revision } from '#domain/ports/event-log.js'
import { historyOf } from '#domain/organisation/history.js'
import { profileOnRecord } from '#domain/organisation/profile-on-record.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Labels } from '#domain/steps/labels.js'
import { describeSteps } from '#projections/steps/describe-steps.js'
import { readInheritedSteps } from '#src/application/read-lineage.js'
import { readOrganisation } from '#src/application/read-organisation.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'

/** A step that is on record, to choose from. */
export interface KnownStep {
  readonly stepId: string
  readonly kind: string
  readonly labels: Labels
}

/** One of those for whom something is recorded. */
export interface ChosenOrganisation {
  readonly id: OrganisationId
  readonly name: string
  readonly revision: Revision | 'none'
  readonly steps: readonly KnownStep[]
}

/** The organisations of these identifiers in their order, each once; who is not registered is left out. */
export const chosenOrganisations = async (
  { reading }: Pick<Trajectoires, 'reading'>,
  ids: readonly string[],
): Promise<readonly ChosenOrganisation[]> => {
  const chosen: ChosenOrganisation[] = []
  for (const text of new Set(ids)) {
    const id = OrganisationId.safeParse(text)
    const organisation = id.success ? await chosenOrganisation(reading, id.data) : undefined
    if (organisation !== undefined) chosen.push(organisation)
  }
  return chosen
}

const chosenOrganisation = async (
  reading: Trajectoires['reading'],
  id: OrganisationId,
): Promise<ChosenOrganisation | undefined> => {
  const { events, revision } = await readOrganisation(reading.log, id)
  const history = historyOf(events)
  const name = profileOnRecord(history)?.profile.name
  if (name === undefined) return undefined
  const own = describeSteps(history).map(({ stepId, kind, facts: [first], name: called }) => ({
    stepId,
    kind,
    labels: first?.sentence ?? called,
  }))
  const inherited = [...(await readInheritedSteps(reading, id))].map(([stepId, kind]) => ({
    stepId,
    kind,
    labels: { fr: stepId, en: stepId },
  }))
  return { id, name, revision, steps: [...own, ...inherited] }
}

/** Those of a kind, whose later moments may be told. */
export const stepsOfKind = ({ steps }: ChosenOrganisation, kind: KindCode): readonly KnownStep[] =>
  steps.filter((step) => step.kind === kind)
