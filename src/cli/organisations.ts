import Table from 'cli-table3'
import { Command } from 'commander'
import { z } from 'zod'
import { present } from '#domain/absence/present.js'
import { OrganisationKind, organisationKinds } from '#domain/organisation/organisation-kinds.js'
import type { RegistryEntry } from '#projections/registry/query.js'
import { searchOrganisations } from '#src/application/search-organisations.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { complainOf, complainOfFaults } from './complain.js'
import type { Surroundings } from './surroundings.js'
import type { ExitStatus, Terminal } from './terminal.js'
import { withRegistry } from './with-trajectoires.js'

const Input = z.object({
  kind: OrganisationKind.optional(),
  json: z.boolean().optional(),
})

/** `organisations [recherche]`: who they are, by name; never by position. */
export const organisationsCommand = (
  surroundings: Surroundings,
  end: (status: ExitStatus) => void,
): Command =>
  new Command('organisations')
    .description('cherche des organisations (search organisations)')
    .argument('[recherche]', 'mots ou débuts de mots du nom, d’un ancien nom ou d’un sigle')
    .option('--kind <type>', `d’un seul type : ${Object.keys(organisationKinds).join(', ')}`)
    .option('--json', 'une organisation JSON par ligne')
    .action(async (search: string | undefined, options: unknown) => {
      const input = Input.safeParse(options, inFrench)
      end(
        input.success
          ? await run(surroundings, search, input.data)
          : complainOfFaults(surroundings.terminal, input.error.issues),
      )
    })

const run = (
  surroundings: Surroundings,
  search: string | undefined,
  { kind, json }: z.infer<typeof Input>,
): Promise<ExitStatus> =>
  withRegistry(surroundings, async ({ reading }) => {
    const { terminal } = surroundings
    const answer = await searchOrganisations(
      reading,
      present({ q: search, kinds: kind === undefined ? undefined : [kind], limit: Number.MAX_SAFE_INTEGER }),
    )
    if (answer.outcome !== 'page') return complainOf(terminal, answer.outcome, outcomeAnswers[answer.outcome])
    const { organisations } = answer
    if (json === true) for (const found of organisations) terminal.print(JSON.stringify(viewOf(found)))
    else printOrganisations(organisations, terminal)
    if (organisations.length === 0) terminal.complain('Aucune organisation trouvée. (No organisation found.)')
    return 0
  })

const viewOf = ({ id, name, kind, formerNames, aliases }: RegistryEntry) => ({
  id,
  name,
  kind,
  formerNames: formerNames.map((former) => former.name),
  aliases,
})

const printOrganisations = (organisations: readonly RegistryEntry[], terminal: Terminal): void => {
  if (organisations.length === 0) return
  const table = new Table({ head: ['identifiant', 'nom', 'type'], style: { head: [], border: [] } })
  table.push(...organisations.map(({ id, name, kind }) => [id, name, organisationKinds[kind].fr]))
  terminal.print(table.toString())
}
