import { code, codes } from '#domain/steps/declaring/attribute.js'
import { family } from '#domain/steps/declaring/kind.js'
import { audience, days, participants } from './shared-attributes.js'

/** First contacts: to hear of public innovation, to see it, and what an organisation says of itself. */
export const sensitisation = family('sensitisation', { fr: 'sensibilisation', en: 'sensitisation' }, [
  {
    code: 'seminar',
    shape: 'punctual',
    events: { happened: 'SeminarHeld' },
    labels: { fr: 'séminaire', en: 'seminar' },
    plural: { fr: 'séminaires', en: 'seminars' },
    gender: 'm',
    attributes: {
      format: code('format', 'format', {
        seminar: { fr: 'séminaire', en: 'seminar' },
        'discovery-day': { fr: 'journée découverte', en: 'discovery day' },
        'awareness-day': { fr: 'journée de sensibilisation', en: 'awareness day' },
        module: { fr: 'module', en: 'module' },
        talk: { fr: 'conférence', en: 'talk' },
        symposium: { fr: 'colloque', en: 'symposium' },
        forum: { fr: 'forum', en: 'forum' },
        'open-doors': { fr: 'portes ouvertes', en: 'open doors' },
        'study-trip': { fr: 'voyage d’étude', en: 'study trip' },
        visit: { fr: 'visite', en: 'visit' },
        'co-design': { fr: 'co-conception', en: 'co-design' },
        other: { fr: 'autre', en: 'other' },
      }),
      participants,
      audience,
      days,
    },
  },
  {
    code: 'interest',
    shape: 'punctual',
    events: { happened: 'InterestShown' },
    labels: { fr: 'marque d’intérêt', en: 'interest' },
    plural: { fr: 'marques d’intérêt', en: 'signs of interest' },
    gender: 'f',
    participles: { happened: { fr: 'exprimée', en: 'shown' } },
    attributes: { participants },
  },
  {
    code: 'posture',
    shape: 'punctual',
    events: { happened: 'PostureDeclared' },
    labels: { fr: 'posture déclarée', en: 'declared posture' },
    plural: { fr: 'postures déclarées', en: 'declared postures' },
    gender: 'f',
    participles: { happened: { fr: 'déclarée', en: 'declared' } },
    attributes: {
      postures: codes('postures', 'postures', {
        curieux: { fr: 'curieux', en: 'curious' },
        experimentateur: { fr: 'expérimentateur', en: 'experimenter' },
        batisseur: { fr: 'bâtisseur', en: 'builder' },
        ancre: { fr: 'ancré', en: 'anchored' },
        'avant-gardiste': { fr: 'avant-gardiste', en: 'avant-garde' },
      }),
    },
  },
])
