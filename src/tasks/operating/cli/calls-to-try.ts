/** Three calls that show what the service answers, on the history that ships with it. */
export const callsToTry = [
  {
    path: '/v1/organisations?q=bourgogne',
    fr: 'chercher une organisation',
    en: 'search for an organisation',
  },
  {
    path: '/v1/organisations/region-champagne-ardenne/trajectory?asOf=2015-11-26',
    fr: 'où en était la Région Champagne-Ardenne, depuis quand et pourquoi',
    en: 'where Région Champagne-Ardenne stood, since when and why',
  },
  {
    path: '/v1/organisations/ville-de-paris/steps',
    fr: 'l’histoire de la Ville de Paris',
    en: 'the history of Ville de Paris',
  },
] as const
