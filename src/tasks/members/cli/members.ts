import { Command } from 'commander'
import { z } from 'zod'
import { memberStates } from '#domain/membership/member-in-year.js'
import type { MembersView } from '#projections/asked/members/members-view.js'
import { MembersQuery } from '#src/tasks/members/use-cases/answer-members.js'
import { membersCsv } from '#projections/exported/members-table.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { complainOf, complainOfFaults } from '#src/cli/complain.js'
import type { Members } from '#src/tasks/members/use-cases/members.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { withTrajectoires } from '#src/cli/with-trajectoires.js'

const Input = MembersQuery.extend({ csv: z.boolean().optional(), json: z.boolean().optional() })
type Input = z.infer<typeof Input>

/** `members`: who is a member in a year, is to renew, or is no longer known as one. */
export const membersCommand = (
  surroundings: Surroundings<Members>,
  end: (status: ExitStatus) => void,
): Command =>
  new Command('members')
    .description('dit qui est adhérent une année, à renouveler, ou sans suite connue (members of a year)')
    .option('--year <année>', 'cette année par défaut')
    .option('--association <code>', 'adhesion (La 27e Région) par défaut ; re_acteur_public…')
    .option('--csv', 'la liste en CSV')
    .option('--json', 'la réponse entière, pour un programme')
    .action(async (options: unknown) => {
      const input = Input.safeParse(options, inFrench)
      end(
        input.success
          ? await withTrajectoires(surroundings, (inside) => run(inside, surroundings.terminal, input.data))
          : complainOfFaults(surroundings.terminal, input.error.issues),
      )
    })

const run = async (
  { members }: Members,
  terminal: Terminal,
  { csv, json, ...asked }: Input,
): Promise<ExitStatus> => {
  const answer = await members.ofYear(asked)
  if (answer.outcome !== 'answered')
    return complainOf(terminal, answer.outcome, outcomeAnswers[answer.outcome])
  if (json === true) terminal.print(JSON.stringify(answer.answer, undefined, 2))
  else if (csv === true) terminal.print(membersCsv(answer.answer, 'open').trimEnd())
  else printMembers(answer.answer, terminal)
  return 0
}

const printMembers = (view: MembersView, terminal: Terminal): void => {
  const { year, association, members, results, targets, withoutMembership } = view
  terminal.print(`${association.labels.fr}, ${year} : ${results.member} adhésion(s) connue(s).`)
  for (const { organisation, value, name } of targets) {
    const aimed =
      value === null ? '' : ` : ${value.min === value.max ? value.min : `${value.min} à ${value.max}`}`
    terminal.print(`Objectif annoncé (${organisation.name}), qui n’est pas un résultat : ${name.fr}${aimed}.`)
  }
  for (const state of Object.keys(memberStates) as (keyof typeof memberStates)[]) {
    const some = members.filter((member) => member.state === state) // above: its literal keys
    if (some.length === 0) continue
    terminal.print(`\n${memberStates[state].fr} (${some.length})`)
    for (const { organisation, sentence } of some) {
      terminal.print(`  · ${organisation.name} (${organisation.id}) : ${sentence.fr}`)
    }
  }
  if (withoutMembership === null) return
  terminal.print(`\nRecherche-action en ${year} sans adhésion connue (${withoutMembership.length})`)
  for (const { organisation, took, sentence } of withoutMembership) {
    terminal.print(`  · ${organisation.name} : ${took.map(({ name }) => name.fr).join(', ')}. ${sentence.fr}`)
  }
}
