import { askedWords } from '#src/web/layout/asked-words.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { StillTrueResult } from '#src/tasks/calling-back/use-cases/confirm-still-true.js'

/** What the page says on which staff see whom to call back. */
export const callBackWords = {
  title: { fr: 'À rappeler', en: 'To call back' },
  lead: {
    fr: 'Ce que l’on sait vieillit : voici à qui demander des nouvelles, lesquelles, et ce que la réponse trancherait. Personne n’est classé.',
    en: 'What is known grows old: here is whom to ask for news, which news, and what the answer would settle. Nobody is ranked.',
  },
  filters: { fr: 'Resserrer', en: 'Narrow down' },
  reason: askedWords.reason,
  kind: { fr: 'Type d’organisation', en: 'Kind of organisation' },
  region: { fr: 'Région', en: 'Region' },
  noRegion: { fr: 'région inconnue, ou aucune', en: 'unknown, or none' },
  programme: { fr: 'Programme', en: 'Programme' },
  months: askedWords.months,
  now: { fr: 'aujourd’hui seulement', en: 'today only' },
  order: { fr: 'Dans l’ordre', en: 'In order' },
  orderDay: { fr: 'du jour', en: 'of days' },
  orderName: { fr: 'du nom', en: 'of names' },
  all: { fr: 'sans filtre', en: 'any' },
  apply: { fr: 'Appliquer les filtres', en: 'Apply the filters' },
  removeAll: { fr: 'Retirer tous les filtres', en: 'Remove all filters' },
  since: { fr: 'depuis le', en: 'since' },
  from: { fr: 'à partir du', en: 'from' },
  why: { fr: 'Pourquoi', en: 'Why' },
  ask: { fr: 'Que demander', en: 'What to ask' },
  settles: { fr: 'Ce que cela tranche', en: 'What it settles' },
  stillTrue: { fr: 'Toujours vrai :', en: 'Still true:' },
  step: { fr: 'L’étape :', en: 'The step:' },
  recordNews: { fr: 'Enregistrer ce qui s’est fait', en: 'Record what was done' },
  recordSequel: { fr: 'Enregistrer sa suite', en: 'Record how it went on' },
  nothingDue: { fr: 'Personne à rappeler', en: 'Nobody to call back' },
  nothingDueAdvice: {
    fr: 'Tout ce qui est consigné est frais, et rien n’est resté sans suite. Regarder plus loin devant :',
    en: 'All that is on record is fresh, and nothing is left without a sequel. Look further ahead:',
  },
  ahead: { fr: 'les deux ans qui viennent', en: 'the next two years' },
  nothingFiltered: {
    fr: 'Aucun appel ne répond à ces filtres : ensemble, ils ne laissent rien.',
    en: 'No call answers to these filters: together they leave nothing.',
  },
  nothingOnRecord: {
    fr: 'Rien n’est encore enregistré. Importer un fichier, ou enregistrer une première étape :',
    en: 'Nothing is on record yet. Import a file, or record a first step:',
  },
  import: { fr: 'Importer', en: 'Import' },
  tickHint: {
    fr: 'Cocher ce dont on sait que c’est toujours vrai, puis',
    en: 'Tick what is known to be still true, then',
  },
  tickThen: { fr: 'confirmer en une fois, sous la liste', en: 'confirm it all at once, below the list' },
  confirmTitle: {
    fr: 'Toujours vrai : confirmer ce qui est coché',
    en: 'Still true: confirm what is ticked',
  },
  confirmLead: {
    fr: 'Cocher plus haut ce que l’on vient d’apprendre, puis confirmer : chaque étape est confirmée pour elle-même, et le compte rendu dit ce qui ne l’a pas été, et pourquoi.',
    en: 'Tick above what you have just learnt, then confirm: each step is confirmed on its own, and the report says what was not, and why.',
  },
  when: { fr: 'Quand c’était encore vrai', en: 'When it was still true' },
  whenHint: {
    fr: 'Comme on le dit : « mars 2026 », « printemps 2026 ». Laissé vide : aujourd’hui.',
    en: 'As one says it: “mars 2026”. Left empty: today.',
  },
  whenToCome: {
    fr: 'Ce jour n’est pas encore venu : en donner un passé, ou laisser vide pour aujourd’hui.',
    en: 'That day has not come yet: give one that has passed, or leave it empty for today.',
  },
  source: { fr: 'D’où on le tient', en: 'Where it comes from' },
  sourceHint: {
    fr: 'Par exemple « appel téléphonique », « site de la collectivité ». Aucun nom de personne.',
    en: 'For example “phone call”, “their web site”. No names of people.',
  },
  confirm: { fr: 'Confirmer ce qui est coché', en: 'Confirm what is ticked' },
  nothingTicked: {
    fr: 'Rien n’est coché : cocher au moins une étape dont on sait qu’elle est toujours vraie.',
    en: 'Nothing is ticked: tick at least one step that is known to be still true.',
  },
  tooMany: {
    fr: 'Cent étapes au plus à la fois : en décocher, puis recommencer avec les autres.',
    en: 'A hundred steps at most at a time: untick some, then go on with the others.',
  },
  reportTitle: { fr: 'Toujours vrai : compte rendu', en: 'Still true: report' },
  reportGone: {
    fr: 'Ce compte rendu n’est plus gardé. Ce qui a été confirmé l’est resté : chaque étape le montre dans son histoire.',
    en: 'This report is no longer kept. What was confirmed remains so: each step shows it in its history.',
  },
  notConfirmed: { fr: 'Ce qui n’a pas été confirmé, et pourquoi', en: 'What was not confirmed, and why' },
  confirmed: { fr: 'Ce qui est confirmé', en: 'What is confirmed' },
  backToList: { fr: 'Revenir à la liste des appels', en: 'Back to the list of calls' },
  organisation: { fr: 'Organisation', en: 'Organisation' },
  result: { fr: 'Résultat', en: 'Result' },
  stepHeading: { fr: 'Étape', en: 'Step' },
  firstPage: { fr: 'Revenir au début de la liste', en: 'Back to the beginning of the list' },
  continued: { fr: 'suite de la liste', en: 'continued' },
} as const

