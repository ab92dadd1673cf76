import { pointer } from '#domain/maturity/validation/json-pointer.js'
import type { ModelDocument, Wording } from '#domain/maturity/model/model.js'

/** Every free text of a model with its JSON pointer: all that a person may have typed a name or an address into. */
export const textsOfModel = (document: ModelDocument): readonly (readonly [path: string, text: string])[] => [
  ...labelled(document, ''),
  ...worded(document.unobserved.position, '/unobserved/position'),
  ...worded(document.unobserved.level, '/unobserved/level'),
  ...document.dimensions.flatMap((dimension, d) => [
    ...labelled(dimension, pointer('', 'dimensions', d)),
    ...dimension.levels.flatMap((level, l) => labelled(level, pointer('', 'dimensions', d, 'levels', l))),
  ]),
  ...document.positions.flatMap((position, p) => labelled(position, pointer('', 'positions', p))),
]

const labelled = (
  { labels, reason }: { readonly labels: Wording; readonly reason: Wording },
  path: string,
): readonly (readonly [string, string])[] => [
  ...worded(labels, `${path}/labels`),
  ...worded(reason, `${path}/reason`),
]

const worded = ({ fr, en }: Wording, path: string): readonly (readonly [string, string])[] => [
  [`${path}/fr`, fr],
  [`${path}/en`, en],
]
