import { z } from 'zod'
import { JointId, StepId } from '#domain/kernel/identifiers.js'
import type { Labels } from '#domain/kernel/labels.js'
import { text } from '#domain/kernel/text.js'
import { namesOtherScheme, otherSchemeNamed, WebAddress } from '#domain/kernel/web-address.js'
import { Edtf, EdtfSingle, EdtfWindow } from '#domain/time/edtf.js'
import type { CodeList } from './declaring/attribute.js'
import { certainties, sourceKinds, taxBases, yesNoUnknown } from './fact-codes.js'
import { Role, roles } from './roles.js'

/** What a field holds. Forms, files and the command line each read a sort in one way of theirs. */
export type FieldSort =
  | 'line'
  | 'paragraph'
  /** A date or a period. */
  | 'date'
  | 'single-date'
  | 'window'
  | 'number'
  /** In €. */
  | 'amount'
  | 'code'
  | 'programme'
  | 'identifier'
  | 'steps'
  | 'documents'

/** Where a form asks for a field: among what one always fills in, or what one may add. */
export type FieldSection = 'first' | 'circumstances' | 'source' | 'story'

/** One field of a fact. Its schema, its input in forms, its column in files and its words all derive from this. */
export interface FieldDeclaration {
  readonly schema: z.ZodType
  readonly labels: Labels
  readonly sort: FieldSort
  /** Of the sort `code`. */
  readonly codes?: CodeList
  /** Absent where a form asks for it otherwise than among the fields of the fact. */
  readonly section?: FieldSection
  readonly hint?: Labels
  /** Absent where files cannot tell it. */
  readonly column?: FieldColumn
  /** It tells which step it is, who says so and how surely: the same on every fact that a row of a file gives. */
  readonly onEveryFact?: true
}

/** The column of a field in a file of steps. */
export interface FieldColumn {
  readonly code: string
  /** Where it is called otherwise than in a form. */
  readonly header?: Labels
  /** Other headers under which files have it. */
  readonly aliases?: readonly string[]
  /** Where its cells hold something more particular than its sort says. */
  readonly holds?: Labels
  readonly required?: true
  /** What the example row of the template holds. */
  readonly example?: string
  /** The row has this column of its own, and tells several facts by it. */
  readonly ofRow?: true
}

/** Fields of a fact that are told in parts, each declared for itself. */
interface FieldInParts {
  readonly schema: z.ZodType
  readonly parts: Readonly<Record<string, FieldDeclaration>>
}

const line = text(300)
const paragraph = text(2000)

/** A programme, as a code that files and pages share: `territoires_en_residences`. The list is open. */
export const ProgrammeCode = z
  .string()
  .regex(/^[a-z0-9]+(?:[_-][a-z0-9]+)*$/)
  .max(60)

/** Each document with its licence: records are publishable by default. */
export const Document = z.strictObject({ title: line, url: WebAddress, licence: line.optional() })

const schemasOf = <P extends Readonly<Record<string, FieldDeclaration>>>(
  parts: P,
): { readonly [N in keyof P]: P[N]['schema'] } =>
  Object.fromEntries(Object.entries(parts).map(([name, { schema }]) => [name, schema])) as {
    readonly [N in keyof P]: P[N]['schema'] // each under its own name
  }

const codesIn = <C extends CodeList>(codes: C) =>
  z.enum(Object.keys(codes) as [keyof C & string, ...(keyof C & string)[]]) // its literal keys

