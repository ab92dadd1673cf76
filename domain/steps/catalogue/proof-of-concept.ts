import { family } from '#domain/steps/declaring/kind.js'
import { months, participants, team, weeks } from './shared-attributes.js'

/** To try on real ground: Territoires en Résidences, Rebonds and others. */
export const proofOfConcept = family(
  'proof-of-concept',
  { fr: 'preuve de concept', en: 'proof of concept' },
  [
    {
      code: 'residency',
      shape: 'running',
      events: {
        started: 'ResidencyStarted',
        completed: 'ResidencyCompleted',
        abandoned: 'ResidencyAbandoned',
      },
      labels: { fr: 'résidence', en: 'residency' },
      plural: { fr: 'résidences', en: 'residencies' },
      gender: 'f',
      attributes: { weeks, team, participants },
    },
    {
      code: 'experiment',
      shape: 'running',
      events: {
        started: 'ExperimentStarted',
        completed: 'ExperimentCompleted',
        abandoned: 'ExperimentAbandoned',
      },
      labels: { fr: 'expérimentation', en: 'experiment' },
      plural: { fr: 'expérimentations', en: 'experiments' },
      gender: 'f',
      attributes: { months, team, participants },
    },
    {
      code: 'immersion-week',
      shape: 'punctual',
      events: { happened: 'ImmersionWeekHeld' },
      labels: { fr: 'semaine d’immersion', en: 'immersion week' },
      plural: { fr: 'semaines d’immersion', en: 'immersion weeks' },
      gender: 'f',
      attributes: { team, participants },
    },
    {
      code: 'prototype',
      shape: 'punctual',
      events: { happened: 'PrototypeTested' },
      labels: { fr: 'prototype', en: 'prototype' },
      plural: { fr: 'prototypes', en: 'prototypes' },
      gender: 'm',
      participles: { happened: { fr: 'testé', en: 'tested' } },
      attributes: { participants },
    },
    {
      code: 'follow-up',
      shape: 'punctual',
      events: { happened: 'FollowUpHeld' },
      labels: { fr: 'retour sur place', en: 'follow-up' },
      plural: { fr: 'retours sur place', en: 'follow-ups' },
      gender: 'm',
      participles: { happened: { fr: 'fait', en: 'made' } },
      attributes: { participants },
    },
  ],
)
