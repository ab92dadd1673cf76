import type { Fault, Refusal, RefusalCode } from '#domain/refusals/refusal.js'
import { kindCodes, kindOf, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import { stagesOfKind, type FactStage } from '#domain/steps/step-event.js'
import { sentenceOfDay } from '#domain/time/edtf-sentence.js'
import type { Day } from '#domain/time/day.js'
import type { Answer, Message } from './message.js'
import { roles } from '#domain/steps/roles.js'
import { stageNames } from '#domain/steps/stage-names.js'

type Sentences = {
  readonly [C in RefusalCode]: {
    readonly status: number
    readonly exit: Answer['exit']
    readonly fr: (refusal: Extract<Refusal, { readonly code: C }>) => string
    readonly en: (refusal: Extract<Refusal, { readonly code: C }>) => string
  }
}

const fr = (day: Day): string => sentenceOfDay(day, 'fr')
const en = (day: Day): string => sentenceOfDay(day, 'en')
const stage = (code: FactStage): Message => stageNames[code]
const named = (faults: readonly Fault[]): string =>
  faults.map(({ path, message }) => `${path} (${message})`).join(' ; ')
const stages = (kind: KindCode): string => stagesOfKind(kindOf(kind)).join(', ')

/** The one table from a refusal to what every caller gets: HTTP status, exit status, and a sentence that says what to do. */
const answers: Sentences = {
  'organisation-unknown': {
    status: 404,
    exit: 2,
    fr: () => 'Cette organisation n’est pas enregistrée. Chercher son identifiant, ou l’enregistrer d’abord.',
    en: () => 'This organisation is not registered. Look up its identifier, or register it first.',
  },
  'organisation-ended': {
    status: 422,
    exit: 1,
    fr: ({ endedBy, earliest }) =>
      `L’organisation n’existait plus : elle a pris fin au plus tard ${fr(endedBy)}, et le fait est daté ${fr(earliest)} ou après. ` +
      'L’enregistrer chez l’organisation qui lui a succédé, ou corriger la date.',
    en: ({ endedBy, earliest }) =>
      `The organisation no longer existed: it had ended ${en(endedBy)} at the latest, and the fact is dated ${en(earliest)} or later. ` +
      'Record it with the organisation that succeeded it, or correct the date.',
  },
  'successor-of-itself': {
    status: 422,
    exit: 2,
    fr: () => 'Une organisation ne peut se succéder à elle-même. S’il s’agit d’un nouveau nom, la renommer.',
    en: () => 'An organisation cannot succeed itself. If it has a new name, rename it.',
  },
  'kind-unknown': {
    status: 422,
    exit: 2,
    fr: ({ kind }) => `« ${kind} » n’est pas un type d’étape. Choisir parmi : ${kindCodes.join(', ')}.`,
    en: ({ kind }) => `“${kind}” is no kind of step. Choose one of: ${kindCodes.join(', ')}.`,
  },
  'role-unknown': {
    status: 422,
    exit: 2,
    fr: ({ role }) => `« ${role} » n’est pas un rôle. Choisir parmi : ${Object.keys(roles).join(', ')}.`,
    en: ({ role }) => `“${role}” is no role. Choose one of: ${Object.keys(roles).join(', ')}.`,
  },
  'date-unreadable': {
    status: 422,
    exit: 2,
    fr: ({ field, text }) =>
      `« ${text} » n’est pas une date pour « ${field} ». L’écrire en EDTF : 2012, 2012-03, 2012-03-15, 2012~ (vers), 2012-21 (printemps), 2011-07/2013-03.`,
    en: ({ field, text }) =>
      `“${text}” is no date for “${field}”. Write it as EDTF: 2012, 2012-03, 2012-03-15, 2012~ (around), 2012-21 (spring), 2011-07/2013-03.`,
  },
  'fact-invalid': {
    status: 422,
    exit: 2,
    fr: ({ faults }) => `Le fait n’est pas valable : ${named(faults)}.`,
    en: ({ faults }) => `The fact is not valid: ${named(faults)}.`,
  },
  'identity-taken': {
    status: 409,
    exit: 2,
    fr: ({ id }) =>
      `L’identifiant ${id} est celui d’un autre fait. Ne pas en donner, ou en choisir un nouveau.`,
    en: ({ id }) => `Id ${id} is that of another fact. Give none, or choose a new one.`,
  },
  'stage-not-of-kind': {
    status: 422,
    exit: 2,
    fr: ({ kind, stage: told }) =>
      `« ${kind} » n’a pas de moment « ${told} ». Choisir parmi : ${stages(kind)}.`,
    en: ({ kind, stage: told }) => `“${kind}” has no stage “${told}”. Choose one of: ${stages(kind)}.`,
  },
  'step-unknown': {
    status: 422,
    exit: 2,
    fr: ({ stepId }) =>
      `L’étape « ${stepId} » n’est enregistrée ni pour cette organisation, ni pour celles auxquelles elle succède. Enregistrer d’abord son début, ou vérifier stepId.`,
    en: ({ stepId }) =>
      `Step “${stepId}” is on record neither for this organisation nor for those that it succeeded. Record its beginning first, or check stepId.`,
  },
  'step-of-other-kind': {
    status: 422,
    exit: 2,
    fr: ({ stepId, kind }) =>
      `L’étape « ${stepId} » est enregistrée comme « ${kindOf(kind).labels.fr} » (${kind}). Reprendre ce type, ou une autre étape.`,
    en: ({ stepId, kind }) =>
      `Step “${stepId}” is on record as “${kindOf(kind).labels.en}” (${kind}). Use that kind, or another step.`,
  },
  'fact-in-future': {
    status: 422,
    exit: 1,
    fr: ({ earliest }) =>
      `Le fait est daté ${fr(earliest)} ou après, donc dans l’avenir. Ce qui est annoncé s’enregistre avec le moment « planned » et la date dans « expected ».`,
    en: ({ earliest }) =>
      `The fact is dated ${en(earliest)} or later, which is in the future. What is announced is recorded with stage “planned” and its date in “expected”.`,
  },
  'told-before-done': {
    status: 422,
    exit: 1,
    fr: ({ earliest, told }) =>
      `La source a parlé ${fr(told)} au plus tard, avant le fait (${fr(earliest)} ou après). Corriger l’une des deux dates, ou enregistrer une annonce (« planned »).`,
    en: ({ earliest, told }) =>
      `The source spoke ${en(told)} at the latest, before the fact (${en(earliest)} or later). Correct one of the dates, or record a plan (“planned”).`,
  },
  'end-before-begin': {
    status: 422,
    exit: 1,
    fr: ({ begin, end }) =>
      `La fin (${fr(end)} au plus tard) précède le début (${fr(begin)} au plus tôt), quelle que soit la lecture des dates. Corriger l’une des deux.`,
    en: ({ begin, end }) =>
      `The end (${en(end)} at the latest) comes before the beginning (${en(begin)} at the earliest), however the dates are read. Correct one of them.`,
  },
  'stage-already-told': {
    status: 409,
    exit: 1,
    fr: ({ stage: told, by }) =>
      `« ${stage(told).fr} » est déjà enregistré pour cette étape, de la même source (fait ${by}). Corriger ce fait, ou nommer l’autre source si elle dit autre chose.`,
    en: ({ stage: told, by }) =>
      `“${stage(told).en}” is already on record for this step, from the same source (fact ${by}). Correct that fact, or name the other source if it says otherwise.`,
  },
  'step-abandoned': {
    status: 409,
    exit: 1,
    fr: ({ by }) =>
      `L’étape a été abandonnée (fait ${by}) : elle ne peut être achevée. Retirer l’abandon s’il était faux, ou enregistrer une nouvelle étape.`,
    en: ({ by }) =>
      `The step was abandoned (fact ${by}): it cannot be completed. Retract the abandonment if it was wrong, or record a new step.`,
  },
  'step-completed': {
    status: 409,
    exit: 1,
    fr: ({ by }) =>
      `L’étape est achevée (fait ${by}) : elle ne peut être abandonnée. Retirer l’achèvement s’il était faux.`,
    en: ({ by }) =>
      `The step was completed (fact ${by}): it cannot be abandoned. Retract the completion if it was wrong.`,
  },
  'plan-unknown': {
    status: 422,
    exit: 2,
    fr: ({ stepId }) => `Aucune annonce n’est enregistrée pour l’étape « ${stepId} ». Vérifier stepId.`,
    en: ({ stepId }) => `No plan is on record for step “${stepId}”. Check stepId.`,
  },
  'link-to-itself': {
    status: 422,
    exit: 2,
    fr: ({ stepId }) => `L’étape « ${stepId} » ne peut être issue d’elle-même. Retirer ce lien.`,
    en: ({ stepId }) => `Step “${stepId}” cannot come out of itself. Remove that link.`,
  },
  'content-differs': {
    status: 409,
    exit: 1,
    fr: ({ target, changes }) =>
      `Le fait ${target} est déjà enregistré avec un autre contenu (${Object.keys(changes).join(', ')}). Pour l’aligner, enregistrer la correction proposée dans « changes ».`,
    en: ({ target, changes }) =>
      `Fact ${target} is on record with other content (${Object.keys(changes).join(', ')}). To bring it in line, record the correction proposed in “changes”.`,
  },
  'fact-unknown': {
    status: 404,
    exit: 2,
    fr: ({ target }) =>
      `Aucun fait ${target} n’est enregistré pour cette organisation. Vérifier son identifiant dans l’historique.`,
    en: ({ target }) => `No fact ${target} is on record for this organisation. Check its id in the history.`,
  },
  'fact-retracted': {
    status: 409,
    exit: 1,
    fr: ({ target }) =>
      `Le fait ${target} a été retiré : il ne se corrige plus. L’enregistrer de nouveau s’il est vrai.`,
    en: ({ target }) =>
      `Fact ${target} was retracted: it can no longer be corrected. Record it anew if it is true.`,
  },
  'correction-invalid': {
    status: 422,
    exit: 2,
    fr: ({ faults }) => `Corrigé ainsi, le fait ne serait plus valable : ${named(faults)}.`,
    en: ({ faults }) => `Corrected like this, the fact would no longer be valid: ${named(faults)}.`,
  },
  'personal-data': {
    status: 422,
    exit: 1,
    fr: ({ field }) =>
      `Le champ « ${field} » contient une adresse électronique ou un numéro de téléphone. Le journal ne s’efface pas : enlever cette donnée personnelle.`,
    en: ({ field }) =>
      `Field “${field}” holds an e-mail address or a telephone number. The log is never erased: remove that personal data.`,
  },
}

/** What every caller is told of a refusal. */
export const answerToRefusal = (refusal: Refusal): Answer => {
  // The code names the entry, so the entry takes this refusal: TypeScript cannot follow a union through a table.
  const { status, exit, fr: french, en: english } = answers[refusal.code] as Sentences['personal-data']
  const told = refusal as Extract<Refusal, { readonly code: 'personal-data' }>
  return { status, exit, fr: french(told), en: english(told) }
}
