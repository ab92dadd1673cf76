import { kindOf, kinds, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import { setbackNatures } from '#domain/steps/catalogue/shared-attributes.js'
import type { Labels } from '#domain/kernel/labels.js'
import { isAskedFor, type Obstacle, type ObstaclesAsked, type SetbackNature } from './obstacles.js'

/** What can be chosen, with how many setbacks it would show beside the other choice that was made. */
export interface Choice<Value extends string> {
  readonly value: Value
  readonly labels: Labels
  readonly count: number
}

export interface ObstacleChoices {
  /** The kinds of step at which any was met, in the order of the catalogue. */
  readonly kinds: readonly Choice<KindCode>[]
  readonly natures: readonly Choice<SetbackNature>[]
}

/** The choices that find something; what was asked for is among them even where it finds nothing. */
export const obstacleChoices = (all: readonly Obstacle[], asked: ObstaclesAsked): ObstacleChoices => {
  const { kinds: askedKinds, ...otherThanKind } = asked
  const { nature: askedNature, ...otherThanNature } = asked
  const count = (choice: ObstaclesAsked): number =>
    all.filter((obstacle) => isAskedFor(obstacle, choice)).length
  return {
    kinds: kinds
      .map(({ code }) => ({
        value: code,
        labels: kindOf(code).labels,
        count: count({ ...otherThanKind, kinds: [code] }),
      }))
      .filter((choice) => choice.count > 0 || askedKinds?.includes(choice.value) === true),
    natures: natures
      .map((nature) => ({
        value: nature,
        labels: setbackNatures[nature],
        count: count({ ...otherThanNature, nature }),
      }))
      .filter((choice) => choice.count > 0 || choice.value === askedNature),
  }
}

const natures = Object.keys(setbackNatures) as readonly SetbackNature[] // its literal keys
