import { withSmallLetter } from '#domain/kernel/first-letter.js'
import type { Labels, Language } from '#domain/kernel/labels.js'
import type { CriterionNode } from './explanation.js'
import { readingOf, type Holds } from './node-answer.js'
import { explanationWords } from './explanation-words.js'

/** A level that was explained, with the names by which others speak of it. */
export interface LevelTold {
  readonly dimension: Labels
  readonly label: Labels
  readonly node: CriterionNode
}

/** The levels that a criterion may read. */
export interface LevelsTold {
  /** Explained when asked for: no model lets levels read each other in a circle. */
  readonly told: (dimension: string, level: number) => LevelTold | undefined
  /** The highest level that nothing refutes; undefined when none. */
  readonly reached: (dimension: string) => Labels | undefined
}

/** Why a criterion holds as far as it does: the sentences of the parts that make it hold. */
export const supportSentence = (node: CriterionNode, levels: LevelsTold, language: Language): string => {
  const reading = readingOf(node.answer.holds)
  return reading === undefined ? '' : joined(supports(node, reading, levels, language))
}

/** What was said of a node. Many criteria read one level: it is worded once, and forgotten with the explanation. */
const saidOfNodes = new WeakMap<CriterionNode, Map<string, readonly string[]>>()

const supports = (
  node: CriterionNode,
  reading: keyof Holds,
  levels: LevelsTold,
  language: Language,
): readonly string[] => {
  const said = saidOfNodes.get(node) ?? new Map<string, readonly string[]>()
  saidOfNodes.set(node, said)
  const key = `${reading} ${language}`
  const before = said.get(key)
  if (before !== undefined) return before
  const sentences = supportsAnew(node, reading, levels, language)
  said.set(key, sentences)
  return sentences
}

const supportsAnew = (
  node: CriterionNode,
  reading: keyof Holds,
  levels: LevelsTold,
  language: Language,
): readonly string[] => {
  const holding = node.parts.filter(({ answer }) => answer.holds[reading])
  switch (node.form) {
    case 'count':
    case 'sum':
    case 'standing':
      return [node.sentence[language]]
    case 'not':
      return node.parts
        .filter(({ answer }) => answer.reason === 'contrary-fact')
        .map(({ sentence }) => sentence[language])
    case 'all':
    case 'any':
    case 'of':
      return holding.flatMap((part) => supports(part, reading, levels, language))
    case 'level':
      return levelSupports(node, reading, levels, language)
  }
}

/** The highest level read that holds, with what makes it hold. */
const levelSupports = (
  { reads }: CriterionNode,
  reading: keyof Holds,
  levels: LevelsTold,
  language: Language,
): readonly string[] => {
  const told = readLevels(reads, levels).findLast(({ node }) => node.answer.holds[reading])
  if (told === undefined) return []
  const words = explanationWords[language]
  const say = {
    held: words.levelHeld,
    possible: words.levelPossible,
    stale: words.levelStale,
    none: words.levelHeld,
  }[told.node.answer.state]
  const because = joined(supports(told.node, readingOf(told.node.answer.holds) ?? reading, levels, language))
  const named = say(told.dimension[language], told.label[language])
  // Where the absence of something makes it hold there is nothing to show: no colon stands before nothing.
  return [because === '' ? `${named.replace(/\s*:$/, '')}.` : `${named} ${withSmallLetter(because)}`]
}

const readLevels = (reads: CriterionNode['reads'], levels: LevelsTold): readonly LevelTold[] =>
  reads === undefined ? [] : reads.levels.flatMap((level) => levels.told(reads.dimension, level) ?? [])

/** What a criterion that does not hold lacks, on each of its routes. */
export const lackSentence = (node: CriterionNode, levels: LevelsTold, language: Language): string =>
  joined(lacks(node, levels, language))

const lacks = (node: CriterionNode, levels: LevelsTold, language: Language): readonly string[] => {
  const words = explanationWords[language]
  const lacking = node.parts.filter(({ answer }) => answer.state === 'none')
  switch (node.form) {
    case 'count':
    case 'sum':
    case 'standing':
      return [node.sentence[language]]
    case 'not':
      return node.parts.map(({ sentence }) => sentence[language])
    case 'all':
    case 'of':
      return lacking.flatMap((part) => lacks(part, levels, language))
    case 'any': {
      const told = lacking.filter(({ answer }) => answer.reason !== 'never-recorded')
      const routes = (told.length > 0 ? told : lacking).map((part) => joined(lacks(part, levels, language)))
      const named = told.length > 0 || lacking.some(({ form }) => form === 'level')
      if (named) return [words.routes([...new Set(routes)])]
      return routes.length > 1 ? [words.nothing([])] : routes
    }
    case 'level': {
      const [asked] = readLevels(node.reads, levels)
      if (asked === undefined) return []
      const reached = levels.reached(node.reads?.dimension ?? '')
      return [words.levelLacking(asked.dimension[language], asked.label[language], reached?.[language])]
    }
  }
}

const joined = (sentences: readonly string[]): string =>
  [...new Set(sentences)].filter((one) => one !== '').join(' ')
