import { z } from 'zod'
import type { Criterion } from '#domain/maturity/model/criterion.js'
import { levelCircles, type RawLevel } from './level-circles.js'
import { lintModel } from './lint-model.js'
import { ModelDocument, modelShape, CriterionDocument } from '#domain/maturity/model/model.js'
import { pointer } from './json-pointer.js'
import type { ModelFault, ModelWarning } from './model-faults.js'
import { parseCriterion, parseModel, type Model } from '#domain/maturity/model/parse-model.js'
import { covers, withoutDepth } from './nesting.js'
import { isReachable } from './reachability.js'
import { isRecord, listOf, shapeFaults } from './shape-faults.js'
import { criterionFaults, type ValidationContext, type ValidationPlace } from './validate-criterion.js'
import type { Vocabulary } from './vocabulary.js'

export type ModelValidation =
  | {
      readonly valid: true
      readonly document: ModelDocument
      readonly model: Model
      readonly warnings: readonly ModelWarning[]
    }
  | { readonly valid: false; readonly faults: readonly [ModelFault, ...ModelFault[]] }

/**
 * Validates a JSON document as a maturity model over a vocabulary of evidence. Every fault is reported, each with its
 * path: one fault never hides another that can be seen without it.
 */
export const validateModel = (given: unknown, vocabulary: Vocabulary): ModelValidation => {
  const { value: raw, tooDeep } = withoutDepth(given)
  const levels = rawLevels(raw)
  const placed: readonly Placed[] = [
    ...levels.map(({ criterion, path, dimension, level }) => ({
      raw: criterion,
      place: { path, own: { dimension, level }, negated: false },
    })),
    ...rawPositions(raw),
  ]
  const context: ValidationContext = { vocabulary, levels: levelCounts(levels) }
  const byCriterion = placed.map((one) => ({ ...one, faults: criterionFaults(one.raw, one.place, context) }))
  const circles = levelCircles(levels)
  const found = [
    ...shapeFaults(modelShape(z.unknown()), raw, ''),
    ...duplicates(raw),
    ...byCriterion.flatMap(({ faults }) => faults),
    ...circles,
    ...unreachable(
      byCriterion.map(({ faults, ...one }) => ({
        ...one,
        sound: faults.length === 0 && !closesCircle(one.place, circles),
      })),
    ),
  ]
  const [first, ...others] = eachOnce([...tooDeep, ...found.filter((fault) => !tooDeep.some(covers(fault)))])
  if (first !== undefined) return { valid: false, faults: [first, ...others] }
  const document = ModelDocument.parse(raw)
  const model = parseModel(document)
  return { valid: true, document, model, warnings: lintModel(document, model) }
}

/** What the shape of the document and a look at a criterion both tell is told once. */
const eachOnce = (faults: readonly ModelFault[]): readonly ModelFault[] => {
  const byKey = new Map(faults.map((fault) => [JSON.stringify(fault), fault]))
  return [...byKey.values()]
}

interface Placed {
  readonly raw: unknown
  readonly place: ValidationPlace
}

const field = (value: unknown, key: string): unknown => (isRecord(value) ? value[key] : undefined)

const rawLevels = (raw: unknown): readonly RawLevel[] =>
  listOf(field(raw, 'dimensions')).flatMap((dimension, d) =>
    listOf(field(dimension, 'levels')).map((level, l) => ({
      dimension: textOf(field(dimension, 'code')),
      level: l + 1,
      path: pointer('', 'dimensions', d, 'levels', l, 'criterion'),
      criterion: field(level, 'criterion'),
    })),
  )

const rawPositions = (raw: unknown): readonly Placed[] =>
  listOf(field(raw, 'positions')).map((position, p) => ({
    raw: field(position, 'criterion'),
    place: { path: pointer('', 'positions', p, 'criterion'), negated: false },
  }))

/** A code that is missing, or no text, is a fault of its own. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The levels of each dimension that has a code. Of two with the same one, a fault of its own, the longer one is taken. */
const levelCounts = (levels: readonly RawLevel[]): ReadonlyMap<string, number> =>
  levels
    .filter(({ dimension }) => dimension !== '')
    .reduce(
      (counts, { dimension, level }) => counts.set(dimension, Math.max(level, counts.get(dimension) ?? 0)),
      new Map<string, number>(),
    )

const duplicates = (raw: unknown): readonly ModelFault[] => {
  const dimensions = listOf(field(raw, 'dimensions'))
  const positions = listOf(field(raw, 'positions'))
  return [
    ...repeated(dimensions, 'code', '/dimensions'),
    ...dimensions.flatMap((dimension, d) =>
      repeated(listOf(field(dimension, 'levels')), 'code', pointer('', 'dimensions', d, 'levels')),
    ),
    ...repeated(positions, 'code', '/positions'),
    ...repeated(positions, 'export', '/positions'),
  ]
}

const repeated = (list: readonly unknown[], key: string, path: string): readonly ModelFault[] => {
  const codes = list.map((one) => field(one, key))
  return codes.flatMap((code, index) =>
    typeof code === 'string' && codes.indexOf(code) < index
      ? [{ code: 'duplicate-code', path: pointer(path, index, key), data: { code } } as const]
      : [],
  )
}

/** With every level that closes a circle left out, what is left has none. */
const closesCircle = ({ path }: ValidationPlace, circles: readonly ModelFault[]): boolean =>
  circles.some((circle) => circle.path.startsWith(`${path}/`))

/** Levels and positions that contradict themselves. One that is not sound is not judged, and hides nothing in those that read it. */
const unreachable = (placed: readonly (Placed & { readonly sound: boolean })[]): readonly ModelFault[] => {
  const judged = placed.map(({ raw, place, sound }) => ({
    place,
    criterion: sound ? parsed(raw, place) : undefined,
  }))
  const levelsRead = (
    dimension: string,
    atLeast: number,
    below: number,
  ): readonly (Criterion | undefined)[] =>
    judged
      .filter(
        ({ place: { own } }) => own?.dimension === dimension && own.level >= atLeast && own.level < below,
      )
      .map(({ criterion }) => criterion)
  return judged.flatMap(({ criterion, place }) =>
    criterion === undefined || isReachable(criterion, levelsRead)
      ? []
      : [{ code: 'unreachable', path: place.path, data: {} } as const],
  )
}

const parsed = (raw: unknown, place: ValidationPlace): Criterion | undefined => {
  const document = CriterionDocument.safeParse(raw)
  return document.success ? parseCriterion(document.data, place) : undefined
}
