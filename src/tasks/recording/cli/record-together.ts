import { match } from 'ts-pattern'
import { present } from '#domain/kernel/present.js'
import type { CommandId } from '#domain/kernel/identifiers.js'
import { CollectiveStepInput } from '#src/tasks/recording/use-cases/collective-input.js'
import type { RefusedPart } from '#src/handling/collective/carry-out.js'
import type { CollectiveOutcome } from '#src/tasks/recording/use-cases/record-collective-step.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { answerToRefusal } from '#src/messages/refusal-answers.js'
import { complainOf, complainOfFaults } from '#src/cli/complain.js'
import type { Recording } from '#src/tasks/recording/use-cases/recording.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { withRegistry } from '#src/cli/with-trajectoires.js'

interface TypedTogether {
  /** The fact without those who took part. */
  readonly told: Readonly<Record<string, unknown>>
  readonly first: Readonly<Record<string, unknown>>
  /** The others, as `organisation=role`. */
  readonly with: readonly string[]
  readonly dryRun?: boolean | undefined
  readonly key?: CommandId | undefined
  readonly json?: boolean | undefined
}

/** `record … --with`: one fact of a step that several organisations took together. */
export const recordTogether = async (
  surroundings: Surroundings<Recording>,
  { told, first, with: others, dryRun, key, json = false }: TypedTogether,
): Promise<ExitStatus> => {
  const { terminal } = surroundings
  const step = CollectiveStepInput.safeParse({ ...told, parts: [first, ...others.map(partTyped)] }, inFrench)
  if (!step.success) return complainOfFaults(terminal, step.error.issues)
  return withRegistry(surroundings, async ({ recording }) => {
    const outcome = await recording.collectiveStep(present({ step: step.data, dryRun, idempotencyKey: key }))
    if (json) terminal.print(JSON.stringify(outcome, undefined, 2))
    return report(outcome, terminal, json)
  })
}

const partTyped = (typed: string) => {
  const [organisation, role] = typed.split('=')
  return present({ organisation, role })
}

const report = (outcome: CollectiveOutcome, terminal: Terminal, json: boolean): ExitStatus => {
  const say = (line: string): void => {
    if (!json) terminal.print(line)
  }
  return match(outcome)
    .with({ outcome: 'recorded' }, ({ parts, repeated }): ExitStatus => {
      for (const { organisation, stepId } of parts) {
        say(`${repeated ? 'Déjà enregistré' : 'Enregistré'} : étape ${stepId} (${organisation}).`)
      }
      return 0
    })
    .with({ outcome: 'would-record' }, ({ parts }): ExitStatus => {
      for (const { organisation, events, effect } of parts) {
        for (const { type } of events) say(`Serait enregistré : ${type} (${organisation}).`)
        if (effect === undefined) continue
        say(`  Avant : ${effect.before.sentence.fr}`)
        say(`  Après : ${effect.after.sentence.fr}`)
      }
      return 0
    })
    .with({ outcome: 'parts-refused' }, { outcome: 'recorded-in-part' }, ({ outcome: code, refusals }) => {
      complainOfParts(refusals, terminal)
      return complainOf(terminal, code, outcomeAnswers[code])
    })
    .with({ outcome: 'unfinished' }, ({ outcome: code, waiting }) =>
      complainOf(terminal, code, outcomeAnswers[code], waiting.join(', ')),
    )
    .with({ outcome: 'parts-moved' }, ({ outcome: code, moved }) =>
      complainOf(
        terminal,
        code,
        outcomeAnswers[code],
        moved.map(({ organisation }) => organisation).join(', '),
      ),
    )
    .with(
      { outcome: 'step-needed' },
      { outcome: 'command-reused' },
      { outcome: 'busy' },
      { outcome: 'disk-full' },
      { outcome: 'clock-behind' },
      ({ outcome: code }) => complainOf(terminal, code, outcomeAnswers[code]),
    )
    .exhaustive()
}

const complainOfParts = (refusals: readonly RefusedPart[], terminal: Terminal): void => {
  for (const { organisation, refusal } of refusals) {
    complainOf(terminal, refusal.code, answerToRefusal(refusal), organisation)
  }
}
