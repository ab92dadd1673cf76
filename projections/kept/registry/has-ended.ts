import type { Day } from '#domain/time/day.js'
import type { RegistryRow } from './registry-row.js'

/** Whether an organisation surely no longer exists on a day; one whose end was told without a date does not either. */
export const hasEnded = ({ end }: Pick<RegistryRow, 'end'>, day: Day): boolean =>
  end !== undefined && (end.gone === undefined || end.gone.latest <= day)
