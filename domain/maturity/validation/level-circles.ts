import { pointer } from './json-pointer.js'
import type { ModelFault } from './model-faults.js'
import { isRecord } from './shape-faults.js'
import { formOf, operandsOf } from './validate-criterion.js'

/** One level, with its raw criterion. */
export interface RawLevel {
  readonly dimension: string
  /** From 1. */
  readonly level: number
  readonly path: string
  readonly criterion: unknown
}

interface Reference {
  readonly dimension: string
  readonly atLeast: number
  readonly path: string
}

/** Circles among levels, each told once, at the reference that closes it. A level reads every level from `atLeast` up. */
export const levelCircles = (levels: readonly RawLevel[]): readonly ModelFault[] => {
  const faults: ModelFault[] = []
  const finished = new Set<RawLevel>()
  const told = new Set<string>()

  const visit = (level: RawLevel, trail: readonly RawLevel[]): void => {
    if (finished.has(level)) return
    for (const reference of referencesOf(level.criterion, level.path)) {
      for (const read of readBy(reference, level, levels)) {
        const start = [...trail, level].indexOf(read)
        if (start < 0) {
          visit(read, [...trail, level])
        } else if (!told.has(reference.path)) {
          told.add(reference.path)
          const circle = [...[...trail, level].slice(start), read].map(nameOf).join(' → ')
          faults.push({ code: 'level-circle', path: pointer(reference.path, 'level'), data: { circle } })
        }
      }
    }
    finished.add(level)
  }

  for (const level of levels) visit(level, [])
  return faults
}

const nameOf = ({ dimension, level }: RawLevel): string => `${dimension} ${level}`

/** In its own dimension a level reads lower levels only: anything else is a fault of its own. */
const readBy = (reference: Reference, from: RawLevel, levels: readonly RawLevel[]): readonly RawLevel[] =>
  levels.filter(
    ({ dimension, level }) =>
      dimension === reference.dimension &&
      level >= reference.atLeast &&
      (dimension !== from.dimension || level < from.level),
  )

const referencesOf = (raw: unknown, path: string): readonly Reference[] => {
  if (!isRecord(raw)) return []
  if (formOf(raw) !== 'level') {
    return operandsOf(raw, path).flatMap((operand) => referencesOf(operand.raw, operand.path))
  }
  const [dimension, atLeast] = [raw['level'], raw['atLeast']]
  return typeof dimension === 'string' && typeof atLeast === 'number' ? [{ dimension, atLeast, path }] : []
}
