import type { AttributeDeclaration } from '#domain/steps/declaring/attribute.js'
import { kinds } from '#domain/steps/catalogue/catalogue.js'
import { withCapital } from '#domain/kernel/first-letter.js'
import type { Labels } from '#domain/kernel/labels.js'
import { foldedKey } from '#domain/kernel/folded-key.js'
import type { Column } from './column.js'
import { readText } from '#src/typed/read-cell.js'

/** Where the header in files is not the attribute's name in small letters. */
const headersOf: Readonly<Record<string, string>> = { team: 'team_size' }

/** Headers that people write beside the attribute's label. */
const otherHeaders: Readonly<Record<string, readonly string[]>> = {
  team: ['équipe', 'team'],
  audience: ['public', 'publics'],
  nature: ['nature de l’obstacle'],
  agentsTrained: ['agents'],
}

const holdings: Readonly<Record<AttributeDeclaration['type'], Labels>> = {
  quantity: {
    fr: 'un nombre, une fourchette ou une approximation',
    en: 'a number, a range or an approximation',
  },
  code: { fr: 'un mot de la liste du type d’étape', en: 'a word of the list of the kind' },
  codes: { fr: 'des mots de la liste du type d’étape', en: 'words of the list of the kind' },
  flag: { fr: 'oui ou non', en: 'yes or no' },
  text: { fr: 'un texte', en: 'a text' },
}

/** A column for an attribute of some kinds: how a cell reads is the affair of the kind of its row. */
export interface AttributeColumn extends Column<string> {
  readonly attribute: string
}

/** One column for each attribute of the catalogue, by its code, in the order of the catalogue. */
export const attributeColumns: Readonly<Record<string, AttributeColumn>> = Object.fromEntries(
  Object.entries(declarationsByName()).map(([attribute, declarations]) => {
    const [first] = declarations
    const labels = declarations.map((declaration) => declaration.labels)
    return [columnOfAttribute(attribute), columnOf(attribute, first, labels)]
  }),
)

/** The code of an attribute's column: `agents_trained` for `agentsTrained`. */
export function columnOfAttribute(attribute: string): string {
  return headersOf[attribute] ?? attribute.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)
}

function declarationsByName(): Readonly<
  Record<string, readonly [AttributeDeclaration, ...AttributeDeclaration[]]>
> {
  const byName: Record<string, [AttributeDeclaration, ...AttributeDeclaration[]]> = {}
  for (const kind of kinds) {
    for (const [name, declaration] of Object.entries(kind.attributes)) {
      const others = byName[name]
      if (others === undefined) byName[name] = [declaration]
      else others.push(declaration)
    }
  }
  return byName
}

function columnOf(
  attribute: string,
  declaration: AttributeDeclaration,
  labels: readonly Labels[],
): AttributeColumn {
  const { fr, en } = declaration.labels
  return {
    attribute,
    header: { fr: withCapital(fr), en: withCapital(en) },
    aliases: [
      ...new Map(
        [
          attribute,
          ...(otherHeaders[attribute] ?? []),
          ...labels.flatMap((label) => [label.fr, label.en]),
        ].map((name) => [foldedKey(name), name]),
      ).values(),
    ],
    holds: holdings[declaration.type],
    read: readText,
  }
}
