import { code } from '#domain/steps/declaring/attribute.js'
import { family } from '#domain/steps/declaring/kind.js'
import { setbackNatures } from './shared-attributes.js'

/** «Parcours d’obstacles»: what stood in the way, at which step (`follows`), until it was overcome. */
export const setback = family('setback', { fr: 'obstacle', en: 'setback' }, [
  {
    code: 'setback',
    shape: 'lasting',
    events: { begun: 'SetbackMet', changed: 'SetbackChanged', ended: 'SetbackOvercome' },
    labels: { fr: 'obstacle', en: 'setback' },
    plural: { fr: 'obstacles', en: 'setbacks' },
    gender: 'm',
    participles: { begun: { fr: 'rencontré', en: 'met' }, ended: { fr: 'surmonté', en: 'overcome' } },
    attributes: { nature: code('nature', 'nature', setbackNatures) },
  },
])
