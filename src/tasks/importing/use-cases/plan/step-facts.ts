import type { StepId } from '#domain/kernel/identifiers.js'
import type { NewFact } from '#domain/organisation/command.js'
import type { AttributeClaim } from '#domain/steps/declaring/attribute.js'
import { kindOf, type Kind } from '#domain/steps/catalogue/catalogue.js'
import type { Fact } from '#domain/steps/fact.js'
import { fieldsToFill, type FieldAt } from '#domain/steps/fact-fields.js'
import { schemaOfKind } from '#domain/steps/step-event.js'
import { programmeCode } from '#src/typed/programme-code.js'
import { inFrench } from '#src/messages/faults.js'
import { attributeColumns } from '#src/tasks/importing/use-cases/table/attribute-columns.js'
import { attributesOfRow, strayInWords, type RowAttributes } from './attributes-of-row.js'
import type { CellFault } from '#src/typed/cell-fault.js'
import { columnOfFactField } from '#src/tasks/importing/use-cases/table/columns-of-fields.js'
import { costOfRow } from './cost-of-row.js'
import { derivedId } from '#src/handling/writing/derived-id.js'
import { faultsOfContent } from './faults-of-content.js'
import type { ImportWarning } from './import-warning.js'
import { stagesOfRow, type RowStage } from './row-stages.js'
import { contradictoryDates, statusesOfKind, statusNotOfKind } from './status-faults.js'
import type { RowReferences } from './step-references.js'
import type { StepRow } from './step-row.js'

/** What else is known of a row when its facts are made. */
export interface StepSurroundings {
  readonly collection: string
  readonly references: RowReferences
}

export type StepFacts =
  | {
      readonly ready: true
      readonly facts: readonly [NewFact, ...NewFact[]]
      readonly warnings: readonly ImportWarning[]
    }
  | { readonly ready: false; readonly faults: readonly CellFault[] }

/**
 * The facts that a row gives. What identifies the step stands on each of them; what describes it on the first, and the
 * reason of an end on the end. Nothing of a row is left out: what has no field of its own is kept in words.
 */
export const factsOfRow = (row: StepRow, surroundings: StepSurroundings): StepFacts => {
  const { kind: code, role, status } = row.cells
  const early = [...row.faults, ...surroundings.references.faults]
  if (code === undefined || role === undefined || status === undefined) return faulty(early)
  const kind = kindOf(code)
  const read = attributesOfRow(kind, row.attributeCells)
  const cost = costOfRow(row.cells)
  const possible = statusesOfKind(kind).includes(status)
  const faults = [
    ...early,
    ...(possible ? [] : [statusNotOfKind(row, kind)]),
    ...read.faults,
    ...('cost' in cost ? [] : cost.faults),
  ]
  const { start, end, within, stated_on: statedOn } = row.cells
  const stages = stagesOfRow(status, kind.shape, { start, end, within, statedOn }, row.cells.of !== undefined)
  if (!stages.understood) {
    return faulty(stages.why === 'status' ? faults : [...faults, contradictoryDates(row, stages.why)])
  }
  if (faults.length > 0) return faulty(faults)
  const identity = { ...identityOf(row), stepId: surroundings.references.stepId, role }
  const description = descriptionOf(row, surroundings, 'cost' in cost ? cost.cost : undefined, read)
  const facts = stages.stages.map((stage, index, all) => ({
    id: derivedId(`${surroundings.collection}/${row.id}/${stage.stage}`),
    kind: code,
    stage: stage.stage,
    fact: {
      ...identity,
      ...(index === 0 ? description : {}),
      ...datesOf(stage),
      attributes: attributesAt(stage, index, all, read.attributes),
    },
  }))
  return validated(row, kind, facts, warningsOf(row, kind, stages.stages, read))
}

const faulty = (faults: readonly CellFault[]): StepFacts => ({ ready: false, faults })

const datesOf = ({ occurred, within, expected }: RowStage): Partial<Fact> => ({ occurred, within, expected })

/** What tells which step it is, who says so and how surely: the same on each fact of the row. */
const identityOf = ({ cells }: StepRow): Partial<Fact> => {
  const { source, ...told } = toldIn(cells, ({ onEveryFact }) => onEveryFact === true)
  return {
    ...told,
    programme: cells.programme === undefined ? undefined : programmeCode(cells.programme),
    source: source?.reference === undefined ? undefined : source,
  }
}

