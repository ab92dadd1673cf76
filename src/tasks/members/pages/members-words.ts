import type { Labels } from '#domain/kernel/labels.js'
import type { MemberView } from '#projections/asked/members/members-view.js'

/** What the page says on which staff see who is a member. */
export const membersWords = {
  title: { fr: 'Adhérents', en: 'Members' },
  lead: {
    fr: 'Qui adhérait une année, qui relancer, et qui n’est plus connu comme adhérent. Au-delà de la dernière nouvelle, rien n’est supposé.',
    en: 'Who was a member in a year, whom to ask again, and who is no longer known as one. Beyond the last news nothing is guessed.',
  },
  filters: { fr: 'Quelle année, quelle association', en: 'Which year, which association' },
  year: { fr: 'Année', en: 'Year' },
  association: { fr: 'Association ou consortium', en: 'Association or consortium' },
  show: { fr: 'Afficher', en: 'Show' },
  inBrief: { fr: 'Ce que l’on sait de cette année', en: 'What is known of this year' },
  amounts: { fr: 'Montants connus', en: 'Known amounts' },
  noAmount: { fr: 'aucun montant n’est consigné', en: 'no amount is on record' },
  targets: { fr: 'Objectifs annoncés pour cette année', en: 'Targets announced for this year' },
  targetsLead: {
    fr: 'Ce qui était visé n’est pas un résultat : les deux ne s’additionnent ni ne se remplacent.',
    en: 'What was aimed at is no result: neither adds to the other or stands for it.',
  },
  organisation: { fr: 'Organisation', en: 'Organisation' },
  known: { fr: 'Ce que l’on en sait', en: 'What is known' },
  amount: { fr: 'Montant', en: 'Amount' },
  payer: { fr: 'Qui paie', en: 'Who pays' },
  rights: { fr: 'Droits utilisés', en: 'Rights used' },
  took: { fr: 'Recherche-action dans l’année', en: 'Research-action that year' },
  heirs: { fr: 'À qui s’adresser', en: 'Whom to ask' },
  record: { fr: 'Que faire', en: 'What to do' },
  renew: { fr: 'Enregistrer le renouvellement', en: 'Record the renewal' },
  recordMembership: { fr: 'Enregistrer une adhésion', en: 'Record a membership' },
  without: { fr: 'Recherche-action sans adhésion connue', en: 'Research-action without a known membership' },
  withoutLead: {
    fr: 'Depuis 2016, l’adhésion est demandée pour prendre part à un programme de recherche-action. Étapes commencées, en cours ou achevées cette année-là.',
    en: 'Since 2016, membership is asked of who takes part in a research-action programme. Steps begun, under way or completed that year.',
  },
  withoutNone: {
    fr: 'Personne : tous ceux qui ont pris part à un programme de recherche-action cette année-là sont connus comme adhérents.',
    en: 'Nobody: all who took part in a research-action programme that year are known members.',
  },
  withoutUnasked: {
    fr: 'Avant 2016, aucune source ne dit que l’adhésion était demandée pour un programme de recherche-action.',
    en: 'Before 2016, no source says that membership was asked for a research-action programme.',
  },
  steps: { fr: 'Étapes', en: 'Steps' },
  byYear: { fr: 'Année par année', en: 'Year by year' },
  byYearMember: { fr: 'Adhésions connues', en: 'Known members' },
  byYearPerhaps: { fr: 'Possibles en plus', en: 'Possible besides' },
  opens: { fr: 'Ce que l’adhésion ouvre', en: 'What membership opens' },
  csv: {
    fr: 'Télécharger cette liste (CSV, pour un tableur)',
    en: 'Download this list (CSV, for a spreadsheet)',
  },
  nobody: {
    fr: 'Personne n’est connu comme adhérent cette année-là, ni avant.',
    en: 'Nobody is known as a member that year, or before.',
  },
  nobodyAdvice: {
    fr: 'Choisir une autre année, ou enregistrer une adhésion.',
    en: 'Choose another year, or record a membership.',
  },
} as const

/** What each state is called above its list, and what it means. */
export const memberSections: Readonly<
  Record<MemberView['state'], { readonly title: Labels; readonly lead: Labels }>
> = {
  member: {
    title: { fr: 'Adhérents connus', en: 'Known members' },
    lead: {
      fr: 'Un fait nomme cette année, ou une nouvelle montre que l’adhésion durait.',
      en: 'A fact names this year, or news show that the membership stood.',
    },
  },
  perhaps: {
    title: { fr: 'Adhérents possibles', en: 'Possible members' },
    lead: { fr: 'Une date est trop vague pour en être sûr.', en: 'A date is too vague to be sure.' },
  },
  'to-renew': {
    title: { fr: 'À renouveler', en: 'To be renewed' },
    lead: {
      fr: 'Adhérents connus l’année d’avant ; rien ne dit encore qu’ils le sont cette année.',
      en: 'Known members the year before; nothing tells yet that they are this year.',
    },
  },
  lapsed: {
    title: { fr: 'Sans suite connue', en: 'Lapsed' },
    lead: {
      fr: 'Adhérents d’années plus anciennes, et non depuis : adhésion arrivée à son terme, ou que personne n’a redite.',
      en: 'Members of earlier years, and not since: the membership ended, or nobody told of it again.',
    },
  },
}

/** «9 adhésions connues» */
export const countsInBrief = (results: {
  readonly member: number
  readonly perhaps: number
  readonly toRenew: number
  readonly lapsed: number
}): readonly (readonly [Labels, number])[] => [
  [memberSections.member.title, results.member],
  ...(results.perhaps === 0 ? [] : [[memberSections.perhaps.title, results.perhaps] as const]),
  [memberSections['to-renew'].title, results.toRenew],
  [memberSections.lapsed.title, results.lapsed],
]

/** «45 000 € (9 adhésions ; montant inconnu pour 2)» */
export const amountsInWords = (amounts: {
  readonly min: number
  readonly max: number
  readonly known: number
  readonly unknown: number
}): Labels => {
  const { min, max, known, unknown } = amounts
  if (known === 0) return membersWords.noAmount
  const [fr, en] = [euros({ min, max }, 'fr'), euros({ min, max }, 'en')]
  return {
    fr: `${fr} pour ${known} ${known > 1 ? 'adhésions' : 'adhésion'}${unknown > 0 ? ` ; montant inconnu pour ${unknown}` : ''}`,
    en: `${en} for ${known} ${known > 1 ? 'memberships' : 'membership'}${unknown > 0 ? `; amount unknown for ${unknown}` : ''}`,
  }
}

/** «5 000 €», «de 4 000 à 5 000 €» */
export const euros = (
  { min, max }: { readonly min: number; readonly max: number },
  language: 'fr' | 'en',
): string => {
  const written = (amount: number): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(amount)
  if (min === max) return language === 'fr' ? `${written(min)} €` : `€${written(min)}`
  return language === 'fr' ? `de ${written(min)} à ${written(max)} €` : `€${written(min)} to €${written(max)}`
}