const costParts = {
  min: {
    schema: z.number().nonnegative(),
    labels: { fr: 'Coût minimum (€)', en: 'Minimum cost (€)' },
    sort: 'amount',
    section: 'circumstances',
    column: { code: 'cost_eur_min', aliases: ['coût', 'coût min', 'coût minimum', 'cost'] },
  },
  max: {
    schema: z.number().nonnegative(),
    labels: { fr: 'Coût maximum (€)', en: 'Maximum cost (€)' },
    sort: 'amount',
    section: 'circumstances',
    hint: { fr: 'Vide si le montant est exact.', en: 'Blank if the amount is exact.' },
    column: { code: 'cost_eur_max', aliases: ['coût max', 'coût maximum'] },
  },
  year: {
    schema: z.int().min(1900).max(2199).optional(),
    labels: { fr: 'Année du coût', en: 'Year of the cost' },
    sort: 'number',
    section: 'circumstances',
    column: { code: 'cost_year', holds: { fr: 'une année', en: 'a year' } },
  },
  scope: {
    schema: line.optional(),
    labels: { fr: 'Périmètre du coût', en: 'Scope of the cost' },
    sort: 'line',
    section: 'circumstances',
    hint: {
      fr: 'Ce que le montant comprend : « budget de la résidence ».',
      en: 'What the amount covers: “budget of the residency”.',
    },
    column: { code: 'cost_scope', aliases: ['portée du coût'] },
  },
  taxBasis: {
    schema: codesIn(taxBases).optional(),
    labels: { fr: 'HT ou TTC', en: 'Tax basis' },
    sort: 'code',
    codes: taxBases,
    section: 'circumstances',
    column: { code: 'cost_tax_basis', holds: { fr: 'HT ou TTC', en: 'excluding or including tax' } },
  },
  payer: {
    schema: line.optional(),
    labels: { fr: 'Payeur', en: 'Payer of the cost' },
    sort: 'line',
    section: 'circumstances',
    column: { code: 'cost_payer' },
  },
} as const satisfies FieldInParts['parts']

/** Money is a range with a year, a scope and a payer: a single number would lose the fact. Amounts in €. */
export const Cost = z
  .strictObject(schemasOf(costParts))
  .refine(({ min, max }) => min <= max, { path: ['max'], message: 'le maximum ne peut être sous le minimum' })
export type Cost = z.infer<typeof Cost>

const sourceParts = {
  reference: {
    schema: text(1000).refine((told) => !namesOtherScheme(told), otherSchemeNamed),
    labels: { fr: 'Source', en: 'Source' },
    sort: 'line',
    section: 'source',
    hint: {
      fr: 'Une adresse ou un document ; jamais le nom d’une personne.',
      en: 'An address or a document; never the name of a person.',
    },
    column: { code: 'source', aliases: ['sources'], example: 'https://www.example.org' },
    onEveryFact: true,
  },
  kind: {
    schema: codesIn(sourceKinds).optional(),
    labels: { fr: 'Type de source', en: 'Kind of source' },
    sort: 'code',
    codes: sourceKinds,
    section: 'source',
    column: {
      code: 'source_kind',
      holds: {
        fr: 'web, document, document et web, témoignage',
        en: 'web, document, document and web, testimony',
      },
      example: 'web',
    },
    onEveryFact: true,
  },
} as const satisfies FieldInParts['parts']

/** Where a fact was read. Several addresses stand side by side in `reference`. */
export const Source = z.strictObject(schemasOf(sourceParts))
export type Source = z.infer<typeof Source>

