import { webAddressExpected } from '#domain/kernel/web-address.js'
import { match } from 'ts-pattern'
import type { z } from 'zod'
import type { Refusal } from '#domain/refusals/refusal.js'
import { sentenceOfRefusal } from '#domain/refusals/refusal-sentence.js'
import type { Labels } from '#domain/kernel/labels.js'
import { nameOfDay } from '#domain/time/edtf-sentence.js'
import { faultsOf } from '#src/messages/faults.js'
import { capitalised } from '#domain/kernel/first-letter.js'
import { formWords } from './form-words.js'
import type { FaultsByField } from './content-of-fields.js'
import { othersField } from './form-field.js'

/** The one place where what schemas and decisions refuse finds the field at which a person can set it right. */
export const faultsAtFields = (issues: readonly z.core.$ZodIssue[]): FaultsByField =>
  Object.fromEntries(
    faultsOf(issues)
      .toReversed() // of several faults at a field, the first one stands
      .map(({ path, message }) => [fieldOfPath(path), wordsOfFault(message)]),
  )

/** A refusal at the field that it is about; under the empty name where it is about none. */
export const refusalAtField = (refusal: Refusal): FaultsByField => {
  if (refusal.code === 'correction-invalid') {
    return Object.fromEntries(
      refusal.faults.toReversed().map(({ path, message }) => [fieldOfPath(path), wordsOfFault(message)]),
    )
  }
  return { [fieldOfRefusal(refusal)]: wordsOfRefusal(refusal) }
}

/** The field that fills in what stands at a path: `within` is typed as `when`, a document stands among the documents. */
export const fieldOfPath = (path: string): string => {
  const [first = '', second] = path.split('.')
  switch (first) {
    case 'occurred':
    case 'within':
      return 'when'
    case 'cost':
      return second === undefined ? 'cost.min' : path
    case 'source':
      return second === undefined ? 'source.reference' : path
    case 'documents':
      return first
    case 'follows':
      return othersField(first)
    case 'attributes':
      return second === undefined ? '' : `${first}.${second}`
    case 'parts':
      return 'organisation'
    case 'rename':
    case 'identifier':
    case 'end':
    case 'correction':
      return fieldOfPath(path.slice(first.length + 1))
    case 'insee':
    case 'formerInsee':
      return second === undefined ? `${first}.code` : path
    default:
      return first
  }
}

const fieldOfRefusal = (refusal: Refusal): string =>
  match(refusal)
    .with({ code: 'organisation-unknown' }, { code: 'successor-of-itself' }, () => 'organisation')
    .with(
      { code: 'fact-in-future' },
      { code: 'end-before-begin' },
      { code: 'organisation-ended' },
      () => 'when',
    )
    .with({ code: 'told-before-done' }, () => 'statedOn')
    .with({ code: 'personal-data' }, ({ field }) => fieldOfPath(field))
    .with({ code: 'link-to-itself' }, () => othersField('follows'))
    .with({ code: 'step-unknown' }, { code: 'step-of-other-kind' }, { code: 'plan-unknown' }, () => 'step')
    .with(
      { code: 'stage-not-of-kind' },
      { code: 'stage-already-told' },
      { code: 'step-abandoned' },
      { code: 'step-completed' },
      () => 'stage',
    )
    .with(
      { code: 'correction-invalid' },
      { code: 'content-differs' },
      { code: 'identity-taken' },
      { code: 'fact-unknown' },
      { code: 'fact-retracted' },
      { code: 'model-invalid' },
      { code: 'model-version-taken' },
      { code: 'model-version-not-next' },
      () => '',
    )
    .exhaustive()

/** What to do is something to choose or type on the page, where the usual sentence names a field of the interface. */
const wordsOfRefusal = (refusal: Refusal): Labels =>
  match(refusal)
    .with({ code: 'fact-in-future' }, ({ earliest }) => ({
      fr: `Ce serait au plus tôt le ${nameOfDay(earliest, 'fr')}, qui n’est pas encore venu : choisir « annonce », et écrire la date dans « Prévu pour ».`,
      en: `This would be on ${nameOfDay(earliest, 'en')} at the earliest, which is yet to come: choose “announcement”, and write the date in “Expected for”.`,
    }))
    .with({ code: 'personal-data' }, () => ({
      fr: 'Ce texte contient une adresse électronique ou un téléphone, qui ne peuvent être conservés : les ôter.',
      en: 'This text holds an e-mail address or a telephone number, which cannot be kept: remove them.',
    }))
    .with({ code: 'step-unknown' }, () => ({
      fr: 'Cette étape n’a pas commencé dans cette organisation : enregistrer d’abord son début, sans date si elle est inconnue.',
      en: 'This step has not begun in this organisation: record its beginning first, without a date if it is unknown.',
    }))
    .with({ code: 'plan-unknown' }, () => ({
      fr: 'Aucune annonce de cette étape n’est consignée : il n’y a rien à abandonner.',
      en: 'No announcement of this step is on record: there is nothing to drop.',
    }))
    .otherwise(sentenceOfRefusal)

/** What a schema says in terms of types, in the words of a form; what it says in words of its own stays. */
const wordsOfFault = (message: string): Labels => {
  if (message.includes('indéfini reçu')) return formWords.required
  if (message.startsWith('Option invalide')) return formWords.choose
  if (message === webAddressExpected) return formWords.webAddress
  const longest = /<=(\d+) caractères/.exec(message)?.[1]
  if (longest !== undefined) return formWords.tooLong(longest)
  return capitalised({ fr: message, en: message })
}
