import Table from 'cli-table3'
import { Command } from 'commander'
import { z } from 'zod'
import { READINGS } from '#domain/maturity/evaluation/four-sets.js'
import { organisationKinds } from '#domain/organisation/organisation-kinds.js'
import { sentenceOfRange } from '#domain/time/edtf-sentence.js'
import type { ListedOrganisation } from '#projections/asked/finding/listed-organisation.js'
import { newsAges } from '#projections/asked/finding/news-age.js'
import { organisationView } from '#projections/asked/finding/organisation-view.js'
import { memberStates } from '#domain/membership/member-in-year.js'
import { organisationsAsked, OrganisationsQuery } from '#src/tasks/finding/use-cases/organisations-query.js'
import { organisationsCsv } from '#projections/exported/organisations-table.js'
import { inFrench } from '#src/messages/faults.js'
import { certaintyWords } from '#projections/asked/trajectory/certainty-words.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { complainOf, complainOfFaults } from '#src/cli/complain.js'
import { repeated } from '#src/cli/typed/repeated.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { withTrajectoires } from '#src/cli/with-trajectoires.js'

const Input = OrganisationsQuery.extend({
  csv: z.union([z.literal(true), z.enum(['open', 'french'])]).optional(),
  json: z.boolean().optional(),
})
type Input = z.infer<typeof Input>

/** `organisations [recherche]`: who they are and where they stand, by name; never by position. */
export const organisationsCommand = (
  surroundings: Surroundings<Finding>,
  end: (status: ExitStatus) => void,
): Command =>
  new Command('organisations')
    .description('cherche des organisations (search organisations)')
    .argument('[recherche]', 'mots ou débuts de mots du nom, d’un ancien nom ou d’un sigle')
    .option('--kind <type>', `d’un type (répétable) : ${Object.keys(organisationKinds).join(', ')}`, repeated)
    .option('--region <code>', 'dans une région d’aujourd’hui, par son code INSEE ; none : inconnue')
    .option('--programme <code>', 'a pris part à ce programme : transfo, territoires_en_residences…')
    .option('--edition <nom>', '… dans cette édition')
    .option('--year <année>', '… cette année-là, peut-être')
    .option('--position <code>', 'dont c’est la position la plus haute aujourd’hui ; none : aucune')
    .option('--reading <lecture>', `selon quelle lecture : ${READINGS.join(', ')} (par défaut unrefuted)`)
    .option('--member <état>', `adhésion : ${Object.keys(memberStates).join(', ')}`)
    .option('--news <ancienneté>', `dernière nouvelle : ${Object.keys(newsAges).join(', ')}`)
    .option('--ended <true|false>', 'celles qui ont pris fin, ou celles qui existent')
    .option('--administration <true|false>', 'les administrations seules, ou les autres')
    .option('--sort <ordre>', 'name (par défaut), kind ou news')
    .option('--csv [profil]', 'en CSV : open (par défaut) pour un programme, french pour un tableur')
    .option('--json', 'une organisation JSON par ligne')
    .action(async (search: string | undefined, options: unknown) => {
      const input = Input.safeParse({ q: search, ...(options as object) }, inFrench) // commander’s own record
      end(
        input.success
          ? await run(surroundings, input.data)
          : complainOfFaults(surroundings.terminal, input.error.issues, '[recherche]'),
      )
    })

const run = (surroundings: Surroundings<Finding>, { csv, json, ...query }: Input): Promise<ExitStatus> =>
  withTrajectoires(surroundings, async ({ finding }) => {
    const { terminal } = surroundings
    const answer = await finding.organisationsNow({
      ...organisationsAsked(query),
      limit: Number.MAX_SAFE_INTEGER,
    })
    if (answer.outcome !== 'page') {
      const status = complainOf(terminal, answer.outcome, outcomeAnswers[answer.outcome])
      if (answer.outcome === 'position-unknown') terminal.complain(answer.known.join(', '))
      return status
    }
    const { organisations } = answer
    if (csv !== undefined)
      terminal.print(organisationsCsv(organisations, csv === true ? 'open' : csv).trimEnd())
    else if (json === true)
      for (const found of organisations) terminal.print(JSON.stringify(organisationView(found)))
    else printOrganisations(organisations, terminal)
    if (organisations.length === 0) terminal.complain('Aucune organisation trouvée. (No organisation found.)')
    return 0
  })

const printOrganisations = (organisations: readonly ListedOrganisation[], terminal: Terminal): void => {
  if (organisations.length === 0) return
  const table = new Table({
    head: ['identifiant', 'nom', 'type', 'position', 'dernière nouvelle'],
    style: { head: [], border: [] },
  })
  table.push(
    ...organisations.map((found) => [
      found.id,
      found.name,
      organisationKinds[found.kind].fr,
      positionOf(found),
      found.news.happened === undefined ? '–' : sentenceOfRange(found.news.happened, 'fr'),
    ]),
  )
  terminal.print(table.toString())
}

const positionOf = ({ standing, end }: ListedOrganisation): string => {
  if (standing === undefined) return end === undefined ? '–' : 'a pris fin'
  const certainty = certaintyWords[standing.state].fr
  return standing.position === undefined ? certainty : `${standing.position.labels.fr}, ${certainty}`
}