/** What became of one confirmation. */
export const resultWords: Readonly<Record<StillTrueResult['result'], Labels>> = {
  recorded: { fr: 'confirmée', en: 'confirmed' },
  repeated: { fr: 'déjà confirmée par ce même envoi', en: 'confirmed before by this same form' },
  unchanged: { fr: 'déjà consigné à l’identique', en: 'on record already' },
  refused: { fr: 'refusée', en: 'refused' },
  failed: { fr: 'pas enregistrée', en: 'not recorded' },
}

/** «97 appels à faire» */
export const countOfCalls = (count: number): Labels => ({
  fr: `${new Intl.NumberFormat('fr').format(count)} ${count < 2 ? 'appel à faire' : 'appels à faire'}`,
  en: `${new Intl.NumberFormat('en').format(count)} ${count === 1 ? 'call' : 'calls'} to make`,
})

/** «3 étapes confirmées, 1 non» */
export const countOfConfirmed = (confirmed: number, others: number): Labels => ({
  fr: `${confirmed === 0 ? 'Aucune étape confirmée' : `${confirmed} étape${confirmed > 1 ? 's' : ''} confirmée${confirmed > 1 ? 's' : ''}`}${others > 0 ? ` ; ${others} ne l’${others > 1 ? 'ont' : 'a'} pas été` : ''}.`,
  en: `${confirmed === 0 ? 'No step was confirmed' : `${confirmed} ${confirmed > 1 ? 'steps were' : 'step was'} confirmed`}${others > 0 ? `; ${others} ${others > 1 ? 'were' : 'was'} not` : ''}.`,
})

/** «d’ici 6 mois» */
export const monthsAhead = (months: number): Labels => ({ fr: `${months} mois`, en: `${months} months` })

/** Those of which nobody is left to ask. */
export const nobodyLeftWords = (count: number): Labels => ({
  fr: `${count} ${count > 1 ? 'étapes restées sans suite sont' : 'étape restée sans suite est'} d’organisations disparues sans successeur connu : personne à rappeler.`,
  en: `${count} ${count > 1 ? 'steps without a sequel are' : 'step without a sequel is'} of organisations that ended without a known successor: nobody to call.`,
})
