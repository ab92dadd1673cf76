import { Argument, Option } from 'commander'

/** What commands that ask have in common, said in the same words by each. */
export const organisationAsked = new Argument(
  '<organisation>',
  'son identifiant, par exemple region-bourgogne',
)
export const asOf = new Option('--as-of <jour>', 'ce qui était vrai ce jour-là (2015-11-26, 26/11/2015)')
export const knownAt = new Option('--known-at <moment>', 'ce qui était connu à ce moment (2020-01-01)')
export const knownBy = new Option(
  '--known-by <lecture>',
  'recorded : enregistré ici ; documented : dit par les documents de l’époque',
)
export const model = new Option('--model <modèle>', 'le modèle de maturité (premier-modele@1)')
export const json = new Option('--json', 'la réponse entière, pour un programme')
