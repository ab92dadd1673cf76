import { withCapital } from '#domain/kernel/first-letter.js'
import type { Labels } from '#domain/kernel/labels.js'
import { programmeOf } from './programmes.js'

/** The same in both languages: a proper name. */
const proper = (name: string): Labels => ({ fr: name, en: name })

/**
 * What facts name as a programme and no edition of it can be joined: consortia and places that have ended or go on by
 * themselves, and the settings in which steps were taken outside any programme.
 */
const otherNames: Readonly<Record<string, Labels>> = {
  re_acteur_public: proper('Re•acteur Public'),
  superpublic: proper('Superpublic'),
  villages_du_futur: proper('Villages du futur'),
  aventuriers: proper('Les Aventuriers de l’innovation publique'),
  deformations: proper('(Dé)formations'),
  fip_explo: proper('FIP Explo'),
  halles_civiques: proper('Halles Civiques'),
  lieux_communs: proper('Lieux communs'),
  labo: { fr: 'Labos d’innovation', en: 'Innovation labs' },
  reseau_labs: { fr: 'Réseau de labos', en: 'Network of labs' },
  politique_locale: { fr: 'Politiques locales', en: 'Local policies' },
  prospective_territoriale: { fr: 'Prospective territoriale', en: 'Territorial foresight' },
  reunion_partenaires: { fr: 'Réunions des partenaires', en: 'Meetings of partners' },
  gouvernance: { fr: 'Gouvernance', en: 'Governance' },
  international: { fr: 'Échanges internationaux', en: 'International exchanges' },
  incubation: { fr: 'Incubation', en: 'Incubation' },
  mission_innovation_adf: {
    fr: 'Mission innovation de l’ADF',
    en: 'Innovation mission of the ADF',
  },
}

/** What a programme is called; one that nobody named here is shown by its code, in words. */
export const nameOfProgramme = (code: string): Labels =>
  programmeOf(code)?.labels ?? otherNames[code] ?? proper(inWords(code))

const inWords = (code: string): string => withCapital(code.replace(/[_-]+/g, ' '))
