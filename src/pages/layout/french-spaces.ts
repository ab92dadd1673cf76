import { usePage, useSay, type Say } from './page-context.js'

/**
 * French puts a space inside «guillemets» and before «: ; ? !» at which no line may break (Imprimerie nationale, «Lexique
 * des règles typographiques»): a narrow one before the last three. Texts are written with plain ones.
 */
export const withFrenchSpaces = (text: string): string =>
  text
    .replace(/« /g, '«\u00a0')
    .replace(/ (?=[»:])/g, '\u00a0')
    .replace(/ (?=[;?!])/g, '\u202f')

/** As `useSay`, with the spaces of French where the page is in French. */
export const useSpacedSay = (): Say => {
  const say = useSay()
  const { language } = usePage()
  return language === 'fr' ? (labels) => withFrenchSpaces(say(labels)) : say
}
