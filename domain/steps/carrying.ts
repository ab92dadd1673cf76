import { kindOf, type KindCode } from './catalogue/catalogue.js'
import { isCarrying, type Role } from './roles.js'

/** Whether who has a role in a step of a kind carries it, rather than supports it: of some kinds every role does. */
export const carriesStep = (kind: KindCode, role: Role): boolean =>
  kindOf(kind).carriedBy === 'every-role' || isCarrying(role)
