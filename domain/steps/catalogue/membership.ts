import { code, quantity, text } from '#domain/steps/declaring/attribute.js'
import { family } from '#domain/steps/declaring/kind.js'
import { endReasons } from './shared-attributes.js'

/** Membership of an association or a consortium. Who holds it and who pays for it may differ. */
export const membership = family('membership', { fr: 'adhésion', en: 'membership' }, [
  {
    code: 'membership',
    shape: 'lasting',
    events: {
      begun: 'MembershipTaken',
      changed: 'MembershipChanged',
      suspended: 'MembershipSuspended',
      resumed: 'MembershipResumed',
      ended: 'MembershipEnded',
    },
    labels: { fr: 'adhésion', en: 'membership' },
    plural: { fr: 'adhésions', en: 'memberships' },
    gender: 'f',
    participles: { begun: { fr: 'prise', en: 'taken' }, ended: { fr: 'arrivée à son terme', en: 'ended' } },
    attributes: {
      body: text('association ou consortium', 'association or consortium'),
      year: quantity('année', 'year'),
      tier: text('palier', 'tier'),
      amount: quantity('montant en €', 'amount in €'),
      payer: text('qui paie', 'payer'),
      rightsUsed: text('droits utilisés', 'rights used'),
      reason: code('raison de la fin', 'reason of the end', endReasons),
    },
  },
])
