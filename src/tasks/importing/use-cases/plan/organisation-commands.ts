import type { z } from 'zod'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import type { OrganisationCommand } from '#domain/organisation/command.js'
import { Profile } from '#domain/organisation/profile.js'
import { profileEventSchemas } from '#domain/organisation/profile-event.js'
import { lostZeroOfSiren, Siren } from '#domain/organisation/siren.js'
import {
  doubtOnFormerInsee,
  doubtOnInsee,
  sentenceOnDoubt,
  type InseeDoubt,
  type InseeType,
} from '#domain/territory/nomenclature.js'
import { inFrench } from '#src/messages/faults.js'
import type { CellFault } from '#src/typed/cell-fault.js'
import { derivedId } from '#src/handling/writing/derived-id.js'
import { faultsOfContent } from './faults-of-content.js'
import { foldedIdentifier } from '#domain/kernel/folded-key.js'
import type { ImportWarning } from './import-warning.js'
import {
  organisationColumns,
  type OrganisationColumn,
} from '#src/tasks/importing/use-cases/table/organisation-columns.js'
import { readRow, type Cells } from '#src/tasks/importing/use-cases/table/read-row.js'
import type { RawRow } from '#src/tasks/importing/use-cases/table/read-table.js'

type CommandNamed<N extends OrganisationCommand['command']> = Extract<
  OrganisationCommand,
  { readonly command: N }
>
export type Registration = CommandNamed<'RegisterOrganisation'>
/** What is told of an organisation once it is registered. */
export type LaterCommand = CommandNamed<
  'RenameOrganisation' | 'ChangeIdentifier' | 'EndOrganisation' | 'SucceedOrganisation'
>

/** A row of a table of organisations, read. */
export interface OrganisationRow {
  readonly file: string
  readonly line: number
  /** The identifier of the row, or what was typed as such. */
  readonly subject: string
  /** The names under which the other rows may mention it. */
  readonly names: readonly string[]
  readonly content: OrganisationContent
}

export type OrganisationContent =
  | {
      readonly ready: true
      readonly organisation: OrganisationId
      readonly registration: Registration
      readonly later: readonly LaterCommand[]
      readonly warnings: readonly ImportWarning[]
    }
  | { readonly ready: false; readonly faults: readonly CellFault[] }

/**
 * A row as commands. An organisation that was renamed is registered under its former name; one that changed its SIREN
 * under the former SIREN: both changes then follow, as they did.
 */
export const readOrganisationRow = (collection: string, raw: RawRow): OrganisationRow => {
  const { cells, faults } = readRow(organisationColumns, raw)
  const names = [cells.official_name, cells.former_name, ...(cells.aliases ?? [])]
  return {
    file: raw.file,
    line: raw.line,
    subject: cells.slug ?? foldedIdentifier(raw.cells.get('slug') ?? ''),
    names: names.filter((name) => name !== undefined),
    content: contentOf(collection, raw, cells, [
      ...faults,
      ...contradictions(cells),
      ...doubtfulCodes(cells),
    ]),
  }
}

type OrganisationCells = Cells<typeof organisationColumns>

const contentOf = (
  collection: string,
  raw: RawRow,
  cells: OrganisationCells,
  early: readonly CellFault[],
): OrganisationContent => {
  const valueOf = (column: string): string | undefined => raw.cells.get(column)
  const organisation = OrganisationId.safeParse(cells.slug)
  if (!organisation.success) return { ready: false, faults: early }
  const idOf = (what: string) => derivedId(`${collection}/${organisation.data}/${what}`)
  const profile = Profile.safeParse(profileOf(cells), inFrench)
  const later = laterTold(cells).map(({ command, data }) => {
    const checked: z.ZodSafeParseResult<unknown> = schemaOf[command].safeParse(data, inFrench)
    // The schema of the command's event gives the data of the command.
    return { checked, told: { command, id: idOf(command), data: checked.data } as LaterCommand }
  })
  const ofContent = [
    ...(profile.success ? [] : faultsOfContent(profile.error, columnOfProfile(cells), valueOf)),
    ...later.flatMap(({ checked, told }) =>
      checked.success ? [] : faultsOfContent(checked.error, columnsOfLater(told.command), valueOf),
    ),
  ]
  // A cell that could not be read is absent from the content, which must not be told as a second fault of it.
  const faults = [
    ...early,
    ...ofContent.filter(({ column }) => !early.some((fault) => fault.column === column)),
  ]
  return !profile.success || faults.length > 0
    ? { ready: false, faults }
    : {
        ready: true,
        organisation: organisation.data,
        registration: {
          command: 'RegisterOrganisation',
          id: idOf('RegisterOrganisation'),
          data: profile.data,
        },
        later: later.map(({ told }) => told),
        warnings: warningsOf(cells),
      }
}