/** What every fact of a step may tell, whatever its kind, in the order in which it is asked. Unknown is absent. */
export const declaredFields = {
  stepId: {
    schema: StepId,
    labels: { fr: 'Étape', en: 'Step' },
    sort: 'identifier',
    column: { code: 'step_id', ofRow: true },
  },
  role: {
    schema: Role,
    labels: { fr: 'Rôle', en: 'Role' },
    sort: 'code',
    codes: roles,
    column: {
      code: 'role',
      holds: { fr: 'le rôle de l’organisation dans l’étape', en: 'the organisation’s part in the step' },
      required: true,
      example: 'pilote',
    },
    onEveryFact: true,
  },
  jointId: {
    schema: JointId.optional(),
    labels: { fr: 'Étape collective', en: 'Joint step' },
    sort: 'identifier',
    column: {
      code: 'joint_id',
      aliases: ['groupe'],
      holds: {
        fr: 'le même identifiant pour toutes les organisations de l’étape',
        en: 'the same identifier for all organisations of the step',
      },
    },
    onEveryFact: true,
  },
  /** When it was true. An interval for what lasted several days. */
  occurred: {
    schema: Edtf.optional(),
    labels: { fr: 'Quand', en: 'When' },
    sort: 'date',
    section: 'first',
    hint: {
      fr: 'Comme on le dit : « vers mars 2024 », « printemps 2012 », « entre mars et juin 2011 », « depuis 2018 ».',
      en: 'As one says it: “around March 2024”, “spring 2012”, “between March and June 2011”, “since 2018”.',
    },
    column: { code: 'start', ofRow: true },
  },
  /** Instead of `occurred`: the window in which an undated fact lies. Forms take it as `occurred`, in words. */
  within: {
    schema: EdtfWindow.optional(),
    labels: { fr: 'Période possible', en: 'Possible period' },
    sort: 'window',
    column: { code: 'within', ofRow: true },
  },
  /** For a plan, when it is expected; for a beginning, when its end is expected. Never evidence that it came. */
  expected: {
    schema: Edtf.optional(),
    labels: { fr: 'Prévu pour', en: 'Expected for' },
    sort: 'date',
    section: 'first',
    hint: {
      fr: 'Pour une annonce, quand l’étape aura lieu ; pour un début, quand elle doit finir.',
      en: 'For an announcement, when the step will take place; for a beginning, when it is to end.',
    },
    column: { code: 'end', ofRow: true },
  },
  title: {
    schema: line.optional(),
    labels: { fr: 'Titre', en: 'Title' },
    sort: 'line',
    section: 'first',
    hint: {
      fr: 'Le nom propre de l’étape, si elle en a un : « Habiter Wazemmes ».',
      en: 'The step’s own name, if it has one: “Habiter Wazemmes”.',
    },
    column: { code: 'title', aliases: ['intitulé'], example: 'Repenser l’accueil en mairie' },
    onEveryFact: true,
  },
  programme: {
    schema: ProgrammeCode.optional(),
    labels: { fr: 'Programme', en: 'Programme' },
    sort: 'programme',
    section: 'circumstances',
    column: { code: 'programme', example: 'territoires_en_residences' },
    onEveryFact: true,
  },
  edition: {
    schema: line.optional(),
    labels: { fr: 'Édition', en: 'Edition' },
    sort: 'line',
    section: 'circumstances',
    column: { code: 'edition' },
    onEveryFact: true,
  },
  site: {
    schema: line.optional(),
    labels: { fr: 'Site', en: 'Site' },
    sort: 'line',
    section: 'circumstances',
    hint: {
      fr: 'Le lieu d’intervention, quand le programme en a plusieurs.',
      en: 'Where it was, when the programme has several sites.',
    },
    column: { code: 'site' },
    onEveryFact: true,
  },
  theme: {
    schema: line.optional(),
    labels: { fr: 'Thème', en: 'Theme' },
    sort: 'line',
    section: 'circumstances',
    column: { code: 'theme' },
    onEveryFact: true,
  },
  place: {
    schema: line.optional(),
    labels: { fr: 'Lieu', en: 'Place' },
    sort: 'line',
    section: 'circumstances',
    column: { code: 'place', aliases: ['lieu de l’étape'] },
    onEveryFact: true,
  },
  with27e: {
    schema: codesIn(yesNoUnknown).optional(),
    labels: { fr: 'Avec La 27e Région', en: 'With La 27e Région' },
    sort: 'code',
    codes: yesNoUnknown,
    section: 'circumstances',
    column: {
      code: 'with_27e',
      aliases: ['avec la 27e'],
      holds: { fr: 'oui, non ou inconnu', en: 'yes, no or unknown' },
    },
    onEveryFact: true,
  },
  /** The steps that this one came out of, of any organisation. */
  follows: {
    schema: z.array(StepId).min(1).max(20).optional(),
    labels: { fr: 'Issue de', en: 'Came out of' },
    sort: 'steps',
    section: 'circumstances',
    hint: { fr: 'Les étapes dont celle-ci est issue.', en: 'The steps that this one came out of.' },
    column: {
      code: 'follows',
      header: { fr: 'Fait suite à', en: 'Follows' },
      aliases: ['suite de', 'issue de'],
    },
  },
  otherQuantities: {
    schema: line.optional(),
    labels: { fr: 'Autres quantités', en: 'Other quantities' },
    sort: 'line',
    section: 'circumstances',
    column: { code: 'quantities_other' },
  },
  cost: { schema: Cost.optional(), parts: costParts },
  source: { schema: Source.optional(), parts: sourceParts },
  /** When the source spoke: a status is true as of that day. */
  statedOn: {
    schema: EdtfSingle.optional(),
    labels: { fr: 'Date de la source', en: 'Stated on' },
    sort: 'single-date',
    section: 'source',
    hint: {
      fr: 'Quand la source a parlé : « 10/02/2016 », « 2019 ».',
      en: 'When the source spoke: “10/02/2016”, “2019”.',
    },
    column: {
      code: 'stated_on',
      aliases: ['dit le', 'source du'],
      holds: { fr: 'le jour où la source parlait', en: 'the day on which the source spoke' },
      example: '10/02/2016',
    },
    onEveryFact: true,
  },
  confidence: {
    schema: codesIn(certainties).optional(),
    labels: { fr: 'Confiance', en: 'Confidence' },
    sort: 'code',
    codes: certainties,
    section: 'source',
    column: {
      code: 'confidence',
      aliases: ['fiabilité'],
      holds: { fr: 'haute, moyenne ou basse', en: 'high, medium or low' },
      example: 'haute',
    },
    onEveryFact: true,
  },
  documents: {
    schema: z.array(Document).min(1).max(20).optional(),
    labels: { fr: 'Documents', en: 'Documents' },
    sort: 'documents',
    section: 'source',
    hint: {
      fr: 'Un par ligne : titre | adresse | licence. Exemple : Carnet de bord | https://www.example.org | CC BY-SA',
      en: 'One a line: title | address | licence. Example: Logbook | https://www.example.org | CC BY-SA',
    },
  },
  intention: {
    schema: paragraph.optional(),
    labels: { fr: 'Intention', en: 'Intention' },
    sort: 'paragraph',
    section: 'story',
    column: { code: 'intention' },
  },
  whatHappened: {
    schema: paragraph.optional(),
    labels: { fr: 'Ce qui s’est passé', en: 'What happened' },
    sort: 'paragraph',
    section: 'story',
    column: { code: 'what_happened' },
  },
  lessons: {
    schema: paragraph.optional(),
    labels: { fr: 'Enseignements', en: 'Lessons' },
    sort: 'paragraph',
    section: 'story',
    column: { code: 'lessons' },
  },
  note: {
    schema: paragraph.optional(),
    labels: { fr: 'Note', en: 'Note' },
    sort: 'paragraph',
    section: 'story',
    hint: { fr: 'Ni adresse électronique ni téléphone.', en: 'No e-mail address, no telephone number.' },
    column: { code: 'note', aliases: ['remarque', 'notes'] },
  },
} as const satisfies Readonly<Record<string, FieldDeclaration | FieldInParts>>

