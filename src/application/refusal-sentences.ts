import { match } from 'ts-pattern'
import type { Refusal } from '#domain/refusals/refusal.js'
import { kindOf } from '#domain/steps/catalogue/catalogue.js'
import type { Labels } from '#domain/steps/labels.js'
import type { FactStage } from '#domain/steps/step-event.js'
import { isoOfDay } from '#domain/time/day.js'

/** What a refusal says to a person: what is in the way, and what to do. */
export const refusalSentence = (refusal: Refusal): Labels =>
  match(refusal)
    .with({ code: 'organisation-unknown' }, () =>
      labels(
        'Cette organisation n’est pas enregistrée. L’enregistrer d’abord, ou vérifier son identifiant.',
        'This organisation is not registered. Register it first, or check its identifier.',
      ),
    )
    .with({ code: 'organisation-ended' }, ({ endedBy, earliest }) =>
      labels(
        `L’organisation n’existait plus le ${isoOfDay(endedBy)} ; le fait date au plus tôt du ${isoOfDay(earliest)}. L’enregistrer chez son successeur, ou vérifier la date.`,
        `The organisation had ended by ${isoOfDay(endedBy)}; the fact is of ${isoOfDay(earliest)} at the earliest. Record it for its successor, or check the date.`,
      ),
    )
    .with({ code: 'successor-of-itself' }, () =>
      labels(
        'Une organisation ne se succède pas à elle-même. Pour un changement de nom, la renommer.',
        'An organisation does not succeed itself. For a change of name, rename it.',
      ),
    )
    .with({ code: 'stage-not-of-kind' }, ({ kind, stage }) =>
      labels(
        `Une étape « ${kindOf(kind).labels.fr} » ne peut pas ${stageWords[stage].fr}. Choisir un autre statut ou un autre type d’étape.`,
        `A step “${kindOf(kind).labels.en}” cannot ${stageWords[stage].en}. Choose another status or another kind.`,
      ),
    )
    .with({ code: 'step-unknown' }, ({ stepId }) =>
      labels(
        `L’étape ${stepId} n’est pas enregistrée pour cette organisation ni pour celles auxquelles elle succède. Enregistrer d’abord son début, ou vérifier l’identifiant.`,
        `The step ${stepId} is not on record for this organisation, nor for those it succeeded. Record its beginning first, or check the identifier.`,
      ),
    )
    .with({ code: 'step-of-other-kind' }, ({ stepId, kind }) =>
      labels(
        `L’étape ${stepId} est enregistrée comme « ${kindOf(kind).labels.fr} ». Garder ce type, ou donner à l’étape un autre identifiant.`,
        `The step ${stepId} is on record as “${kindOf(kind).labels.en}”. Keep that kind, or give the step another identifier.`,
      ),
    )
    .with({ code: 'fact-in-future' }, ({ earliest, today }) =>
      labels(
        `Le fait date au plus tôt du ${isoOfDay(earliest)}, après aujourd’hui (${isoOfDay(today)}). Le dire « prévu », ou vérifier la date.`,
        `The fact is of ${isoOfDay(earliest)} at the earliest, after today (${isoOfDay(today)}). Tell it as planned, or check the date.`,
      ),
    )
    .with({ code: 'told-before-done' }, ({ earliest, told }) =>
      labels(
        `La source a parlé au plus tard le ${isoOfDay(told)} d’un fait du ${isoOfDay(earliest)} au plus tôt. Le dire « prévu », ou vérifier les deux dates.`,
        `The source spoke by ${isoOfDay(told)} of a fact of ${isoOfDay(earliest)} at the earliest. Tell it as planned, or check both dates.`,
      ),
    )
    .with({ code: 'end-before-begin' }, ({ begin, end }) =>
      labels(
        `La fin (${isoOfDay(end)} au plus tard) précède le début (${isoOfDay(begin)} au plus tôt). Vérifier les deux dates.`,
        `The end (${isoOfDay(end)} at the latest) lies before the beginning (${isoOfDay(begin)} at the earliest). Check both dates.`,
      ),
    )
    .with({ code: 'stage-already-told' }, () =>
      labels(
        'La même source l’a déjà dit de cette étape. Corriger ce qui est enregistré, ou citer l’autre source.',
        'The same source has already told this of the step. Correct what is on record, or name the other source.',
      ),
    )
    .with({ code: 'step-abandoned' }, () =>
      labels(
        'Cette étape est enregistrée comme abandonnée : elle ne peut être terminée. Retirer l’abandon s’il était faux.',
        'This step is on record as abandoned: it cannot be completed. Retract the abandonment if it was wrong.',
      ),
    )
    .with({ code: 'step-completed' }, () =>
      labels(
        'Cette étape est enregistrée comme terminée : elle ne peut être abandonnée. Retirer la fin si elle était fausse.',
        'This step is on record as completed: it cannot be abandoned. Retract the completion if it was wrong.',
      ),
    )
    .with({ code: 'plan-unknown' }, () =>
      labels(
        'Aucune annonce de cette étape n’est enregistrée : il n’y a rien à retirer. Vérifier l’identifiant.',
        'No plan of this step is on record: there is nothing to drop. Check the identifier.',
      ),
    )
    .with({ code: 'link-to-itself' }, () =>
      labels(
        'Une étape ne fait pas suite à elle-même. Nommer celle dont elle est issue.',
        'A step does not follow itself. Name the one that it came out of.',
      ),
    )
    .with({ code: 'content-differs' }, () =>
      labels(
        'Le même fait est enregistré avec un autre contenu. Demander la correction proposée, ou rétablir le contenu.',
        'The same fact is on record with other content. Ask for the proposed correction, or restore the content.',
      ),
    )
    .with({ code: 'fact-unknown' }, () =>
      labels(
        'Ce fait n’est pas enregistré : il n’y a rien à corriger. Vérifier son identifiant.',
        'This fact is not on record: there is nothing to correct. Check its identifier.',
      ),
    )
    .with({ code: 'fact-retracted' }, () =>
      labels(
        'Ce fait a été retiré. L’enregistrer à nouveau sous une autre identité.',
        'This fact was retracted. Record it again under another identity.',
      ),
    )
    .with({ code: 'correction-invalid' }, ({ faults }) => {
      const said = faults.map(({ path, message }) => `${path} : ${message}`).join(' ; ')
      return labels(
        `Le contenu corrigé ne serait pas valable (${said}). Revoir la correction.`,
        `The corrected content would not be valid (${said}). Revise the correction.`,
      )
    })
    .with({ code: 'personal-data' }, ({ field }) =>
      labels(
        `Une adresse électronique ou un numéro de téléphone figure dans « ${field} ». Le retirer : aucune donnée personnelle n’est enregistrée.`,
        `An e-mail address or a telephone number stands in “${field}”. Remove it: no personal data is recorded.`,
      ),
    )
    .exhaustive()

const labels = (fr: string, en: string): Labels => ({ fr, en })

const stageWords: Readonly<Record<FactStage, Labels>> = {
  happened: { fr: 'avoir lieu une fois', en: 'happen once' },
  started: { fr: 'être commencée', en: 'be started' },
  completed: { fr: 'être terminée', en: 'be completed' },
  abandoned: { fr: 'être abandonnée', en: 'be abandoned' },
  begun: { fr: 'commencer pour durer', en: 'begin and last' },
  changed: { fr: 'être modifiée', en: 'be changed' },
  suspended: { fr: 'être suspendue', en: 'be suspended' },
  resumed: { fr: 'être reprise', en: 'be resumed' },
  ended: { fr: 'prendre fin', en: 'be ended' },
  planned: { fr: 'être prévue', en: 'be planned' },
  'plan-dropped': { fr: 'être retirée des prévisions', en: 'be dropped as a plan' },
  confirmed: { fr: 'être confirmée', en: 'be confirmed' },
}
