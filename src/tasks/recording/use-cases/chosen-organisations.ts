import type { Viewer } from '#domain/access/viewer.js'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Revision } from '#domain/ports/event-log.js'
import { historyOf, type OrganisationHistory } from '#domain/organisation/history.js'
import { profileOnRecord } from '#domain/organisation/profile-on-record.js'
import { kindOf, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Labels } from '#domain/kernel/labels.js'
import { describeSteps } from '#projections/asked/steps/describe-steps.js'
import type { LineageEvents } from '#domain/trajectory/assess-organisation.js'
import { readLineage, type LineageReading } from '#src/handling/reading/read-lineage.js'
import { readOrganisation } from '#src/handling/reading/read-organisation.js'

/** A step that is on record, to choose from. */
export interface KnownStep {
  readonly stepId: string
  readonly kind: string
  readonly labels: Labels
  /** Nothing but its announcement is on record. */
  readonly announced: boolean
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
  reading: LineageReading & { readonly viewer: Viewer },
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
  reading: LineageReading,
  id: OrganisationId,
): Promise<ChosenOrganisation | undefined> => {
  const { events, revision } = await readOrganisation(reading.log, id)
  const history = historyOf(events)
  const name = profileOnRecord(history)?.profile.name
  if (name === undefined) return undefined
  const own = stepsOf(history)
  const { predecessors } = await readLineage(reading, id)
  return { id, name, revision, steps: [...own, ...predecessors.flatMap(stepsOfLineage)] }
}

/** The steps on record, each by the sentence of its first fact. */
const stepsOf = (history: OrganisationHistory): readonly KnownStep[] =>
  describeSteps(history).map(({ stepId, kind, facts, name }) => ({
    stepId,
    kind,
    labels: facts[0]?.sentence ?? name,
    announced: facts.every(({ stage }) => stage === 'planned'),
  }))

/** The steps of those that came before: their later stages may be told of the successor, in whose name they are not. */
const stepsOfLineage = ({ events, predecessors }: LineageEvents): readonly KnownStep[] => {
  const history = historyOf(events)
  const called = profileOnRecord(history)?.profile.name
  return [
    ...predecessors.flatMap(stepsOfLineage),
    ...stepsOf(history).map((step) => ({
      ...step,
      labels:
        called === undefined
          ? step.labels
          : { fr: `${step.labels.fr} (${called})`, en: `${step.labels.en} (${called})` },
      announced: false,
    })),
  ]
}

/**
 * The steps of a kind whose story may go on. What happens once is over when it has happened: only an announced one goes
 * on, or the one that was asked for.
 */
export const stepsToGoOn = (
  { steps }: ChosenOrganisation,
  kind: KindCode,
  asked: string | undefined,
): readonly KnownStep[] =>
  steps.filter(
    (step) =>
      step.kind === kind && (kindOf(kind).shape !== 'punctual' || step.announced || step.stepId === asked),
  )
