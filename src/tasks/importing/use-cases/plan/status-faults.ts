import type { Kind } from '#domain/steps/catalogue/catalogue.js'
import { shapes } from '#domain/steps/declaring/kind.js'
import { stagesOfKind } from '#domain/steps/step-event.js'
import type { CellFault } from '#src/typed/cell-fault.js'
import { rowStatuses, type RowStatus } from '#src/tasks/importing/use-cases/table/row-status.js'
import { stagesOfRow } from './row-stages.js'
import type { StepRow } from './step-row.js'

/** The statuses that a row of a kind can have. */
export const statusesOfKind = (kind: Kind): readonly RowStatus[] =>
  (Object.keys(rowStatuses) as RowStatus[]) // its literal keys
    .filter((status) => {
      const told = stagesOfRow(status, kind.shape, {}, false)
      return (
        told.understood &&
        told.stages.every(
          ({ stage, official }) =>
            stagesOfKind(kind).includes(stage) && (official !== true || 'official' in kind.attributes),
        )
      )
    })

/** A status that a step of the row's kind cannot have; the remedy names those that it can. */
export const statusNotOfKind = ({ texts }: StepRow, kind: Kind): CellFault => {
  const possible = statusesOfKind(kind).map((status) => rowStatuses[status])
  return {
    code: 'status-not-of-kind',
    column: 'status',
    value: texts.get('status') ?? '',
    remedy: {
      fr: `Une étape « ${kind.labels.fr} » (${shapes[kind.shape].labels.fr}) n’a pas ce statut. Écrire l’un de : ${possible.map(({ fr }) => fr).join(', ')}.`,
      en: `A step “${kind.labels.en}” (${shapes[kind.shape].labels.en}) has no such status. Write one of: ${possible.map(({ en }) => en).join(', ')}.`,
    },
  }
}

/** Dates that cannot both be: an end before its beginning, a source that spoke before, an end of what is done and open. */
export const contradictoryDates = ({ cells, texts }: StepRow, why: 'open-end' | 'order'): CellFault => {
  if (why === 'open-end') {
    return {
      code: 'dates-contradict',
      column: 'end',
      value: texts.get('end') ?? '..',
      remedy: {
        fr: 'Ce qui est terminé n’est pas en cours. Écrire la date de fin, la laisser vide, ou changer le statut.',
        en: 'What is completed is not under way. Write the end, leave it blank, or change the status.',
      },
    }
  }
  const column = cells.end === undefined ? 'stated_on' : 'end'
  return {
    code: 'dates-contradict',
    column,
    value: `${texts.get('start') ?? ''} → ${texts.get(column) ?? ''}`,
    remedy: {
      fr: 'La seconde date précède la première quoi qu’il en soit. Vérifier les deux dates.',
      en: 'The second date lies before the first in any case. Check both dates.',
    },
  }
}
