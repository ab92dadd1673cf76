import type { AttributeDeclaration } from '#domain/steps/declaring/attribute.js'
import { kinds, type Kind } from '#domain/steps/catalogue/catalogue.js'
import type { AttributeNature, EvidenceKind, Vocabulary } from './vocabulary.js'

/** The evidence that each kind of the catalogue can yield, and the one occurrence `support`. */
export const catalogueVocabulary: Vocabulary = new Map<string, EvidenceKind>([
  ...kinds.flatMap(evidenceKindsOf),
  ['support', { sort: 'occurrence', attributes: {} }],
])

function evidenceKindsOf(kind: Kind): readonly (readonly [string, EvidenceKind])[] {
  const attributes = attributeNaturesOf(kind)
  const occurrence: EvidenceKind = { sort: 'occurrence', attributes }
  const standing: EvidenceKind = { sort: 'standing', attributes }
  const planned = [`${kind.code}-planned`, standing] as const
  switch (kind.shape) {
    case 'punctual':
      return [[kind.code, occurrence], planned]
    case 'running':
      return [
        [kind.code, standing],
        [`${kind.code}-undertaken`, standing],
        [`${kind.code}-completed`, occurrence],
        [`${kind.code}-abandoned`, occurrence],
        planned,
      ]
    case 'lasting':
      return [
        [kind.code, standing],
        [`${kind.code}-begun`, occurrence],
        [`${kind.code}-ended`, occurrence],
        planned,
      ]
  }
}

/** Texts are shown to people and asked by no criterion; constants have the nature of what they hold. */
function attributeNaturesOf(kind: Kind): Readonly<Record<string, AttributeNature>> {
  return Object.fromEntries([
    ...Object.entries(kind.constants ?? {}).flatMap(([name, value]) =>
      Array.isArray(value) ? [[name, { type: 'codes', codes: value as readonly string[] }] as const] : [],
    ),
    ...Object.entries(kind.attributes).flatMap(([name, declaration]) => {
      const nature = natureOf(declaration)
      return nature === undefined ? [] : [[name, nature] as const]
    }),
  ])
}

function natureOf(declaration: AttributeDeclaration): AttributeNature | undefined {
  switch (declaration.type) {
    case 'quantity':
    case 'flag':
      return { type: declaration.type }
    case 'code':
    case 'codes':
      return { type: 'codes', codes: Object.keys(declaration.codes) }
    case 'text':
      return undefined
  }
}
