import { Command } from 'commander'
import { z } from 'zod'
import { organisationKinds } from '#domain/organisation/organisation-kinds.js'
import { callReasons, type CallBackView } from '#projections/asked/call-back/call-backs-view.js'
import {
  CallBacksQuery,
  USUAL_MONTHS,
  type CallBacksAnswer,
} from '#src/tasks/calling-back/use-cases/answer-call-backs.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { complainOf, complainOfFaults } from '#src/cli/complain.js'
import type { CallingBack } from '#src/tasks/calling-back/use-cases/calling-back.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { withRegistry } from '#src/cli/with-trajectoires.js'

const Input = CallBacksQuery.omit({ cursor: true }).extend({ json: z.boolean().optional() })
type Input = z.infer<typeof Input>

/** `call-backs`: whom to call back, why, what to ask and what it would settle. */
export const callBacksCommand = (
  surroundings: Surroundings<CallingBack>,
  end: (status: ExitStatus) => void,
): Command =>
  new Command('call-backs')
    .description('dit qui rappeler, pourquoi, que demander, et ce que cela trancherait (whom to call back)')
    .option(
      '--months <nombre>',
      `aussi ce qui sera à confirmer d’ici tant de mois ; ${USUAL_MONTHS} par défaut`,
    )
    .option('--reason <code>', `une seule raison : ${Object.keys(callReasons).join(', ')}`)
    .option('--kind <type>', `un seul type d’organisation : ${Object.keys(organisationKinds).join(', ')}`)
    .option('--programme <code>', 'un seul programme : territoires_en_residences, transfo…')
    .option('--region <code>', 'une seule région, par son code INSEE : 53, 27… ; none : aucune connue')
    .option('--order <ordre>', 'day : par jour (par défaut) ; name : par nom')
    .option('--limit <nombre>', 'au plus tant d’appels ; 20 par défaut')
    .option('--json', 'la réponse entière, pour un programme')
    .action(async (options: unknown) => {
      const input = Input.safeParse(options, inFrench)
      end(
        input.success
          ? await withRegistry(surroundings, (inside) => run(inside, surroundings.terminal, input.data))
          : complainOfFaults(surroundings.terminal, input.error.issues),
      )
    })

const run = async (
  { callingBack }: CallingBack,
  terminal: Terminal,
  { json, ...query }: Input,
): Promise<ExitStatus> => {
  const answer = await callingBack.due(query)
  if (answer.outcome !== 'answered')
    return complainOf(terminal, answer.outcome, outcomeAnswers[answer.outcome])
  if (json === true) terminal.print(JSON.stringify(answer.answer, undefined, 2))
  else print(answer.answer, terminal)
  return 0
}

const print = ({ total, months, facets, calls, nobodyLeft }: CallBacksAnswer, terminal: Terminal): void => {
  terminal.print(
    total === 0
      ? `Personne à rappeler, ni aujourd’hui ni d’ici ${months} mois.`
      : `À rappeler : ${total} (${facets.reason.map(({ value, count }) => `${callReasons[value as keyof typeof callReasons].fr} : ${count}`).join(' ; ')}).`, // values of this facet are reasons
  )
  for (const call of calls) printCall(call, terminal)
  if (calls.length < total) terminal.print(`\n… et ${total - calls.length} de plus : --limit, ou un filtre.`)
  if (nobodyLeft > 0)
    terminal.print(`\n${nobodyLeft} étape(s) d’organisations disparues sans successeur connu.`)
}

const printCall = (
  { organisation, reason, day, why, ask, settles, steps }: CallBackView,
  terminal: Terminal,
) => {
  terminal.print(`\n${organisation.name} (${organisation.id}) · ${callReasons[reason].fr} · ${day}`)
  terminal.print(`  ${why.fr}`)
  terminal.print(`  → ${ask.fr}`)
  terminal.print(`  ${settles.fr}`)
  for (const { stepId, confirmable } of steps) {
    if (confirmable) terminal.print(`  toujours vrai : confirm ${stepId} --organisation ${organisation.id}`)
  }
}
