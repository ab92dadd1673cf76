import { LARGEST_UPLOAD_MB, MOST_FILES } from '#src/application/import/uploads.js'
import type { Answer } from './message.js'

/** What callers are told where the domain did not refuse, but the answer is not what was asked for either. */
export const outcomeAnswers = {
  'invalid-input': {
    status: 400,
    exit: 2,
    fr: 'La demande n’est pas valable : corriger les champs nommés dans « faults ».',
    en: 'The request is not valid: correct the fields named in “faults”.',
  },
  'step-needed': {
    status: 400,
    exit: 2,
    fr: 'Ce moment se rattache à une étape déjà enregistrée : donner son « stepId » (il est dans l’historique des étapes).',
    en: 'This stage belongs to a step that is on record: give its “stepId” (it is in the history of steps).',
  },
  'organisation-unknown': {
    status: 404,
    exit: 2,
    fr: 'Cette organisation n’est pas enregistrée. La chercher par son nom : GET /v1/organisations?q=…',
    en: 'This organisation is not registered. Search for its name: GET /v1/organisations?q=…',
  },
  'identifier-needed': {
    status: 400,
    exit: 2,
    fr: 'Ce nom n’a ni lettre ni chiffre dont faire un identifiant : en donner un dans « id ».',
    en: 'This name has no letter or digit to make an identifier from: give one in “id”.',
  },
  'horizon-too-early': {
    status: 400,
    exit: 2,
    fr: 'L’horizon doit suivre le jour demandé (asOf, aujourd’hui par défaut). En donner un plus tardif, ou aucun.',
    en: 'The horizon must come after the asked day (asOf, today by default). Give a later one, or none.',
  },
  'model-unknown': {
    status: 404,
    exit: 2,
    fr: 'Ce modèle de maturité n’existe pas. Ceux qui existent sont nommés à côté (« known »).',
    en: 'There is no such maturity model. Those that there are stand beside this (“known”).',
  },
  'position-unknown': {
    status: 400,
    exit: 2,
    fr: 'Le modèle d’usage n’a pas de position de ce nom. Celles qu’il a sont nommées à côté (« known »).',
    en: 'The usual model has no such position. Those that it has stand beside this (“known”).',
  },
  'route-unknown': {
    status: 404,
    exit: 2,
    fr: 'Rien ne répond à cette adresse. Ce qui existe est décrit sous /docs.',
    en: 'Nothing answers at this address. What there is, is described at /docs.',
  },
  'bad-cursor': {
    status: 400,
    exit: 2,
    fr: 'Ce curseur ne vient pas d’une liste dans cet ordre. Reprendre la liste sans « cursor ».',
    en: 'This cursor is not of a list in this order. Start the list again without “cursor”.',
  },
  moved: {
    status: 412,
    exit: 3,
    fr: 'L’organisation a changé depuis la lecture (If-Match). La relire, puis redemander.',
    en: 'The organisation has changed since it was read (If-Match). Read it again, then ask again.',
  },
  'command-reused': {
    status: 409,
    exit: 2,
    fr: 'Cette clé (Idempotency-Key) a déjà servi pour un autre contenu. En choisir une nouvelle.',
    en: 'This key (Idempotency-Key) was used before, with another body. Choose a new one.',
  },
  busy: {
    status: 503,
    exit: 3,
    fr: 'Trop d’écritures attendent. Rien n’a été enregistré : redemander dans un instant.',
    en: 'Too many writes are waiting. Nothing was recorded: ask again in a moment.',
  },
  'log-unavailable': {
    status: 503,
    exit: 3,
    fr: 'Le journal ne répond pas. Ce qui était demandé a pu être enregistré ou non : redemander la même chose sous la même clé (Idempotency-Key), rien ne sera doublé. L’état est sous /health/ready.',
    en: 'The log does not answer. What was asked may have been recorded or not: ask the same again under the same key (Idempotency-Key), nothing will be doubled. The state is at /health/ready.',
  },
  'disk-full': {
    status: 507,
    exit: 3,
    fr: 'Le disque est plein. Rien n’a été enregistré : libérer de la place, puis redemander.',
    en: 'The disk is full. Nothing was recorded: free some space, then ask again.',
  },
  'not-seen-yet': {
    status: 503,
    exit: 3,
    fr: 'La liste n’a pas encore vu la position demandée (« after »). Redemander dans un instant ; l’état est sous /health/ready.',
    en: 'The list has not seen the asked position (“after”) yet. Ask again in a moment; its state is at /health/ready.',
  },
  'beyond-log': {
    status: 409,
    exit: 2,
    fr: 'La position demandée (« after ») est au-delà de ce journal : elle vient d’un autre journal, ou d’avant une restauration. Relire sans elle.',
    en: 'The asked position (“after”) lies beyond this log: it comes from another log, or from before a restore. Read again without it.',
  },
  'other-log': {
    status: 409,
    exit: 2,
    fr: 'Les positions gardées viennent d’un autre journal (« log-identity ») : celui-ci l’a remplacé et compte autrement. Relire sans « after », puis garder les nouvelles.',
    en: 'The positions that were kept come from another log (“log-identity”): this one took its place and counts otherwise. Read again without “after”, and keep the new ones.',
  },
  'wrong-host': {
    status: 421,
    exit: 2,
    fr: 'Ce serveur ne répond pas sous ce nom : l’appeler par 127.0.0.1 ou localhost, ou par un nom que TRUSTED_HOSTS énumère.',
    en: 'This server does not answer by this name: call it 127.0.0.1 or localhost, or a name that TRUSTED_HOSTS lists.',
  },
  'bad-address': {
    status: 400,
    exit: 2,
    fr: 'Cette adresse est mal écrite, ou trop longue. Vérifier ses caractères codés (%…) et ses identifiants.',
    en: 'This address is badly written, or too long. Check its percent-encoding and its identifiers.',
  },
  'bad-etag': {
    status: 400,
    exit: 2,
    fr: 'If-Match attend un ETag de cette organisation, entre guillemets, tel que l’historique des étapes le donne : "12".',
    en: 'If-Match takes an ETag of this organisation, in quotes, as the history of steps gives it: "12".',
  },
  'too-large': {
    status: 413,
    exit: 2,
    fr: 'Le contenu envoyé est trop grand. Un historique entier s’importe par fichier : trajectoires import.',
    en: 'What was sent is too large. A whole history is imported from files: trajectoires import.',
  },
  'not-json': {
    status: 400,
    exit: 2,
    fr: 'Le contenu envoyé n’est pas du JSON valable. Vérifier sa forme.',
    en: 'What was sent is not valid JSON. Check its form.',
  },
  'wrong-media-type': {
    status: 415,
    exit: 2,
    fr: 'Le contenu attendu est du JSON. L’envoyer avec l’en-tête « Content-Type: application/json ».',
    en: 'JSON is expected. Send it with the header “Content-Type: application/json”.',
  },
  'import-unknown': {
    status: 404,
    exit: 2,
    fr: 'Aucun import n’est gardé sous cet identifiant : il fut effacé, ou n’a jamais été. La liste est sous GET /v1/imports.',
    en: 'No import is kept under this identifier: it was erased, or never was. The list is at GET /v1/imports.',
  },
  'import-changed': {
    status: 409,
    exit: 3,
    fr: 'Le journal a changé depuis l’essai, et des lignes avec lui. Rien n’a été enregistré : relire le nouvel essai, puis confirmer.',
    en: 'The log has changed since the dry run, and rows with it. Nothing was recorded: read the new dry run, then commit again.',
  },
  'import-files-gone': {
    status: 410,
    exit: 2,
    fr: 'Les fichiers de cet import ne sont plus gardés. Les envoyer à nouveau : rien n’est enregistré deux fois.',
    en: 'The files of this import are kept no longer. Send them again: nothing is recorded twice.',
  },
  'import-without-file': {
    status: 400,
    exit: 2,
    fr: 'Aucun fichier n’est joint. En envoyer un en multipart/form-data, ou comme corps text/csv.',
    en: 'No file came along. Send one as multipart/form-data, or as a text/csv body.',
  },
  'import-too-large': {
    status: 413,
    exit: 2,
    fr: `Un fichier dépasse ${LARGEST_UPLOAD_MB} Mo, ou il y en a plus de ${MOST_FILES}. Le partager en plusieurs, ou employer la ligne de commande : trajectoires import.`,
    en: `A file exceeds ${LARGEST_UPLOAD_MB} MB, or there are more than ${MOST_FILES}. Split it, or use the command line: trajectoires import.`,
  },
  'wrong-origin': {
    status: 403,
    exit: 2,
    fr: 'Cet envoi vient d’une page d’un autre site : il n’est pas pris. Passer par la page des imports de ce service.',
    en: 'This comes from a page of another site and is not taken. Use the page of imports of this service.',
  },
  'programme-unknown': {
    status: 404,
    exit: 2,
    fr: 'Aucun programme ne porte ce code, et aucun fait ne le nomme. Les codes sont sous GET /v1/programmes.',
    en: 'No programme has this code, and no fact names it. The codes are at GET /v1/programmes.',
  },
  'step-not-found': {
    status: 404,
    exit: 2,
    fr: 'Aucune organisation n’a consigné cette étape. La chercher dans l’historique d’une organisation.',
    en: 'No organisation has this step on record. Look for it in the history of an organisation.',
  },
  'step-shared': {
    status: 409,
    exit: 2,
    fr: 'Plusieurs organisations ont consigné cette étape (« organisations »). Nommer celle qui parle dans « organisation ».',
    en: 'Several organisations have this step on record (“organisations”). Name the one that speaks in “organisation”.',
  },
  'succession-circle': {
    status: 409,
    exit: 1,
    fr: 'L’organisation qui succéderait est déjà de celles qui précèdent : vérifier qui succède à qui.',
    en: 'The organisation that would succeed is already among those that came before: check who came after whom.',
  },
  internal: {
    status: 500,
    exit: 3,
    fr: 'Une erreur s’est produite ici. Elle est dans les journaux sous le numéro « requestId » : le transmettre.',
    en: 'Something went wrong here. It is in the logs under “requestId”: pass that number on.',
  },
  'model-invalid': {
    status: 422,
    exit: 2,
    fr: 'Le document à comparer n’est pas un modèle valable : corriger ce que « faults » nomme, chaque faute avec son chemin.',
    en: 'The document to compare is no valid model: correct what “faults” names, each fault with its path.',
  },
} as const satisfies Record<string, Answer>

export type OutcomeCode = keyof typeof outcomeAnswers
