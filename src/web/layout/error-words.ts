/** What a page says when it can't be shown. */
export const errorWords = {
  notFound: { fr: 'Cette page n’existe pas', en: 'There is no such page' },
  notFoundAdvice: {
    fr: 'L’adresse a peut-être été mal recopiée. Chercher l’organisation par son nom :',
    en: 'The address may have been miscopied. Search for the organisation by its name:',
  },
  refused: { fr: 'Cette demande ne peut être satisfaite', en: 'This request cannot be met' },
  withoutChoices: {
    fr: 'La même page, sans ce qui la précisait',
    en: 'The same page, without what narrowed it',
  },
  toOrganisations: { fr: 'Toutes les organisations', en: 'All organisations' },
  failed: { fr: 'Le service a rencontré une erreur', en: 'The service met an error' },
  failedAdvice: {
    fr: 'Rien n’a été enregistré par cette demande, ou la réponse s’est perdue : réessayer est sans danger. Si l’erreur revient, donner ce numéro à qui exploite le service :',
    en: 'Either this request recorded nothing or its answer was lost: trying again is safe. If the error comes back, give this number to whoever operates the service:',
  },
  staleForm: { fr: 'Ce formulaire est trop ancien', en: 'This form is too old' },
  staleFormAdvice: {
    fr: 'Rien n’a été enregistré. Revenir à la page précédente, la recharger, puis envoyer à nouveau : le navigateur garde ce qui était saisi.',
    en: 'Nothing was recorded. Go back, reload the page, and send it again: the browser keeps what was typed.',
  },
  searchLabel: { fr: 'Nom de l’organisation', en: 'Name of the organisation' },
  search: { fr: 'Chercher', en: 'Search' },
} as const