const profileOf = (cells: OrganisationCells): Record<keyof Profile, unknown> => ({
  name: cells.former_name ?? cells.official_name,
  kind: cells.kind,
  siren: formerSiren(cells) ?? cells.siren,
  insee: codeOf(cells, cells.code_insee),
  formerInsee: formerSiren(cells) === undefined ? codeOf(cells, cells.historical_code) : undefined,
  aliases: cells.aliases,
  population: cells.population,
  parent: cells.parent,
  source: sourcesOf(cells),
  note: cells.note,
})

/** A historical code of nine digits is a SIREN; any other is of the Code officiel géographique. */
const formerSiren = ({ historical_code: code }: OrganisationCells): string | undefined =>
  Siren.safeParse(code).success ? code : undefined

const codeOf = ({ code_type: type }: OrganisationCells, code: string | undefined) =>
  code === undefined ? undefined : { type, code }

/** Both sources of a row: of what it says, and of its codes. */
const sourcesOf = ({ source, code_source: codes }: OrganisationCells): string | undefined =>
  codes === undefined ? source : [...(source === undefined ? [] : [source]), `codes : ${codes}`].join(' ; ')

interface ToldLater {
  readonly command: LaterCommand['command']
  readonly data: Readonly<Record<string, unknown>>
}

const laterTold = (cells: OrganisationCells): readonly ToldLater[] => {
  const source = cells.succession_source
  const { former_name: formerName, official_name: name, siren } = cells
  return [
    ...(formerName === undefined
      ? []
      : [{ command: 'RenameOrganisation', data: { name, from: cells.renamed_on, source } } as const]),
    ...(formerSiren(cells) === undefined || siren === undefined
      ? []
      : [{ command: 'ChangeIdentifier', data: { siren, source: cells.code_source } } as const]),
    ...(cells.ended === undefined && cells.status !== 'disparue'
      ? []
      : [{ command: 'EndOrganisation', data: { lastDay: cells.ended, source } } as const]),
    ...(cells.successor === undefined
      ? []
      : [
          {
            command: 'SucceedOrganisation',
            data: {
              successor: cells.successor,
              manner: cells.succession_type,
              from: cells.succession_date,
              source,
            },
          } as const,
        ]),
  ]
}

const schemaOf = {
  RenameOrganisation: profileEventSchemas.OrganisationRenamed,
  ChangeIdentifier: profileEventSchemas.OrganisationIdentifierChanged,
  EndOrganisation: profileEventSchemas.OrganisationEnded,
  SucceedOrganisation: profileEventSchemas.OrganisationSucceeded,
} as const satisfies Record<LaterCommand['command'], z.ZodType>

/** What a row leaves out that its other cells need, or that they contradict. */
const contradictions = (cells: OrganisationCells): readonly CellFault[] => [
  ...(cells.status === 'active' && cells.ended !== undefined ? [activeYetEnded] : []),
  ...(cells.renamed_on !== undefined && cells.former_name === undefined
    ? [needed('former_name', 'le nom d’avant', 'the former name')]
    : []),
  ...(cells.successor !== undefined && cells.succession_type === undefined
    ? [needed('succession_type', 'la manière de la succession', 'the manner of the succession')]
    : []),
  ...(cells.successor === undefined && (cells.succession_date ?? cells.succession_type) !== undefined
    ? [needed('successor', 'l’identifiant du successeur', 'the identifier of the successor')]
    : []),
  ...((cells.code_insee ?? cells.historical_code) !== undefined &&
  formerSiren(cells) === undefined &&
  cells.code_type === undefined
    ? [needed('code_type', 'le type du code INSEE', 'the type of the INSEE code')]
    : []),
]

