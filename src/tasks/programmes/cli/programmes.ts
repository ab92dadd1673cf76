import Table from 'cli-table3'
import { Command } from 'commander'
import { z } from 'zod'
import { nameOfProgramme } from '#domain/programmes/programme-names.js'
import { ProgrammeCode } from '#domain/steps/fact-fields.js'
import type { EditionView, PartView, ProgrammeView } from '#projections/asked/programmes/programme-view.js'
import type { Count, CountsByYear, CountsOverYears } from '#projections/asked/programmes/year-counts.js'
import { YearsQuery } from '#src/tasks/programmes/use-cases/answer-programmes.js'
import { yearCountsCsv } from '#projections/exported/year-counts-table.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers, type OutcomeCode } from '#src/messages/outcome-answers.js'
import { complainOf, complainOfFaults } from '#src/cli/complain.js'
import type { Programmes } from '#src/tasks/programmes/use-cases/programmes.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { withTrajectoires } from '#src/cli/with-trajectoires.js'

const Flags = z.object({
  byYear: z.boolean().optional(),
  csv: z.boolean().optional(),
  json: z.boolean().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
})
type Flags = z.infer<typeof Flags>

/** `programmes [code]`: who took part in which, with what outcome; with `--by-year`, how many in each year. */
export const programmesCommand = (
  surroundings: Surroundings<Programmes>,
  end: (status: ExitStatus) => void,
): Command =>
  new Command('programmes')
    .description('dit qui a pris part à chaque programme, et combien par année (programmes)')
    .argument('[code]', 'un programme : transfo, territoires_en_residences… ; tous par défaut')
    .option('--by-year', 'combien par année, pour le rapport annuel')
    .option('--from <année>', 'à partir de cette année (avec --by-year)')
    .option('--to <année>', 'jusqu’à cette année (avec --by-year)')
    .option('--csv', 'les comptes en CSV (avec --by-year)')
    .option('--json', 'la réponse entière, pour un programme')
    .action(async (typed: string | undefined, options: unknown) => {
      const flags = Flags.parse(options)
      const code = ProgrammeCode.optional().safeParse(typed, inFrench)
      const years = YearsQuery.safeParse({ from: flags.from, to: flags.to }, inFrench)
      end(
        code.success && years.success
          ? await withTrajectoires(surroundings, ({ programmes }) =>
              run({ programmes, terminal: surroundings.terminal, flags, years: years.data }, code.data),
            )
          : complainOfFaults(surroundings.terminal, [
              ...(code.error?.issues ?? []),
              ...(years.error?.issues ?? []),
            ]),
      )
    })

interface Running {
  readonly programmes: Programmes['programmes']
  readonly terminal: Terminal
  readonly flags: Flags
  readonly years: YearsQuery
}

const run = (running: Running, code: string | undefined): Promise<ExitStatus> =>
  running.flags.byYear === true
    ? printCounts(running)
    : code === undefined
      ? printAll(running)
      : printOne(running, code)

const printCounts = async ({ programmes, terminal, flags, years }: Running): Promise<ExitStatus> => {
  const answer = await programmes.yearCounts(years)
  if (answer.outcome !== 'answered') return notAnswered(terminal, answer.outcome)
  if (flags.json === true) terminal.print(JSON.stringify(answer.counts, undefined, 2))
  else if (flags.csv === true) terminal.print(yearCountsCsv(answer.counts, 'open').trimEnd())
  else terminal.print(countsTable(answer.counts))
  return 0
}

/** Participations: what each organisation took part in, by the year in which it began. */
const countsTable = ({ programmes, catalogue, all }: CountsByYear): string => {
  const table = new Table({
    head: ['participations', ...all.years.map(({ year }) => String(year)), 'période', 'sans date'],
    style: { head: [], border: [] },
  })
  const line = (name: string, { years, period, undated }: CountsOverYears): void => {
    table.push([
      name,
      ...years.map(({ participations }) => countInWords(participations)),
      countInWords(period.participations),
      undated === 0 ? '' : String(undated),
    ])
  }
  for (const one of programmes) line(nameOfProgramme(one.programme).fr, one)
  line('programmes du catalogue', catalogue)
  line('tous', all)
  return table.toString()
}

