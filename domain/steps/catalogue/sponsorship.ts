import { code } from '#domain/steps/declaring/attribute.js'
import { family } from '#domain/steps/declaring/kind.js'
import { endReasons } from './shared-attributes.js'

const reason = code('raison de la fin', 'reason of the end', endReasons)

/** Who carries it at the top, as a nature and never a name. */
export const sponsorship = family(
  'sponsorship',
  { fr: 'portage et gouvernance', en: 'sponsorship and governance' },
  [
    {
      code: 'sponsor',
      shape: 'lasting',
      events: { begun: 'SponsorGained', changed: 'SponsorChanged', ended: 'SponsorLost' },
      labels: { fr: 'sponsor', en: 'sponsor' },
      plural: { fr: 'sponsors', en: 'sponsors' },
      gender: 'm',
      participles: { begun: { fr: 'gagné', en: 'gained' }, ended: { fr: 'perdu', en: 'lost' } },
      attributes: {
        nature: code('nature', 'nature', {
          elected: { fr: 'élu', en: 'elected' },
          executive: { fr: 'direction générale', en: 'executive' },
          manager: { fr: 'encadrement', en: 'manager' },
        }),
        reason,
      },
    },
    {
      code: 'governance-seat',
      shape: 'lasting',
      events: { begun: 'GovernanceSeatTaken', changed: 'GovernanceSeatChanged', ended: 'GovernanceSeatLeft' },
      labels: { fr: 'siège dans la gouvernance', en: 'seat in the governance' },
      plural: { fr: 'sièges dans la gouvernance', en: 'seats in the governance' },
      gender: 'm',
      participles: { begun: { fr: 'pris', en: 'taken' }, ended: { fr: 'quitté', en: 'left' } },
      attributes: { reason },
    },
    {
      code: 'governance-decision',
      shape: 'punctual',
      events: { happened: 'GovernanceDecisionTaken' },
      labels: { fr: 'décision de gouvernance', en: 'governance decision' },
      plural: { fr: 'décisions de gouvernance', en: 'governance decisions' },
      gender: 'f',
      participles: { happened: { fr: 'prise', en: 'taken' } },
      attributes: {},
    },
  ],
)
