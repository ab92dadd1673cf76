import { code, flag, text } from '#domain/steps/declaring/attribute.js'
import { family } from '#domain/steps/declaring/kind.js'
import { agentsTrained, endReasons, months, participants, team, weeks } from './shared-attributes.js'

/** To make it last inside: La Transfo, a mandate, a lab. «Transfo done» does not mean that a lab exists. */
export const institutionalisation = family(
  'institutionalisation',
  { fr: 'institutionnalisation', en: 'institutionalisation' },
  [
    {
      code: 'transfo',
      shape: 'running',
      events: { started: 'TransfoStarted', completed: 'TransfoCompleted', abandoned: 'TransfoAbandoned' },
      labels: { fr: 'Transfo', en: 'Transfo' },
      plural: { fr: 'Transfos', en: 'Transfos' },
      gender: 'f',
      attributes: { agentsTrained, team, weeks, months, participants },
      constants: { audience: ['agents'] },
    },
    {
      code: 'mandate',
      shape: 'lasting',
      events: { begun: 'MandateGiven', changed: 'MandateChanged', ended: 'MandateWithdrawn' },
      labels: { fr: 'mandat', en: 'mandate' },
      plural: { fr: 'mandats', en: 'mandates' },
      gender: 'm',
      participles: { begun: { fr: 'donné', en: 'given' }, ended: { fr: 'retiré', en: 'withdrawn' } },
      attributes: { reason: code('raison de la fin', 'reason of the end', endReasons) },
    },
    {
      code: 'lab-prefiguration',
      shape: 'running',
      events: {
        started: 'LabPrefigurationStarted',
        completed: 'LabPrefigurationCompleted',
        abandoned: 'LabPrefigurationAbandoned',
      },
      labels: { fr: 'préfiguration d’un labo', en: 'lab prefiguration' },
      plural: { fr: 'préfigurations d’un labo', en: 'lab prefigurations' },
      gender: 'f',
      attributes: { team },
    },
    {
      code: 'lab',
      shape: 'lasting',
      events: {
        begun: 'LabOpened',
        changed: 'LabChanged',
        suspended: 'LabSuspended',
        resumed: 'LabResumed',
        ended: 'LabClosed',
      },
      labels: { fr: 'laboratoire d’innovation', en: 'innovation lab' },
      plural: { fr: 'laboratoires d’innovation', en: 'innovation labs' },
      gender: 'm',
      verbs: { begun: { fr: 'a ouvert', en: 'opened' }, ended: { fr: 'a fermé', en: 'closed' } },
      participles: { begun: { fr: 'ouvert', en: 'opened' }, ended: { fr: 'fermé', en: 'closed' } },
      attributes: {
        team,
        official: flag('officialisé', 'made official'),
        attachedTo: text('place dans l’organigramme', 'place in the organisation chart'),
        participants,
        reason: code('raison de la fin', 'reason of the end', endReasons),
      },
    },
  ],
)
