import { z } from 'zod'
import type { Labels } from '#domain/kernel/labels.js'

interface OrganisationKindDeclaration extends Labels {
  /** Administrations are each other's peers; the others take part without being compared. */
  readonly administration: boolean
}

/** What an organisation is. `operateur_de_programmes` is La 27e Région itself: recorded like anyone, nobody's peer. */
export const organisationKinds = {
  region: { fr: 'région', en: 'region', administration: true },
  departement: { fr: 'département', en: 'department', administration: true },
  commune: { fr: 'commune', en: 'municipality', administration: true },
  metropole: { fr: 'métropole', en: 'metropolis', administration: true },
  intercommunalite: { fr: 'intercommunalité', en: 'intermunicipality', administration: true },
  petr: { fr: 'PETR', en: 'PETR (rural territorial pole)', administration: true },
  etablissement_public_national: {
    fr: 'établissement public national',
    en: 'national public body',
    administration: true,
  },
  ministere_ou_service_etat: {
    fr: 'ministère ou service de l’État',
    en: 'ministry or State service',
    administration: true,
  },
  etablissement_public_de_sante: {
    fr: 'établissement public de santé',
    en: 'public hospital',
    administration: true,
  },
  organisme_de_securite_sociale: {
    fr: 'organisme de sécurité sociale',
    en: 'social security body',
    administration: true,
  },
  institution_europeenne: { fr: 'institution européenne', en: 'European institution', administration: true },
  gouvernement_etranger: { fr: 'gouvernement étranger', en: 'foreign government', administration: true },
  association_d_elus: {
    fr: 'association d’élus',
    en: 'association of elected members',
    administration: false,
  },
  fondation: { fr: 'fondation', en: 'foundation', administration: false },
  association: { fr: 'association', en: 'association', administration: false },
  bailleur_social: { fr: 'bailleur social', en: 'social landlord', administration: false },
  entreprise_publique: { fr: 'entreprise publique', en: 'public company', administration: false },
  agence_ou_institut: { fr: 'agence ou institut', en: 'agency or institute', administration: false },
  operateur_de_programmes: { fr: 'opérateur de programmes', en: 'programme operator', administration: false },
} as const satisfies Record<string, OrganisationKindDeclaration>

export type OrganisationKind = keyof typeof organisationKinds
export const OrganisationKind = z.enum(
  Object.keys(organisationKinds) as [OrganisationKind, ...OrganisationKind[]],
) // its literal keys
