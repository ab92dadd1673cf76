import { CommandId } from '#domain/kernel/identifiers.js'
import { typedDateRemedies } from '#domain/time/typed-date-remedies.js'
import { readTypedDate } from '#domain/time/typed-date.js'
import { StillTrueInput, type StillTrueResult } from '#src/tasks/calling-back/use-cases/confirm-still-true.js'
import { faultsOf, inFrench } from '#src/messages/faults.js'
import { sayIn } from '#src/web/layout/page-context.js'
import { callBackWords } from './call-back-words.js'
import { typedText, typedTexts, type FieldFaults, type TypedForm } from '#src/web/forms/typed-form.js'
import type { Language } from '#domain/kernel/labels.js'

/** What a form of ticked steps means, or what is wrong with it, at the field where it is. */
export type StillTrueTyped =
  | { readonly read: true; readonly input: StillTrueInput; readonly key: CommandId | undefined }
  | { readonly read: false; readonly faults: FieldFaults }

const MOST_TICKS = 100

export const stillTrueOfForm = (typed: TypedForm, language: Language): StillTrueTyped => {
  const say = sayIn(language)
  const ticks = typedTexts(typed, 'steps')
  const when = typedText(typed, 'when')
  const date = when === undefined ? undefined : readTypedDate(when)
  const source = typedText(typed, 'source')
  const faults: Readonly<Record<string, string | undefined>> = {
    steps:
      ticks.length === 0
        ? say(callBackWords.nothingTicked)
        : ticks.length > MOST_TICKS
          ? say(callBackWords.tooMany)
          : undefined,
    when: date === undefined || date.understood ? undefined : say(typedDateRemedies[date.code]),
  }
  const found = Object.entries(faults).flatMap(([name, fault]) =>
    fault === undefined ? [] : [[name, fault] as const],
  )
  if (found.length > 0) return { read: false, faults: Object.fromEntries(found) }
  const read = StillTrueInput.safeParse(
    {
      steps: ticks.map((tick) => {
        const [stepId, organisation] = tick.split(' ')
        return { stepId, organisation }
      }),
      ...(date?.understood === true ? { [date.kind === 'window' ? 'within' : 'occurred']: date.edtf } : {}),
      ...(source === undefined ? {} : { source: { reference: source } }),
    },
    inFrench,
  )
  if (!read.success) return { read: false, faults: faultsByField(read.error.issues) }
  const key = CommandId.safeParse(typedText(typed, 'commande'))
  return { read: true, input: read.data, key: key.success ? key.data : undefined }
}

const faultsByField = (issues: Parameters<typeof faultsOf>[0]): FieldFaults =>
  Object.fromEntries(
    faultsOf(issues).map(({ path, message }) => {
      const [field = 'steps'] = path.split(/[.[]/)
      return [field === 'occurred' || field === 'within' ? 'when' : field, message]
    }),
  )

/**
 * What is wrong with the form itself, where nothing of it was recorded for that reason: it is shown again, with all that it
 * held. Undefined where any step was recorded, or was refused for a reason of its own.
 */
export const faultsOfAll = (
  results: readonly StillTrueResult[],
  language: Language,
): FieldFaults | undefined => {
  const say = sayIn(language)
  const faults = results.flatMap(({ code = '', because }) => {
    const field = fieldOfCode[code]
    const said = code === 'fact-in-future' ? callBackWords.whenToCome : because
    return field === undefined || said === undefined ? [] : [[field, say(said)] as const]
  })
  return faults.length === results.length ? Object.fromEntries(faults) : undefined
}

/** The refusals that a field of the form causes. */
const fieldOfCode: Readonly<Record<string, string>> = {
  'personal-data': 'source',
  'fact-in-future': 'when',
  'told-before-done': 'when',
}
