/** What a status means, in a word or two; the sentence beside it says what is wrong and what to do. */
const titles: Readonly<Record<number, string>> = {
  400: 'Demande non valable',
  403: 'Interdit',
  404: 'Introuvable',
  409: 'Contraire à ce qui est consigné',
  410: 'Plus gardé',
  412: 'Changé depuis la lecture',
  413: 'Contenu trop grand',
  415: 'Format non pris en charge',
  421: 'Mauvaise adresse de serveur',
  422: 'Demande refusée',
  500: 'Erreur du service',
  503: 'Pas maintenant',
  507: 'Disque plein',
}

/** The `title` of a problem (RFC 9457): short, and the same from one occurrence to the next. */
export const titleOf = (status: number): string =>
  titles[status] ?? (status < 500 ? 'Demande refusée' : 'Erreur du service')
