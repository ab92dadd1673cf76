import type { Fault } from '#domain/kernel/fault.js'
import type { Wording } from '#domain/maturity/model/model.js'

/**
 * Everything that can be wrong with a model, each with its sentence; `{name}` stands for what the fault is about.
 * The codes are stable: editors and tests rely on them.
 */
const sentences = {
  'not-json': {
    fr: 'ce n’est pas du JSON : {problem}',
    en: 'this is not JSON: {problem}',
  },
  'repeated-key': {
    fr: '« {key} » est écrit deux fois au même endroit, et un seul des deux compterait : en retirer un',
    en: '“{key}” is written twice in one place, and only one of the two would count: take one out',
  },
  'too-deep': {
    fr: 'plus de {most} niveaux d’imbrication : découper ce critère en niveaux ou en dimensions',
    en: 'nested more than {most} deep: divide this criterion into levels or dimensions',
  },
  missing: { fr: 'il manque « {key} » : l’ajouter', en: '“{key}” is missing: add it' },
  'unknown-key': {
    fr: '« {key} » n’a pas de sens ici : le retirer',
    en: '“{key}” means nothing here: take it out',
  },
  'wrong-type': { fr: 'il faut ici : {expected}', en: 'expected here: {expected}' },
  'bad-value': { fr: 'valeur refusée ; attendu : {expected}', en: 'value refused; expected: {expected}' },
  'empty-text': { fr: 'ce texte est vide : l’écrire', en: 'this text is empty: write it' },
  'lone-surrogate': {
    fr: 'ce texte contient la moitié d’un caractère (un code U+D800 à U+DFFF seul) : le récrire',
    en: 'this text holds half a character (a code U+D800 to U+DFFF by itself): write it again',
  },
  'empty-list': {
    fr: 'cette liste est vide : il y faut au moins un élément',
    en: 'this list is empty: it needs at least one item',
  },
  'too-many': { fr: 'pas plus de {most} ici', en: 'no more than {most} here' },
  'too-long': { fr: 'pas plus de {most} caractères ici', en: 'no more than {most} characters here' },
  'empty-comparison': {
    fr: 'rien n’est demandé à l’attribut « {attribute} » : dire une valeur, « in », « atLeast » ou « atMost »',
    en: 'nothing is asked of the attribute “{attribute}”: state a value, “in”, “atLeast” or “atMost”',
  },
  'not-positive': {
    fr: 'il faut un nombre {bound} {least}',
    en: 'a number {bound} {least} is needed',
  },
  'bad-duration': {
    fr: 'il faut une durée ISO 8601 plus longue que zéro, comme P18M ou P3Y',
    en: 'an ISO 8601 duration longer than zero is needed, such as P18M or P3Y',
  },
  'reserved-code': {
    fr: '« HOR » est réservé à « hors parcours observé » : choisir trois autres lettres',
    en: '“HOR” is kept for “nothing observed”: choose three other letters',
  },
  'unknown-form': {
    fr: 'un critère se reconnaît à une de ces clés : {forms}',
    en: 'a criterion is known by one of these keys: {forms}',
  },
  'duplicate-code': {
    fr: '« {code} » est déjà pris : en choisir un autre',
    en: '“{code}” is already taken: choose another',
  },
  'duplicate-kind': {
    fr: '« {kind} » est nommé deux fois : une suffit',
    en: '“{kind}” is named twice: once is enough',
  },
  'unknown-kind': {
    fr: 'le catalogue ne connaît pas d’indice « {kind} » : en choisir un dans docs/catalogue.md',
    en: 'the catalogue knows no evidence “{kind}”: choose one in docs/catalogue.md',
  },
  'wrong-sort': {
    fr: '« {kind} » ne se demande pas avec « {form} » : c’est {sort}',
    en: '“{kind}” can’t be asked for with “{form}”: it is {sort}',
  },
  'unknown-attribute': {
    fr: '« {kind} » n’a pas d’attribut « {attribute} »',
    en: '“{kind}” has no attribute “{attribute}”',
  },
  'wrong-comparison': {
    fr: 'l’attribut « {attribute} » de « {kind} » est {nature} et ne se compare pas ainsi : {remedy}',
    en: 'the attribute “{attribute}” of “{kind}” is {nature} and can’t be compared like this: {remedy}',
  },
  'unknown-value': {
    fr: '« {value} » n’est pas une valeur de « {attribute} » pour « {kind} »',
    en: '“{value}” is no value of “{attribute}” for “{kind}”',
  },
  'not-a-quantity': {
    fr: '« {attribute} » de « {kind} » n’est pas une quantité : il ne s’additionne pas',
    en: '“{attribute}” of “{kind}” is no quantity: it can’t be summed',
  },
  'unknown-at-most-missing': {
    fr: 'une somme niée doit dire ce qu’ajoute au plus un fait sans chiffre : ajouter « unknownAtMost »',
    en: 'a sum under a negation must state the most that a fact without a figure adds: add “unknownAtMost”',
  },
  'unknown-dimension': { fr: 'aucune dimension « {dimension} »', en: 'there is no dimension “{dimension}”' },
  'level-out-of-range': {
    fr: 'la dimension « {dimension} » s’arrête au niveau {levels} : demander {levels} au plus',
    en: 'the dimension “{dimension}” ends at level {levels}: ask for {levels} at most',
  },
  'level-not-lower': {
    fr: 'le niveau {level} de « {dimension} » ne peut s’appuyer que sur des niveaux plus bas',
    en: 'level {level} of “{dimension}” may only rest on lower levels',
  },
  'level-circle': {
    fr: 'ces niveaux tournent en rond ({circle}) : l’un d’eux doit se passer des autres',
    en: 'these levels go in a circle ({circle}): one of them must do without the others',
  },
  'fresh-on-level': {
    fr: 'un niveau n’a pas de « fresh », ses critères ont le leur : le retirer',
    en: 'a level takes no “fresh”, its criteria have their own: take it out',
  },
  'more-than-choices': {
    fr: 'il en faut {atLeast}, mais la liste n’en compte que {choices} : en demander moins, ou l’allonger',
    en: '{atLeast} are asked for, but the list has only {choices}: ask for fewer, or lengthen it',
  },
  unreachable: {
    fr: 'ce critère se contredit, aucun fait ne peut jamais le remplir : retirer une des conditions qui s’opposent',
    en: 'this criterion contradicts itself, no fact can ever meet it: take out one of the conditions that oppose each other',
  },
} as const satisfies Record<string, Wording>

