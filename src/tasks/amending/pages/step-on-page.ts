import type { StepId } from '#domain/kernel/identifiers.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import { profileOnRecord } from '#domain/organisation/profile-on-record.js'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import { kindOf, type Kind } from '#domain/steps/catalogue/catalogue.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import { factSentence, stepName } from '#projections/asked/trajectory/told-fact.js'
import { type NoStep, type StepHolder } from '#src/tasks/amending/use-cases/find-step.js'
import type { JointPart } from '#src/tasks/amending/use-cases/show-step.js'
import type { Amending } from '#src/tasks/amending/use-cases/amending.js'

/** A step as its page shows it: everyone who tells of it, and what it hangs together with. */
export interface StepOnPage {
  readonly stepId: StepId
  readonly kind: Kind
  readonly name: Labels
  readonly holders: readonly [StepHolder, ...StepHolder[]]
  readonly together: readonly JointPart[]
  readonly follows: readonly NamedStep[]
  readonly followedBy: readonly NamedStep[]
  /** What any link of this step names, of links that were taken back too. */
  readonly linked: readonly NamedStep[]
  readonly nameOf: (organisation: string) => string
}

/** A step by its sentence and its organisation; of one that nobody has on record, only the identifier is known. */
export interface NamedStep {
  readonly stepId: string
  readonly labels?: Labels
  readonly organisation?: string
}

/** Gathers what is known of a step today. */
export const stepOnPage = async (
  inside: Amending & Finding,
  stepId: StepId,
): Promise<StepOnPage | NoStep> => {
  const found = await inside.amending.find(stepId)
  if (found.outcome !== 'found') return found
  const { holders } = found
  const shown = await inside.amending.show(stepId)
  const { nameOf } = inside.finding
  const followed = holders.flatMap(({ history }) => stepsOf(history))
  const outOf = followed.filter((step) => step.stepId === stepId).flatMap(({ follows }) => follows)
  const after = followed.filter((step) => step.follows.includes(stepId)).map((step) => step.stepId)
  const links = holders.flatMap(({ history }) =>
    history.links.filter((link) => link.stepId === stepId).flatMap(({ follows }) => follows),
  )
  return {
    stepId,
    kind: kindOf(holders[0].facts[0].kind),
    name: nameOfStep(holders),
    holders,
    together: shown.outcome === 'shown' ? shown.together : [],
    follows: await Promise.all([...new Set(outOf)].map((id) => namedStep(inside, id, nameOf))),
    followedBy: await Promise.all([...new Set(after)].map((id) => namedStep(inside, id, nameOf))),
    linked: await Promise.all([...new Set(links)].map((id) => namedStep(inside, id, nameOf))),
    nameOf,
  }
}

/** The first title that any fact that stands gives it. */
const nameOfStep = (holders: StepOnPage['holders']): Labels => {
  const facts = holders.flatMap((holder) => holder.facts)
  const titled = facts.find(({ retracted, fact }) => !retracted && fact.title !== undefined)
  const [first] = holders[0].facts
  return stepName(first.kind, titled?.fact ?? {})
}

const namedStep = async (
  inside: Amending,
  stepId: StepId,
  nameOf: (id: string) => string,
): Promise<NamedStep> => {
  const found = await inside.amending.find(stepId)
  if (found.outcome !== 'found') return { stepId }
  const [{ organisation, facts }] = found.holders
  const told = facts.find(({ retracted }) => !retracted) ?? facts[0]
  return { stepId, labels: factSentence(told), organisation: nameOf(organisation) }
}

/** Steps by their sentences; those of which nothing is on record, by their identifiers. */
export const stepsInWords = (named: readonly NamedStep[], ids: readonly string[]): Labels => {
  const said = ids.map((id) => named.find(({ stepId }) => stepId === id)?.labels ?? { fr: id, en: id })
  return { fr: said.map(({ fr }) => fr).join(' ; '), en: said.map(({ en }) => en).join('; ') }
}

/** What a holder is called. */
export const nameOfHolder = ({ history, organisation }: StepHolder): string =>
  profileOnRecord(history)?.profile.name ?? organisation

/** The fact of that id, with who tells it. */
export const factOnPage = (
  { holders }: Pick<StepOnPage, 'holders'>,
  id: string,
): { readonly holder: StepHolder; readonly fact: FactOnRecord } | undefined => {
  for (const holder of holders) {
    const fact = holder.facts.find((each) => each.id === id)
    if (fact !== undefined) return { holder, fact }
  }
  return undefined
}
