import { code, text } from '../attribute.js'
import { family } from '../kind.js'
import { days, endReasons, participants } from './shared-attributes.js'

const reason = code('raison de la fin', 'reason of the end', endReasons)

/** To work with others: peers, places, commons. */
export const ecosystem = family('ecosystem', { fr: 'écosystème', en: 'ecosystem' }, [
  {
    code: 'gathering',
    shape: 'punctual',
    events: { happened: 'GatheringHeld' },
    labels: { fr: 'rencontre', en: 'gathering' },
    attributes: { participants, days },
  },
  {
    code: 'innovation-week',
    shape: 'punctual',
    events: { happened: 'InnovationWeekHeld' },
    labels: { fr: 'semaine de l’innovation', en: 'innovation week' },
    attributes: { participants },
  },
  {
    code: 'peer-exchange',
    shape: 'punctual',
    events: { happened: 'PeerExchangeHeld' },
    labels: { fr: 'échange entre pairs', en: 'peer exchange' },
    attributes: { participants, days },
  },
  {
    code: 'visit-hosted',
    shape: 'punctual',
    events: { happened: 'VisitHosted' },
    labels: { fr: 'visite accueillie', en: 'visit hosted' },
    attributes: { participants },
  },
  {
    code: 'transfer',
    shape: 'punctual',
    events: { happened: 'KnowHowTransferred' },
    labels: { fr: 'transfert de savoir-faire', en: 'transfer of know-how' },
    attributes: {
      participants,
      capableAlone: text('qui sait désormais faire seul', 'who can now do it alone'),
    },
  },
  {
    code: 'place',
    shape: 'lasting',
    events: {
      begun: 'PlaceOpened',
      changed: 'PlaceChanged',
      suspended: 'PlaceSuspended',
      resumed: 'PlaceResumed',
      ended: 'PlaceClosed',
    },
    labels: { fr: 'lieu', en: 'place' },
    attributes: { participants, reason },
  },
  {
    code: 'partnership',
    shape: 'lasting',
    events: {
      begun: 'PartnershipFormed',
      changed: 'PartnershipChanged',
      suspended: 'PartnershipSuspended',
      resumed: 'PartnershipResumed',
      ended: 'PartnershipEnded',
    },
    labels: { fr: 'partenariat', en: 'partnership' },
    attributes: { reason },
    carriedBy: 'every-role',
  },
  {
    code: 'shared-governance',
    shape: 'lasting',
    events: {
      begun: 'SharedGovernanceAdopted',
      changed: 'SharedGovernanceChanged',
      suspended: 'SharedGovernanceSuspended',
      resumed: 'SharedGovernanceResumed',
      ended: 'SharedGovernanceEnded',
    },
    labels: { fr: 'gouvernance partagée', en: 'shared governance' },
    attributes: { reason },
  },
  {
    code: 'commons',
    shape: 'punctual',
    events: { happened: 'CommonsPublished' },
    labels: { fr: 'commun', en: 'commons' },
    attributes: {},
  },
  {
    code: 'publication',
    shape: 'punctual',
    events: { happened: 'PublicationReleased' },
    labels: { fr: 'publication', en: 'publication' },
    attributes: {},
  },
  {
    code: 'award',
    shape: 'punctual',
    events: { happened: 'AwardReceived' },
    labels: { fr: 'distinction', en: 'award' },
    attributes: {},
  },
])
