import type { Wording } from './model.js'

/**
 * Everything that can be wrong with a model, each with its sentence; `{name}` stands for what the fault is about.
 * The codes are stable: editors and tests rely on them.
 */
const sentences = {
  missing: { fr: 'il manque «{key}»', en: '“{key}” is missing' },
  'unknown-key': { fr: '«{key}» n’a pas de sens ici', en: '“{key}” means nothing here' },
  'wrong-type': { fr: 'il faut ici : {expected}', en: 'expected here: {expected}' },
  'bad-value': { fr: 'valeur refusée ({expected})', en: 'value refused ({expected})' },
  'empty-text': { fr: 'ce texte est vide', en: 'this text is empty' },
  'empty-list': { fr: 'cette liste est vide', en: 'this list is empty' },
  'too-many': { fr: 'pas plus de {most} ici', en: 'no more than {most} here' },
  'empty-comparison': {
    fr: 'rien n’est demandé à l’attribut «{attribute}»',
    en: 'nothing is asked of the attribute “{attribute}”',
  },
  'not-positive': {
    fr: 'il faut un nombre d’au moins {least}',
    en: 'a number of at least {least} is needed',
  },
  'bad-duration': {
    fr: 'il faut une durée ISO 8601 plus longue que zéro, comme P18M ou P3Y',
    en: 'an ISO 8601 duration longer than zero is needed, such as P18M or P3Y',
  },
  'reserved-code': {
    fr: '«HOR» est réservé à «hors parcours observé»',
    en: '“HOR” is kept for “nothing observed”',
  },
  'unknown-form': {
    fr: 'un critère se reconnaît à une de ces clés : {forms}',
    en: 'a criterion is known by one of these keys: {forms}',
  },
  'duplicate-code': { fr: '«{code}» est déjà pris', en: '“{code}” is already taken' },
  'duplicate-kind': { fr: '«{kind}» est nommé deux fois', en: '“{kind}” is named twice' },
  'unknown-kind': {
    fr: 'le catalogue ne connaît pas d’indice «{kind}»',
    en: 'the catalogue knows no evidence “{kind}”',
  },
  'wrong-sort': {
    fr: '«{kind}» n’est pas la sorte d’indice que demande «{form}»',
    en: '“{kind}” is not the sort of evidence that “{form}” asks for',
  },
  'unknown-attribute': {
    fr: '«{kind}» n’a pas d’attribut «{attribute}»',
    en: '“{kind}” has no attribute “{attribute}”',
  },
  'wrong-comparison': {
    fr: 'l’attribut «{attribute}» de «{kind}» est de nature «{nature}» et ne se compare pas ainsi',
    en: 'the attribute “{attribute}” of “{kind}” is of the nature “{nature}” and can’t be compared like this',
  },
  'unknown-value': {
    fr: '«{value}» n’est pas une valeur de «{attribute}» pour «{kind}»',
    en: '“{value}” is no value of “{attribute}” for “{kind}”',
  },
  'not-a-quantity': {
    fr: '«{attribute}» de «{kind}» n’est pas une quantité : il ne s’additionne pas',
    en: '“{attribute}” of “{kind}” is no quantity: it can’t be summed',
  },
  'unknown-at-most-missing': {
    fr: 'une somme niée doit dire «unknownAtMost» : ce qu’ajoute au plus un fait sans chiffre',
    en: 'a sum under a negation must state “unknownAtMost”: the most that a fact without a figure adds',
  },
  'unknown-dimension': { fr: 'aucune dimension «{dimension}»', en: 'there is no dimension “{dimension}”' },
  'level-out-of-range': {
    fr: 'la dimension «{dimension}» n’a que {levels} niveau(x)',
    en: 'the dimension “{dimension}” has only {levels} level(s)',
  },
  'level-not-lower': {
    fr: 'le niveau {level} de «{dimension}» ne peut s’appuyer que sur des niveaux plus bas',
    en: 'level {level} of “{dimension}” may only rest on lower levels',
  },
  'level-circle': {
    fr: 'ces niveaux tournent en rond : {circle}',
    en: 'these levels go in a circle: {circle}',
  },
  'fresh-on-level': {
    fr: 'un niveau n’a pas de «fresh» : ses critères ont le leur',
    en: 'a level takes no “fresh”: its criteria have their own',
  },
  'more-than-choices': {
    fr: 'il en faut {atLeast}, mais la liste n’en compte que {choices}',
    en: '{atLeast} are asked for, but the list has only {choices}',
  },
  unreachable: {
    fr: 'aucun fait ne peut jamais remplir ce critère : il se contredit',
    en: 'no fact can ever meet this criterion: it contradicts itself',
  },
} as const satisfies Record<string, Wording>

export type FaultCode = keyof typeof sentences

/** What a well-meaning author may not have intended; a model with warnings is valid. */
const warnings = {
  'never-stale': {
    fr: 'un état sans «fresh» ne se périme jamais ; si c’est voulu, écrire «fresh»: null',
    en: 'a standing without “fresh” never goes stale; if that is meant, write “fresh”: null',
  },
  'outlives-lower-level': {
    fr: 'ce niveau peut survivre au niveau {lower}, qui se périme plus tôt',
    en: 'this level can outlive level {lower}, which goes stale sooner',
  },
  'guess-under-negation': {
    fr: 'le niveau nié ici compte une somme sans «unknownAtMost»',
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
export const faultSentence = ({ code, data }: ModelFault): Wording => filled(sentences[code], data)

/** What a person reads about a warning, without its path. */
export const warningSentence = ({ code, data }: ModelWarning): Wording => filled(warnings[code], data)

const filled = (sentence: Wording, data: ModelFault['data']): Wording => {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (hole, name: string) => String(data[name] ?? hole))
  return { fr: fill(sentence.fr), en: fill(sentence.en) }
}

/** Appends one step to a JSON pointer, escaped. */
export const pointer = (path: string, ...steps: readonly PropertyKey[]): string =>
  steps.reduce<string>(
    (built, step) => `${built}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`,
    path,
  )