/** «3», «3 (+2)» where two more are possible, blank where there is none. */
const countInWords = ({ certain, possible }: Count): string =>
  possible > 0 ? `${certain} (+${possible})` : certain === 0 ? '' : String(certain)

const printAll = async ({ programmes, terminal, flags }: Running): Promise<ExitStatus> => {
  const answer = await programmes.all()
  if (answer.outcome !== 'answered') return notAnswered(terminal, answer.outcome)
  if (flags.json === true) {
    terminal.print(JSON.stringify(answer.programmes, undefined, 2))
    return 0
  }
  const table = new Table({
    head: ['code', 'programme', 'années', 'étapes', 'participations', 'organisations'],
    style: { head: [], border: [] },
  })
  for (const { code, labels, years, results } of answer.programmes) {
    const span =
      years === null ? '' : years.first === years.last ? years.first : `${years.first}-${years.last}`
    table.push([code, labels.fr, span, results.steps, results.participations, results.organisations])
  }
  terminal.print(table.toString())
  return 0
}

const printOne = async ({ programmes, terminal, flags }: Running, code: string): Promise<ExitStatus> => {
  const answer = await programmes.one(code)
  if (answer.outcome !== 'answered') return notAnswered(terminal, answer.outcome, code)
  if (flags.json === true) terminal.print(JSON.stringify(answer.programme, undefined, 2))
  else for (const line of linesOf(answer.programme)) terminal.print(line)
  return 0
}

const linesOf = ({ labels, code, editions }: ProgrammeView): readonly string[] => [
  `${labels.fr} (${code})`,
  ...editions.flatMap(linesOfEdition),
]

const linesOfEdition = (edition: EditionView): readonly string[] => {
  const { steps, participations, organisations } = edition.results
  return [
    '',
    edition.edition ?? 'Sans édition nommée',
    ...edition.formats.map(
      ({ years, format }) => `  annoncé (${years.fr}) : ${format.fr || 'rien de précis'}`,
    ),
    ...edition.targets.map(
      ({ organisation, name, story, figures, words }) =>
        `  objectif : ${organisation.name}, ${name.fr}, ${[story, ...figures].map(({ fr }) => fr).join(' ; ')}${words === null ? '' : ` ; ${words}`}`,
    ),
    `  réalisé : ${steps} étapes, ${participations} participations, ${organisations} organisations`,
    ...edition.reported.map(
      ({ organisation, name, story, figures, words }) =>
        `  dit par ${organisation.name} : ${name.fr}, ${[story, ...figures].map(({ fr }) => fr).join(' ; ')}${words === null ? '' : ` ; ${words}`}`,
    ),
    ...section('ont pris part', edition.tookPart),
    ...section('menées par l’opérateur', edition.ran),
    ...section('ont soutenu', edition.supported),
    ...section('annoncées, sans suite connue', edition.announced),
    ...section('autour', edition.around),
    ...section('obstacles', edition.setbacks),
    ...edition.cameOut.flatMap(({ kind, outcomes }) =>
      section(
        `en est sorti : ${kind.labels.fr}`,
        outcomes.map(({ to }) => to),
      ),
    ),
  ]
}

const section = (title: string, parts: readonly PartView[]): readonly string[] =>
  parts.length === 0
    ? []
    : [
        `  ${title}`,
        ...parts.map(
          ({ organisation, name, role, story }) =>
            `    · ${organisation.name} (${role.labels.fr}) : ${name.fr}, ${story.fr}`,
        ),
      ]

const notAnswered = (terminal: Terminal, outcome: OutcomeCode, what?: string): ExitStatus =>
  complainOf(terminal, outcome, outcomeAnswers[outcome], what)
