import { present } from '#domain/kernel/present.js'
import { typedDateRemedies } from '#domain/time/typed-date-remedies.js'
import { readTypedDate } from '#domain/time/typed-date.js'
import { StillTrueInput, type StillTrueResult } from '#src/tasks/calling-back/use-cases/confirm-still-true.js'
import { faultsOf, inFrench } from '#src/messages/faults.js'
import { callBackWords } from './call-back-words.js'
import type { FaultsByField } from '#src/web/forms/content-of-fields.js'
import { typedText, typedTexts, type TypedForm } from '#src/web/forms/typed-form.js'

/** What a form of ticked steps means, or what is wrong with it, at the field where it is. */
export type StillTrueTyped =
  | { readonly read: true; readonly input: StillTrueInput }
  | { readonly read: false; readonly faults: FaultsByField }

const MOST_TICKS = 100

export const stillTrueOfForm = (typed: TypedForm): StillTrueTyped => {
  const ticks = typedTexts(typed, 'steps')
  const when = typedText(typed, 'when')
  const date = when === undefined ? undefined : readTypedDate(when)
  const source = typedText(typed, 'source')
  const faults: FaultsByField = present({
    steps:
      ticks.length === 0
        ? callBackWords.nothingTicked
        : ticks.length > MOST_TICKS
          ? callBackWords.tooMany
          : undefined,
    when: date === undefined || date.understood ? undefined : typedDateRemedies[date.code],
  })
  if (Object.keys(faults).length > 0) return { read: false, faults }
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
  return read.success
    ? { read: true, input: read.data }
    : { read: false, faults: faultsByField(read.error.issues) }
}

const faultsByField = (issues: Parameters<typeof faultsOf>[0]): FaultsByField =>
  Object.fromEntries(
    faultsOf(issues).map(({ path, message }) => {
      const [field = 'steps'] = path.split(/[.[]/)
      return [field === 'occurred' || field === 'within' ? 'when' : field, { fr: message, en: message }]
    }),
  )

/**
 * What is wrong with the form itself, where nothing of it was recorded for that reason: it is shown again, with all that it
 * held. Undefined where any step was recorded, or was refused for a reason of its own.
 */
export const faultsOfAll = (results: readonly StillTrueResult[]): FaultsByField | undefined => {
  const faults = results.flatMap(({ code = '', because }) => {
    const field = fieldOfCode[code]
    const said = code === 'fact-in-future' ? callBackWords.whenToCome : because
    return field === undefined || said === undefined ? [] : [[field, said] as const]
  })
  return faults.length === results.length ? Object.fromEntries(faults) : undefined
}

/** The refusals that a field of the form causes. */
const fieldOfCode: Readonly<Record<string, string>> = {
  'personal-data': 'source',
  'fact-in-future': 'when',
  'told-before-done': 'when',
}