type DeclaredFields = typeof declaredFields

/** The schema of each field. */
export const factFields = Object.fromEntries(
  Object.entries(declaredFields).map(([name, { schema }]) => [name, schema]),
) as { readonly [F in keyof DeclaredFields]: DeclaredFields[F]['schema'] } // each under its own name

/** A field, or a part of one, that is filled in by itself; `path` as in `cost.min`. */
export interface FieldAt extends FieldDeclaration {
  readonly path: string
}

/** Every field that is filled in by itself, in order: what is told in parts, part by part. */
export const fieldsToFill: readonly FieldAt[] = Object.entries(declaredFields).flatMap(
  ([path, declared]: [string, FieldDeclaration | FieldInParts]): readonly FieldAt[] =>
    'parts' in declared
      ? Object.entries(declared.parts).map(([part, each]) => ({ ...each, path: `${path}.${part}` }))
      : [{ ...declared, path }],
)

/** The field at a path, if a fact has it. */
export const fieldAt = (path: string): FieldAt | undefined => fieldsByPath.get(path)

const fieldsByPath: ReadonlyMap<string, FieldAt> = new Map(fieldsToFill.map((field) => [field.path, field]))

/** The declarations as types, parts for themselves: what files and forms derive theirs from. */
export type DeclaredLeaf = LeavesOf<DeclaredFields[keyof DeclaredFields]>
type LeavesOf<D> = D extends { readonly parts: infer P } ? P[keyof P] : D
