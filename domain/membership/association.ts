/** The programme under which memberships of La 27e Région itself are recorded. */
export const MEMBERSHIP_PROGRAMME = 'adhesion'

/**
 * What memberships are told apart by: La 27e Région itself by its programme, a consortium by its own, any other body by
 * its name. Who names no body and no programme speaks of La 27e Région: this is its record.
 */
export const associationOf = (membership: {
  readonly body?: string | undefined
  readonly programme?: string | undefined
}): string => {
  const { body, programme } = membership
  if (body === undefined) return programme ?? MEMBERSHIP_PROGRAMME
  return /27\s*e(?:\s|$)|27\s*ème/i.test(body) ? MEMBERSHIP_PROGRAMME : (programme ?? body)
}
