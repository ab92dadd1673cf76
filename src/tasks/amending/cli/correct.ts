import { Command } from 'commander'
import { z } from 'zod'
import type { StepId } from '#domain/kernel/identifiers.js'
import { CorrectionInput } from '#src/tasks/amending/use-cases/amendment-input.js'
import { attributesTyped } from '#src/typed/attributes-typed.js'
import { changesTyped } from './changes-typed.js'
import { dateTyped } from '#src/cli/typed/date-typed.js'
import type { Amending } from '#src/tasks/amending/use-cases/amending.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import { repeated } from '#src/cli/typed/repeated.js'
import { runAmendment, withAmendmentOptions } from './run-amendment.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'

const Typed = z.looseObject({
  when: z.string().optional(),
  set: z.array(z.string()).default([]),
  attribute: z.array(z.string()).default([]),
  changes: z.string().optional(),
})

/** `correct <étape> <fait>`: what was told wrongly, and why. What was told first stays in the log. */
export const correctCommand = (
  surroundings: Surroundings<Amending>,
  end: (status: ExitStatus) => void,
): Command =>
  withAmendmentOptions(
    new Command('correct')
      .description('corrige un fait d’une étape (correct a fact of a step)')
      .argument('<étape>', 'son identifiant')
      .argument('<fait>', 'l’identifiant du fait : trajectoires step <étape>')
      .requiredOption('--reason <texte>', 'pourquoi')
      .option('--when <date>', 'quand c’était, comme on le dit : « vers 2012 », « entre 2009 et avril 2010 »')
      .option(
        '--set <champ=valeur>',
        'un champ du fait : title=…, place=…, statedOn=… ; vide : inconnu ; à répéter',
        repeated,
      )
      .option(
        '--attribute <nom=valeur>',
        'un attribut du type, par exemple participants=30~ ; à répéter',
        repeated,
      )
      .option('--changes <json>', 'les changements entiers, en JSON (merge patch, RFC 7396)'),
  ).action(async (step: string, target: string, options: unknown) => {
    end(
      await runAmendment(surroundings, step, options, {
        schema: CorrectionInput,
        fields: async (typed, app, stepId, terminal) => {
          const changes = await changesOf(Typed.parse(typed), app, stepId, terminal)
          return changes === 'refused' ? changes : { target, changes, reason: typed['reason'] }
        },
        amend: ({ amending }, request) => amending.correct(request),
      }),
    )
  })

const changesOf = async (
  { when, set, attribute, changes }: z.infer<typeof Typed>,
  { amending }: Amending,
  step: StepId,
  terminal: Terminal,
): Promise<Readonly<Record<string, unknown>> | 'refused'> => {
  const date = dateTyped('--when', when, terminal)
  const fields = changesTyped(set, terminal)
  const whole = changes === undefined ? {} : jsonTyped(changes, terminal)
  if (date === 'refused' || fields === 'refused' || whole === 'refused') return 'refused'
  const found = attribute.length === 0 ? undefined : await amending.find(step)
  const kind = found?.outcome === 'found' ? found.holders[0].facts[0].kind : ''
  const attributes = attributesTyped(kind, attribute)
  return {
    ...whole,
    ...fields,
    ...(attributes === undefined ? {} : { attributes: unknownWhereEmpty(attributes) }),
    ...(date === undefined
      ? {}
      : date.kind === 'window'
        ? { within: date.edtf, occurred: null }
        : { occurred: date.edtf, within: null }),
  }
}

const unknownWhereEmpty = (attributes: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, value === '' ? null : value]))

const jsonTyped = (text: string, terminal: Terminal): Readonly<Record<string, unknown>> | 'refused' => {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text))
  } catch {
    terminal.complain(`--changes : un objet JSON est attendu, par exemple '{"title":"Habiter Wazemmes"}'.`)
    return 'refused'
  }
}