const descriptionOf = (
  { cells }: StepRow,
  { references }: StepSurroundings,
  cost: Fact['cost'],
  { stray }: RowAttributes,
): Partial<Fact> => ({
  ...toldIn(cells, ({ onEveryFact }) => onEveryFact !== true),
  cost,
  follows: references.follows.length === 0 ? undefined : ([...references.follows] as StepId[]),
  otherQuantities: joined(cells.quantities_other, strayInWords(stray)),
})

/** What the cells tell of these fields, each where it stands in a fact; what it may be, the schema of the fact checks. */
const toldIn = (cells: StepRow['cells'], isAmong: (field: FieldAt) => boolean): Partial<Fact> => {
  const told: Record<string, unknown> = {}
  const read: Readonly<Record<string, unknown>> = cells
  for (const field of fieldsToFill.filter(isAmong)) {
    const { path, column } = field
    if (column === undefined || column.ofRow === true) continue
    const [whole = '', part] = path.split('.')
    const value = read[column.code]
    if (value === undefined) continue
    told[whole] = part === undefined ? value : { ...(told[whole] as object | undefined), [part]: value }
  }
  return told
}

const joined = (...texts: readonly (string | undefined)[]): string | undefined => {
  const told = texts.filter((text) => text !== undefined && text !== '')
  return told.length === 0 ? undefined : told.join(' ; ')
}

/** All on the first fact, but the reason of an end, which the end tells if the row has one. */
const attributesAt = (
  { official }: RowStage,
  index: number,
  all: readonly RowStage[],
  attributes: Readonly<Record<string, AttributeClaim>>,
): Fact['attributes'] => {
  const reasonAt = Math.max(
    all.findIndex(({ stage }) => stage === 'ended'),
    0,
  )
  const told = Object.entries(attributes).filter(([name]) => index === (name === 'reason' ? reasonAt : 0))
  const withOfficial = official === true ? [...told, ['official', true] as const] : told
  return withOfficial.length === 0 ? undefined : Object.fromEntries(withOfficial)
}

const validated = (
  row: StepRow,
  kind: Kind,
  facts: readonly NewFact[],
  warnings: readonly ImportWarning[],
): StepFacts => {
  const checked = facts.map((fact) => ({
    fact,
    content: schemaOfKind(kind.code).safeParse(fact.fact, inFrench),
  }))
  const faults = checked.flatMap(({ content }) =>
    content.success
      ? []
      : faultsOfContent(content.error, columnOfFactField, (column) => row.texts.get(column)),
  )
  const [first, ...others] = checked.flatMap(({ fact, content }) =>
    content.success ? [{ ...fact, fact: content.data }] : [],
  )
  const distinct = [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()]
  return distinct.length > 0 || first === undefined
    ? faulty(distinct)
    : { ready: true, facts: [first, ...others], warnings }
}

const warningsOf = (
  row: StepRow,
  kind: Kind,
  stages: readonly RowStage[],
  { stray }: RowAttributes,
): readonly ImportWarning[] => {
  const { within, source, source_kind: sourceKind } = row.cells
  return [
    ...stray.map(({ column, value }) => strayWarning(kind, column, value)),
    ...(within !== undefined && stages.every((stage) => stage.within !== within)
      ? [unusedWindow(within)]
      : []),
    ...(sourceKind !== undefined && source === undefined ? [sourceMissing(sourceKind)] : []),
  ]
}

const strayWarning = (kind: Kind, column: string, value: string): ImportWarning => {
  const header = attributeColumns[column]?.header ?? { fr: column, en: column }
  return {
    code: 'attribute-not-of-kind',
    column,
    value,
    remedy: {
      fr: `Une étape « ${kind.labels.fr} » n’a pas de « ${header.fr} » : la valeur est gardée en mots dans les autres quantités.`,
      en: `A step “${kind.labels.en}” has no “${header.en}”: the value is kept in words among the other quantities.`,
    },
  }
}

const unusedWindow = (value: string): ImportWarning => ({
  code: 'window-unused',
  column: 'within',
  value,
  remedy: {
    fr: 'La ligne a ses dates : la période possible n’est pas enregistrée. La laisser vide, ou retirer les dates.',
    en: 'The row has its dates: the possible period is not recorded. Leave it blank, or remove the dates.',
  },
})

const sourceMissing = (value: string): ImportWarning => ({
  code: 'source-missing',
  column: 'source_kind',
  value,
  remedy: {
    fr: 'Le type de source est dit sans la source : il n’est pas enregistré. Citer la source.',
    en: 'The kind of source is told without the source: it is not recorded. Name the source.',
  },
})
