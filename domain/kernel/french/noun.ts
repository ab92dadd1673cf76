/** Words with the article that goes before them: «le laboratoire», «l’enquête», «les années 1990», «mars 2012». */
export interface Noun {
  readonly article: 'le' | 'la' | 'l’' | 'les' | 'none'
  readonly words: string
}

export type Gender = 'm' | 'f'

/** Whether articles and «de» lose their vowel before these words. */
export const elides = (words: string): boolean => {
  const [first = ''] = plain(words).split(/[^a-z]/)
  return first.startsWith('h') ? !aspirated.test(first) : /^[aeiouy]/.test(first) && !unelided.test(first)
}

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae')

/** An «h» before which nothing is elided, among the words that are said of administrations and their places. */
const aspirated =
  /^(?:hackathon|hall|halle|hameau|handicap|harcelement|hangar|hasard|hausse|haut|havre|haye|hors|hub|huit|hollande|hongrie)/
const unelided = /^(?:oui|onze|onzieme|yacht|yaourt|yoga|youtube|y)$/

/** The noun with the definite article of the singular: «le labo», «la résidence», «l’enquête». */
export const definite = (words: string, gender: Gender): Noun => ({
  article: elides(words) ? 'l’' : gender === 'm' ? 'le' : 'la',
  words,
})

/** A name, or words that have no article: «Région Bourgogne», «mars 2012». */
export const bare = (words: string): Noun => ({ article: 'none', words })

/** «le labo», «l’enquête», «mars 2012» */
export const written = ({ article, words }: Noun): string =>
  article === 'none' ? words : article === 'l’' ? `l’${words}` : `${article} ${words}`

/** «du labo», «de la résidence», «de l’enquête», «des années 1990», «d’avril», «de Région Bourgogne» */
export const of = (noun: Noun): string => {
  switch (noun.article) {
    case 'le':
      return `du ${noun.words}`
    case 'les':
      return `des ${noun.words}`
    case 'la':
    case 'l’':
      return `de ${written(noun)}`
    case 'none':
      return elides(noun.words) ? `d’${noun.words}` : `de ${noun.words}`
  }
}

/** «au labo», «à la résidence», «à l’enquête», «aux années 1990», «à mars 2012» */
export const to = (noun: Noun): string => {
  switch (noun.article) {
    case 'le':
      return `au ${noun.words}`
    case 'les':
      return `aux ${noun.words}`
    case 'la':
    case 'l’':
    case 'none':
      return `à ${written(noun)}`
  }
}

/** A masculine participle or adjective in «é», agreed: «achevé», «achevée», «achevées». */
export const agreed = (masculine: string, gender: Gender, several = false): string =>
  `${masculine}${gender === 'f' ? 'e' : ''}${several && !(gender === 'm' && masculine.endsWith('s')) ? 's' : ''}`
