import { kindOf } from '#domain/steps/catalogue/catalogue.js'
import type { Fault } from '#domain/kernel/fault.js'
import type { Labels } from '#domain/kernel/labels.js'
import { stageLabels } from '#domain/steps/declaring/stage-labels.js'
import type { Day } from '#domain/time/day.js'
import { nameOfDay } from '#domain/time/edtf-sentence.js'
import type { Refusal, RefusalCode, RefusalOf } from './refusal.js'

/** Why the answer is no, and what to do: for the person who asked, French first. */
export const sentenceOfRefusal = (refusal: Refusal): Labels => {
  const sentence = sentences[refusal.code] as (refusal: Refusal) => Labels // the one of its code
  return sentence(refusal)
}

/** One sentence a code: a new refusal without one does not compile. */
const sentences: { readonly [C in RefusalCode]: (refusal: RefusalOf<C>) => Labels } = {
  'organisation-unknown': () => ({
    fr: 'Cette organisation n’est pas inscrite : l’inscrire d’abord.',
    en: 'This organisation is not registered: register it first.',
  }),
  'organisation-ended': ({ endedBy, earliest }) => ({
    fr: `L’organisation n’existait plus ${on(endedBy).fr}, et ce fait est au plus tôt du ${on(earliest, '').fr} : corriger la date, ou l’enregistrer chez l’organisation qui a succédé.`,
    en: `The organisation no longer existed ${on(endedBy).en}, and this fact is of ${on(earliest, '').en} at the earliest: correct the date, or record it with the successor.`,
  }),
  'successor-of-itself': ({ successor }) => ({
    fr: `${successor} ne peut se succéder à elle-même : pour un changement de nom, la renommer.`,
    en: `${successor} cannot succeed itself: for a change of name, rename it.`,
  }),
  'stage-not-of-kind': ({ kind, stage }) => ({
    fr: `« ${kindOf(kind).labels.fr} » ne connaît pas « ${stageLabels[stage].fr} » : voir dans le catalogue ce qui peut lui arriver.`,
    en: `“${kindOf(kind).labels.en}” knows no “${stageLabels[stage].en}”: see in the catalogue what can happen to it.`,
  }),
  'step-unknown': ({ stepId }) => ({
    fr: `L’étape ${stepId} n’a pas commencé dans cette organisation : enregistrer d’abord son début, sans date si elle est inconnue.`,
    en: `Step ${stepId} has not begun in this organisation: record its beginning first, without a date if it is unknown.`,
  }),
  'step-of-other-kind': ({ stepId, kind }) => ({
    fr: `L’étape ${stepId} est déjà consignée comme « ${kindOf(kind).labels.fr} » : choisir un autre identifiant d’étape, ou ce genre.`,
    en: `Step ${stepId} is on record as “${kindOf(kind).labels.en}”: choose another step id, or this kind.`,
  }),
  'fact-in-future': ({ earliest }) => ({
    fr: `Ce fait serait au plus tôt du ${on(earliest, '').fr}, qui n’est pas encore venu : enregistrer une annonce, avec la date prévue dans « expected ».`,
    en: `This fact would be of ${on(earliest, '').en} at the earliest, which is yet to come: record an announcement, with the expected date in “expected”.`,
  }),
  'told-before-done': ({ earliest, told }) => ({
    fr: `La source a parlé le ${on(told, '').fr} au plus tard, d’un fait qui serait au plus tôt du ${on(earliest, '').fr} : corriger l’une des deux dates, ou enregistrer une annonce.`,
    en: `The source spoke on ${on(told, '').en} at the latest, of a fact of ${on(earliest, '').en} at the earliest: correct one of the two dates, or record an announcement.`,
  }),
  'end-before-begin': ({ begin, end }) => ({
    fr: `La fin (au plus tard le ${on(end, '').fr}) précède le début (au plus tôt le ${on(begin, '').fr}) : corriger l’une des deux dates.`,
    en: `The end (${on(end, '').en} at the latest) comes before the beginning (${on(begin, '').en} at the earliest): correct one of the two dates.`,
  }),
  'stage-already-told': ({ stage, by }) => ({
    fr: `La même source a déjà fait part de cela (${stageLabels[stage].fr}, fait ${by}) : corriger ce fait, ou nommer l’autre source.`,
    en: `The same source has told of this before (${stageLabels[stage].en}, fact ${by}): correct that fact, or name the other source.`,
  }),
  'step-abandoned': ({ by }) => ({
    fr: `Cette étape a été abandonnée (fait ${by}) : retirer d’abord ce fait s’il est faux.`,
    en: `This step was abandoned (fact ${by}): retract that fact first if it is wrong.`,
  }),
  'step-completed': ({ by }) => ({
    fr: `Cette étape a été menée à bien (fait ${by}) : retirer d’abord ce fait s’il est faux.`,
    en: `This step was completed (fact ${by}): retract that fact first if it is wrong.`,
  }),
  'plan-unknown': ({ stepId }) => ({
    fr: `Aucune annonce de l’étape ${stepId} n’est consignée : il n’y a rien à retirer.`,
    en: `No announcement of step ${stepId} is on record: there is nothing to drop.`,
  }),
  'link-to-itself': ({ stepId }) => ({
    fr: `L’étape ${stepId} ne peut découler d’elle-même : nommer l’étape dont elle est issue.`,
    en: `Step ${stepId} cannot follow from itself: name the step that it came out of.`,
  }),
  'content-differs': ({ target, changes }) => ({
    fr: `Le fait ${target} est consigné avec un autre contenu (${Object.keys(changes).join(', ')}) : le corriger, ou l’enregistrer sous un autre identifiant.`,
    en: `Fact ${target} is on record with another content (${Object.keys(changes).join(', ')}): correct it, or record it under another id.`,
  }),
  'identity-taken': ({ id }) => ({
    fr: `L’identifiant ${id} est celui d’un autre fait : en choisir un autre.`,
    en: `The id ${id} is that of another fact: choose another one.`,
  }),
  'fact-unknown': ({ target }) => ({
    fr: `Le fait ${target} n’est pas consigné dans cette organisation : vérifier l’identifiant.`,
    en: `Fact ${target} is not on record in this organisation: check the id.`,
  }),
  'fact-retracted': ({ target }) => ({
    fr: `Le fait ${target} a été retiré : l’enregistrer sous un autre identifiant.`,
    en: `Fact ${target} was retracted: record it under another id.`,
  }),
  'correction-invalid': ({ faults }) => ({
    fr: `Le fait corrigé ne pourrait être lu : ${listed(faults)}. Revoir la correction.`,
    en: `The corrected fact could not be read: ${listed(faults)}. Revise the correction.`,
  }),
  'personal-data': ({ field }) => ({
    fr: `Le champ ${field} contient une adresse ou un téléphone, qui ne peuvent être conservés : les ôter.`,
    en: `The field ${field} holds an address or a telephone number, which cannot be kept: remove them.`,
  }),
  'model-invalid': ({ faults }) => ({
    fr: `Ce modèle ne peut être publié (${faults.length} ${faults.length === 1 ? 'faute' : 'fautes'}) : corriger ce que « faults » nomme, chacune avec son chemin.`,
    en: `This model cannot be published (${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}): correct what “faults” names, each with its path.`,
  }),
  'model-version-taken': ({ model, version, next }) => ({
    fr: `La version ${version} de « ${model} » est publiée avec un autre contenu, et ne change plus : publier celui-ci comme version ${next}.`,
    en: `Version ${version} of “${model}” is published with another content, and never changes: publish this one as version ${next}.`,
  }),
  'model-version-not-next': ({ model, version, next }) => ({
    fr: `La version ${version} de « ${model} » ne peut être publiée : la prochaine est la ${next}. Corriger « version ».`,
    en: `Version ${version} of “${model}” cannot be published: the next one is ${next}. Correct “version”.`,
  }),
}

const on = (day: Day, before = 'le '): Labels => ({
  fr: before + nameOfDay(day, 'fr'),
  en: (before === '' ? '' : 'on ') + nameOfDay(day, 'en'),
})

const listed = (faults: readonly Fault[]): string =>
  faults.map(({ path, message }) => (path === '' ? message : `${path} (${message})`)).join(' ; ')