export type FaultCode = keyof typeof sentences

/** What a well-meaning author may not have intended; a model with warnings is valid. */
const warnings = {
  'never-stale': {
    fr: 'un état sans « fresh » ne se périme jamais ; si c’est voulu, écrire « fresh »: null',
    en: 'a standing without “fresh” never goes stale; if that is meant, write “fresh”: null',
  },
  'outlives-lower-level': {
    fr: 'ce niveau peut survivre au niveau {lower}, qui se périme plus tôt',
    en: 'this level can outlive level {lower}, which goes stale sooner',
  },
  'idle-fresh': {
    fr: '« within » est plus court que « fresh », qui n’ajoute donc rien : le retirer, ou le raccourcir',
    en: '“within” is shorter than “fresh”, which therefore adds nothing: take it out, or shorten it',
  },
  'guess-under-negation': {
    fr: 'le niveau nié ici compte une somme sans « unknownAtMost »',
    en: 'the level negated here holds a sum without “unknownAtMost”',
  },
} as const satisfies Record<string, Wording>

export type WarningCode = keyof typeof warnings

interface Finding<Code> {
  readonly code: Code
  /** JSON pointer (RFC 6901) into the document. */
  readonly path: string
  readonly data: Readonly<Record<string, string | number>>
}

export type ModelFault = Finding<FaultCode>
export type ModelWarning = Finding<WarningCode>

/** What a person reads about a fault, without its path. */
export const faultSentence = ({ code, data }: ModelFault): Wording => {
  const sentence = filled(sentences[code], data)
  const help =
    'near' in data ? filled(nearby, data) : 'known' in data ? filled(choices, data) : { fr: '', en: '' }
  return { fr: sentence.fr + help.fr, en: sentence.en + help.en }
}

/** What was probably meant, else what there is to choose from, where a fault knows it. */
const nearby: Wording = { fr: ' ; peut-être « {near} »', en: '; perhaps “{near}”' }
const choices: Wording = { fr: ' ; au choix : {known}', en: '; choose among: {known}' }

/** A fault as callers are told of it: its path and its sentence, French in `message`. */
export interface ToldModelFault extends Fault {
  readonly code: FaultCode
  readonly en: string
}

/** A fault with its sentences. */
export const toldFault = (fault: ModelFault): ToldModelFault => {
  const { fr, en } = faultSentence(fault)
  return { code: fault.code, path: fault.path, message: fr, en }
}

/** A warning with its sentences. */
export const toldWarning = (
  warning: ModelWarning,
): Fault & { readonly code: WarningCode; readonly en: string } => {
  const { fr, en } = warningSentence(warning)
  return { code: warning.code, path: warning.path, message: fr, en }
}

