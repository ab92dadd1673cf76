import { z } from 'zod'
import type { Labels } from '#domain/kernel/labels.js'
import { kindOf, type KindCode } from './catalogue/catalogue.js'

interface RoleDeclaration extends Labels {
  /** Who carries a step has its evidence; who supports another's has one occurrence `support`. */
  readonly carries: boolean
}

/** The part that an organisation takes in a step. */
export const roles = {
  lead: { fr: 'pilote', en: 'lead', carries: true },
  'co-lead': { fr: 'copilote', en: 'co-lead', carries: true },
  host: { fr: 'hôte', en: 'host', carries: true },
  participant: { fr: 'participant', en: 'participant', carries: true },
  member: { fr: 'membre', en: 'member', carries: true },
  beneficiary: { fr: 'bénéficiaire', en: 'beneficiary', carries: true },
  operator: { fr: 'opérateur', en: 'operator', carries: true },
  partner: { fr: 'partenaire', en: 'partner', carries: false },
  'co-funder': { fr: 'cofinanceur', en: 'co-funder', carries: false },
  funder: { fr: 'financeur', en: 'funder', carries: false },
  patron: { fr: 'parrain', en: 'patron', carries: false },
  facilitator: { fr: 'animateur', en: 'facilitator', carries: false },
  'co-programmer': { fr: 'coprogrammateur', en: 'co-programmer', carries: false },
  inhabitant: { fr: 'habitant', en: 'inhabitant', carries: false },
} as const satisfies Record<string, RoleDeclaration>

export type Role = keyof typeof roles
export const Role = z.enum(Object.keys(roles) as [Role, ...Role[]])

export const isCarrying = (role: Role): boolean => roles[role].carries

/** Whether who has a role in a step of a kind carries it, rather than supports it: of some kinds every role does. */
export const carriesStep = (kind: KindCode, role: Role): boolean =>
  kindOf(kind).carriedBy === 'every-role' || isCarrying(role)
