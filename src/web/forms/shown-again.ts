import type { FastifyRequest } from 'fastify'
import { withParameters, withoutParameters } from '#src/web/layout/address.js'
import { languageOf } from '#src/web/layout/language.js'
import type { FaultsByField } from './content-of-fields.js'
import type { FormStates } from './form-states.js'
import { placedFaults } from './placed-faults.js'
import { typedFormOf, typedText, type FormState, type TypedForm } from './typed-form.js'

/** In the address of a form that is shown again: the key of what it held. */
export const STATE_KEY = 'saisie'
/** The name under which a form has one effect, however often it is sent: a field of it, and in its address. */
export const FORM_KEY = 'cle'

/** The address of a form: what does not tell which form it is, is left out. */
export const formAddress = (url: string): string => withoutParameters(url, [STATE_KEY, FORM_KEY, 'langue'])

/** What the query of a page asks for, besides what its form was shown with. */
export const askedBesides = (query: unknown): Readonly<Record<string, unknown>> => {
  const { [STATE_KEY]: _state, [FORM_KEY]: _key, ...besides } = (query ?? {}) as Record<string, unknown> // a query string reads as an object
  return besides
}

/** A form that was sent and is to be shown again. All of it can be written as JSON. */
export interface ShownAgain<Said = never> {
  readonly typed: TypedForm
  readonly faults: FaultsByField
  /** What the form tells besides: its preview, what moved meanwhile, what was found. */
  readonly said?: Said
  /** Asked for by a script while one types: nobody comes back to it. */
  readonly once?: true
}

/** Keeps a form that was sent, and gives the address at which it is shown again, with what is to be said of it. */
export const keepForm = async (
  states: FormStates,
  address: string,
  shown: ShownAgain<unknown>,
): Promise<string> => {
  const key = await states.keep(address, shown)
  const name = typedText(shown.typed, FORM_KEY)
  return withParameters(address, {
    ...(name === undefined ? {} : { [FORM_KEY]: name }),
    [STATE_KEY]: key,
  })
}

/** What a request for a form asks to be shown; `gone` where it was kept and is not any more. */
export interface KeptForm<Said> {
  readonly kept?: ShownAgain<Said>
  readonly gone: boolean
}

/** The form that a request asks to be shown again. */
export const keptForm = async <Said>(
  states: FormStates,
  address: string,
  request: FastifyRequest,
): Promise<KeptForm<Said>> => {
  const key = typedText(typedFormOf(request.query), STATE_KEY)
  if (key === undefined) return { gone: false }
  const kept = (await states.find(address, key)) as ShownAgain<Said> | undefined // what this form itself kept there
  if (kept?.once === true) await states.forget(address, key)
  return kept === undefined ? { gone: true } : { kept, gone: false }
}

/** A form as its page draws it: every fault at its field, and above what has none. */
export const drawnForm = <Said>(
  request: FastifyRequest,
  { kept, gone }: KeptForm<Said>,
  { first, fields }: { readonly first: TypedForm; readonly fields: readonly string[] },
): FormState => ({
  typed: kept?.typed ?? first,
  ...placedFaults(kept?.faults ?? {}, fields, languageOf(request)),
  gone,
})