/** What a person reads about a warning, without its path. */
export const warningSentence = ({ code, data }: ModelWarning): Wording => filled(warnings[code], data)

/** How people call what the program has a short name for, in these holes of the sentences. */
const words: Readonly<Record<string, Readonly<Record<string, Wording>>>> = {
  expected: {
    object: { fr: 'un objet entre accolades { … }', en: 'an object in braces { … }' },
    record: { fr: 'un objet entre accolades { … }', en: 'an object in braces { … }' },
    array: { fr: 'une liste entre crochets [ … ]', en: 'a list in brackets [ … ]' },
    string: { fr: 'un texte entre guillemets', en: 'a text in quotes' },
    number: { fr: 'un nombre', en: 'a number' },
    int: { fr: 'un nombre entier', en: 'a whole number' },
    boolean: { fr: 'true ou false', en: 'true or false' },
    value: { fr: 'un texte, un nombre, true ou false', en: 'a text, a number, true or false' },
    comparison: {
      fr: 'un texte, un nombre, true, false, ou une comparaison comme { "atLeast": 3 }',
      en: 'a text, a number, true, false, or a comparison such as { "atLeast": 3 }',
    },
    code: {
      fr: 'des minuscules sans accent et des chiffres, en mots joints par des tirets, comme « bac-a-sable »',
      en: 'lower case letters without accents and digits, in words joined by dashes, such as “sand-box”',
    },
    'export-code': {
      fr: 'trois lettres majuscules, comme « EXP »',
      en: 'three capital letters, such as “EXP”',
    },
  },
  nature: {
    quantity: { fr: 'une quantité', en: 'a quantity' },
    codes: { fr: 'un code d’une liste', en: 'a code of a list' },
    flag: { fr: 'un oui ou non', en: 'a yes or no' },
  },
  remedy: {
    quantity: {
      fr: 'la demander par un nombre, ou par { "atLeast": 3 }',
      en: 'ask for it by a number, or by { "atLeast": 3 }',
    },
    codes: {
      fr: 'le demander par un de ses codes, ou par { "in": […] }',
      en: 'ask for it by one of its codes, or by { "in": […] }',
    },
    flag: { fr: 'le demander par true ou false', en: 'ask for it by true or false' },
  },
  sort: {
    standing: { fr: 'un état qui dure (« standing »)', en: 'a standing that lasts (“standing”)' },
    occurrence: {
      fr: 'un fait daté, qui se compte (« count » ou « sum »)',
      en: 'a dated fact, which is counted (“count” or “sum”)',
    },
  },
  bound: {
    'at-least': { fr: 'd’au moins', en: 'of at least' },
    'more-than': { fr: 'supérieur à', en: 'greater than' },
  },
  problem: {
    'unclosed-text': {
      fr: 'un texte n’est pas fermé par un guillemet',
      en: 'a text is not closed by a quote',
    },
    'bad-character': {
      fr: 'un signe n’a pas sa place dans un texte',
      en: 'a character may not stand in a text',
    },
    'bad-number': { fr: 'un nombre est mal écrit', en: 'a number is badly written' },
    'comma-missing': { fr: 'il manque une virgule', en: 'a comma is missing' },
    'colon-missing': { fr: 'il manque un deux-points', en: 'a colon is missing' },
    'key-missing': {
      fr: 'il manque un nom entre guillemets (ou une virgule est de trop)',
      en: 'a name in quotes is missing (or a comma is too many)',
    },
    'value-missing': {
      fr: 'il manque une valeur (ou une virgule est de trop)',
      en: 'a value is missing (or a comma is too many)',
    },
    'brace-missing': { fr: 'une accolade } n’est pas fermée', en: 'a brace } is not closed' },
    'bracket-missing': { fr: 'un crochet ] n’est pas fermé', en: 'a bracket ] is not closed' },
    'end-expected': { fr: 'il y a quelque chose après la fin', en: 'something stands after the end' },
    comment: { fr: 'un commentaire n’a pas sa place ici', en: 'a comment may not stand here' },
    'unknown-word': { fr: 'un mot n’est pas entre guillemets', en: 'a word is not in quotes' },
    empty: { fr: 'il n’y a rien', en: 'there is nothing' },
  },
}

const filled = (sentence: Wording, data: ModelFault['data']): Wording => {
  const fill = (text: string, language: keyof Wording) =>
    text.replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = String(data[name] ?? hole)
      return words[name]?.[value]?.[language] ?? value
    })
  return { fr: fill(sentence.fr, 'fr'), en: fill(sentence.en, 'en') }
}
