import type { AttributeDeclaration } from '#domain/steps/declaring/attribute.js'
import { shapes, type Stage } from '#domain/steps/declaring/kind.js'
import type { Labels } from '#domain/kernel/labels.js'
import { stageLabels } from '#domain/steps/declaring/stage-labels.js'
import { eventTypeOf, families, kindOf, type Kind } from './catalogue.js'

/** The catalogue as a page in Markdown, French first: what can be recorded, under which codes and event types. */
export const describeCatalogue = (): string =>
  [
    '# Le catalogue des étapes · The catalogue of steps',
    introduction,
    describeShapes(),
    ...families.map(({ code, labels, kinds }) =>
      [`## ${both(labels)} · \`${code}\``, ...kinds.map((kind) => describeKind(kindOf(kind.code)))].join(
        '\n\n',
      ),
    ),
  ].join('\n\n') + '\n'

const introduction = [
  'Cette page est tirée du catalogue lui-même par `make docs`. Chaque genre d’étape a un code, une forme, un type',
  'd’événement par moment de sa vie et ses propres attributs, tous facultatifs : ce qui est inconnu est absent. Une',
  'quantité est un nombre (`20`), une fourchette (`"3..15"`) ou une approximation (`"30~"`).',
  '',
  'This page is drawn from the catalogue itself by `make docs`. Every kind of step has a code, a shape, a type of event',
  'for each stage of its life, and attributes of its own, all optional: what is unknown is absent. A quantity is a number',
  '(`20`), a range (`"3..15"`) or an approximation (`"30~"`).',
].join('\n')

const describeShapes = (): string =>
  [
    '## Les formes · Shapes',
    table(
      ['forme · shape', 'moments de sa vie · stages'],
      Object.values(shapes).map(({ labels, stages }) => [
        both(labels),
        stages.map((stage) => both(stageLabels[stage])).join('<br>'),
      ]),
    ),
    [
      'Une étape de toute forme peut être annoncée (`StepPlanned`) et son annonce retirée (`PlanDropped`) ; celle qui',
      'dure ou se déroule peut être confirmée (`StepConfirmed`). Ces trois types portent le code du genre dans `kind`.',
      '',
      'A step of any shape can be announced (`StepPlanned`) and its announcement dropped (`PlanDropped`); one that lasts or',
      'runs can be confirmed (`StepConfirmed`). These three types hold the code of the kind in `kind`.',
    ].join('\n'),
  ].join('\n\n')

const describeKind = (kind: Kind): string =>
  [
    `### ${both(kind.labels)} · \`${kind.code}\``,
    [`Forme · shape: ${both(shapes[kind.shape].labels)}.`, ...particulars(kind)].join(' '),
    table(
      ['moment · stage', 'code', 'événement · event'],
      ownStages(kind).map(([stage, type]) => [both(stageLabels[stage]), `\`${stage}\``, `\`${type}\``]),
    ),
    ...describeAttributes(Object.entries(kind.attributes)),
  ].join('\n\n')

const ownStages = (kind: Kind): readonly (readonly [stage: Stage, type: string])[] =>
  shapes[kind.shape].stages.flatMap((stage: Stage) => {
    const type = eventTypeOf(kind, stage)
    return type === undefined ? [] : [[stage, type] as const]
  })

const particulars = ({ constants, carriedBy }: Kind): readonly string[] => [
  ...Object.entries(constants ?? {}).map(
    ([name, value]) => `Par définition · by definition: \`${name}\` = \`${JSON.stringify(value)}\`.`,
  ),
  ...(carriedBy === undefined ? [] : ['Tous les rôles la portent · carried by every role.']),
]

const describeAttributes = (
  attributes: readonly (readonly [name: string, declaration: AttributeDeclaration])[],
): readonly string[] =>
  attributes.length === 0
    ? []
    : [
        table(
          ['attribut · attribute', 'nom · name', 'valeur · value'],
          attributes.map(([name, declaration]) => [
            both(declaration.labels),
            `\`${name}\``,
            describeValue(declaration),
          ]),
        ),
      ]

const describeValue = (declaration: AttributeDeclaration): string => {
  switch (declaration.type) {
    case 'quantity':
      return both({ fr: 'quantité', en: 'quantity' })
    case 'flag':
      return both({ fr: 'vrai ou faux', en: 'true or false' })
    case 'text':
      return declaration.codesOf === undefined
        ? both({ fr: 'texte', en: 'text' })
        : both({
            fr: `codes de la liste ${declaration.codesOf}`,
            en: `codes of the list ${declaration.codesOf}`,
          })
    case 'code':
    case 'codes': {
      const many = declaration.type === 'codes'
      const heading = both(many ? { fr: 'plusieurs de', en: 'several of' } : { fr: 'un de', en: 'one of' })
      const listed = Object.entries(declaration.codes).map(([code, labels]) => `\`${code}\` ${both(labels)}`)
      return [`${heading}:`, ...listed].join('<br>')
    }
  }
}

const both = ({ fr, en }: Labels): string => (fr === en ? fr : `${fr} · ${en}`)

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