/** Codes that are not taken as they stand, each with what it may have been: asked, never guessed. */
const doubtfulCodes = (cells: OrganisationCells): readonly CellFault[] => {
  const { code_type: type, code_insee: code, historical_code: former, siren } = cells
  const isSiren = formerSiren(cells) !== undefined
  return [
    ...(type === undefined || code === undefined
      ? []
      : doubtAt('code_insee', type, code, doubtOnInsee(type, code))),
    ...(type === undefined || former === undefined || isSiren
      ? []
      : doubtAt('historical_code', type, former, doubtOnFormerInsee(type, former))),
    ...(siren === undefined ? [] : lostZero(siren)),
  ]
}

const doubtAt = (
  column: OrganisationColumn,
  type: InseeType,
  value: string,
  doubt: InseeDoubt | undefined,
): readonly CellFault[] => {
  if (doubt === undefined) return []
  const { fr, en } = sentenceOnDoubt(type, value, doubt)
  const code = doubt.doubt === 'lost-zero' ? 'code-lost-zero' : 'code-not-of-type'
  return [{ code, column, value, remedy: { fr: `${fr}.`, en: `${en}.` } }]
}

const lostZero = (siren: string): readonly CellFault[] => {
  const whole = lostZeroOfSiren(siren)
  if (whole === undefined) return []
  const fr = `« ${siren} » a sans doute perdu son zéro. Si c’est bien ce SIREN, écrire ${whole}.`
  const en = `“${siren}” has probably lost its zero. If that is meant, write ${whole}.`
  return [{ code: 'code-lost-zero', column: 'siren', value: siren, remedy: { fr, en } }]
}

const needed = (column: OrganisationColumn, fr: string, en: string): CellFault => ({
  code: 'cell-empty',
  column,
  remedy: {
    fr: `Les autres cellules le demandent : écrire ${fr}.`,
    en: `The other cells ask for it: write ${en}.`,
  },
})

const activeYetEnded: CellFault = {
  code: 'dates-contradict',
  column: 'status',
  value: 'active',
  remedy: {
    fr: 'Une organisation active n’a pas de dernier jour. Écrire « disparue », ou vider la date.',
    en: 'An active organisation has no last day. Write “ended”, or blank the date.',
  },
}

const warningsOf = (cells: OrganisationCells): readonly ImportWarning[] =>
  cells.successor !== undefined && cells.succession_date === undefined
    ? [
        {
          code: 'successor-undated',
          column: 'succession_date',
          remedy: {
            fr: 'Sans date, la succession est enregistrée mais ne transmet encore rien. La dater dès que possible.',
            en: 'Without a date the succession is recorded but hands nothing on yet. Date it as soon as possible.',
          },
        },
      ]
    : []

const columnOfProfile =
  (cells: OrganisationCells) =>
  (path: string): OrganisationColumn | undefined => {
    const columns: Readonly<Record<string, OrganisationColumn>> = {
      name: cells.former_name === undefined ? 'official_name' : 'former_name',
      kind: 'kind',
      siren: 'siren',
      'insee.type': 'code_type',
      'insee.code': 'code_insee',
      'formerInsee.type': 'code_type',
      'formerInsee.code': 'historical_code',
      aliases: 'aliases',
      population: 'population',
      parent: 'parent',
      source: 'source',
      note: 'note',
    }
    return columns[path]
  }

const columnsOfLater =
  (command: LaterCommand['command']) =>
  (path: string): OrganisationColumn | undefined => {
    const columns: Readonly<Record<string, OrganisationColumn>> = {
      name: 'official_name',
      siren: 'siren',
      lastDay: 'ended',
      successor: 'successor',
      manner: 'succession_type',
      from: command === 'RenameOrganisation' ? 'renamed_on' : 'succession_date',
      source: command === 'ChangeIdentifier' ? 'code_source' : 'succession_source',
    }
    return columns[path]
  }
