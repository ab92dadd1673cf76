import { withCapital, withSmallLetter } from '#domain/kernel/first-letter.js'
import { nameOfDay, sentenceOfDuration } from '#domain/time/edtf-sentence.js'
import { enumeration } from './enumeration.js'
import type { Aspect, EvidenceNoun } from './evidence-noun.js'
import type { EndingHow, ExplanationWords, Subject, Terms, ToldStanding } from './words.js'
import { ofNameInFrench } from './of-name-french.js'

const vowel = /^[aeiouyéèêàâîôûhœ]/i

const one = ({ gender, one, aspect }: EvidenceNoun): string =>
  aspect === 'begun' || aspect === 'ended'
    ? `${gender === 'm' ? 'le' : 'la'} ${one.fr}`
    : `${gender === 'm' ? 'un' : 'une'} ${one.fr}`
const agreed = ({ stepGender }: EvidenceNoun, masculine: string): string =>
  stepGender === 'm' ? masculine : `${masculine}e`

const the = ({ noun, title, from }: Subject): string => {
  const { fr } = noun.step
  const article = vowel.test(fr) ? 'l’' : noun.stepGender === 'm' ? 'le ' : 'la '
  return [
    `${article}${fr}`,
    title === undefined ? '' : ` ${quoted(title)}`,
    from === undefined ? '' : ` (${inheritedFrom(from)})`,
  ].join('')
}

/** Quotes within quotes are the other ones. */
const quoted = (title: string): string => `« ${title.replaceAll(/«\s*/g, '“').replaceAll(/\s*»/g, '”')} »`

/** A noun, which agrees with nothing. */
const inheritedFrom = (from: string): string => `héritage ${ofNameInFrench(from)}`

/** «de + le» is «du». */
const of = (subject: Subject): string => {
  const named = the(subject)
  return named.startsWith('le ') ? `du ${named.slice(3)}` : `de ${named}`
}

/** «sans obstacle», «moins de 3 séminaires» */
const negated = (part: string): string =>
  part.startsWith('au moins «')
    ? part.replace(/^au moins/, 'moins que')
    : /^au moins \d/.test(part)
      ? part.replace(/^au moins/, 'moins de')
      : `sans ${part.replace(/^une? /, '')}`

const period = ({ within, fresh }: Terms, several: boolean): string =>
  [
    within === undefined
      ? ''
      : several
        ? ` en ${sentenceOfDuration(within, 'fr')}`
        : ` datant de moins de ${sentenceOfDuration(within, 'fr')}`,
    fresh === undefined ? '' : `, avec des nouvelles de moins de ${sentenceOfDuration(fresh, 'fr')}`,
  ].join('')

/** More nouns than these are «rien de tel». */
const MOST_NAMED = 4

const where = ({ where }: Terms): string => where.map((term) => ` ${term}`).join('')

export const frenchWords: ExplanationWords = {
  count: (nouns, atLeast, terms) =>
    atLeast === 1
      ? `${enumeration(nouns.map(one), 'ou')}${where(terms)}${period(terms, false)}`
      : nouns.length === 1
        ? `au moins ${atLeast} ${nouns[0]?.many.fr ?? ''}${where(terms)}${period(terms, true)}`
        : `au moins ${atLeast} étapes${where(terms)}${period(terms, true)}, parmi : ${enumeration(
            nouns.map(({ many }) => many.fr),
            'et',
          )}`,
  sum: (counted, atLeast, nouns, terms) =>
    `au moins ${atLeast} ${counted}${period(terms, true)}, par ${enumeration(
      nouns.map(({ many }) => `des ${many.fr}`),
      'ou',
    )}${where(terms)}`,
  standing: (noun, atLeast, terms) =>
    [
      atLeast === 1 ? one(noun) : `au moins ${atLeast} ${noun.many.fr}`,
      terms.for === undefined
        ? ''
        : ` qui ${atLeast === 1 ? 'tient' : 'tiennent'} depuis ${sentenceOfDuration(terms.for, 'fr')}`,
      where(terms),
      period(terms, false),
    ].join(''),
  level: (dimension, level) => `au moins « ${level} » en ${dimension}`,
  all: (parts) => {
    if (parts.length < 2 || !parts.some((part) => part.includes(','))) return enumeration(parts, 'et')
    return parts.length === 2
      ? parts.join(', et aussi ')
      : `${parts.slice(0, -1).join(' ; ')} ; et ${parts.at(-1) ?? ''}`
  },
  any: (parts) => (parts.length === 1 ? parts.join('') : parts.map((part) => `soit ${part}`).join(', ')),
  of: (atLeast, parts) => `au moins ${atLeast} de ces conditions : ${parts.join(' ; ')}`,
  not: (part) => negated(part),

  orMore: (bound) => `${bound} ou plus`,
  orLess: (bound) => `${bound} au plus`,
  between: (least, most) => `entre ${least} et ${most}`,
  with: (what) => `avec ${what}`,
  labelled: (label, value) => `(${label} : ${value})`,
  knownFigure: '(chiffre connu)',
  negated: (label) => `(non ${label})`,
  or: (parts) => enumeration(parts, 'ou'),

  subject: the,
  counted: (number, what, list, perhaps) =>
    `On compte ${perhaps ? 'peut-être ' : ''}${number} ${what} : ${list}.`,
  pieces: (number, [noun, ...others]) =>
    noun === undefined || others.length > 0
      ? `étape${number > 1 ? 's' : ''}`
      : number > 1
        ? noun.many.fr
        : noun.one.fr,
  stale: (told, since) =>
    `${told.replace(/\.$/, '')} ; rien de plus récent${since === undefined ? '' : `, à confirmer depuis le ${since}`}.`,
  perhapsOld: (told) => `${told.replace(/\.$/, '')} ; ces nouvelles sont peut-être trop anciennes.`,
  tooOld: (list) => `Trop ancien pour compter encore : ${list}.`,
  soFar: (number, asked, list) => `On en compte ${number} sur ${asked}${list === '' ? '' : ` : ${list}`}.`,
  noneMatches: (list) => `Ce qui est consigné ne répond pas à la condition : ${list}.`,
  nothing: (nouns) => {
    const nameable = nouns.every(({ aspect }) => aspect !== 'begun' && aspect !== 'ended')
    if (nouns.length === 0 || nouns.length > MOST_NAMED || !nameable) return 'Rien de tel n’est consigné.'
    const named = nouns.map(({ gender, one }) => `${gender === 'm' ? 'aucun' : 'aucune'} ${one.fr}`)
    const participle = nouns.every(({ gender }) => gender === 'f') ? 'consignée' : 'consigné'
    return withCapital(`${enumeration(named, 'ni')} n’est ${participle}.`.replaceAll(/ ni aucune? /g, ' ni '))
  },
  others: (number) => `${number} autre${number > 1 ? 's' : ''}`,

  stands: (told, perhaps) =>
    withCapital(`${the(told.subject)} ${stands[told.aspect](told, perhaps ? ' peut-être' : '')}.`),
  stood: (told, perhaps, news) => {
    const maybe = perhaps ? ' peut-être' : ''
    const last = news === undefined ? '' : `, ${news}`
    return withCapital(
      told.aspect === 'undertaken'
        ? `${the(told.subject)} ${stands.undertaken(told, maybe)}.`
        : `${the(told.subject)} ${stood[told.aspect](told, maybe)} aux dernières nouvelles${last}.`,
    )
  },
  ended: ({ subject }, when, how, reason) =>
    withCapital(`${endings[how](subject)} ${when}${reason === undefined ? '' : ` (${reason})`}.`),
  quoted,
  inheritedFrom,
  announced: (told) =>
    withCapital(`${the(told.subject)} n’est qu’${agreed(told.subject.noun, 'annoncé')}, ${told.when}.`),
  suspended: (subject, when) => withCapital(`${the(subject)} est en veille : suspension ${when}.`),
  tooYoung: (told, asked, reached) =>
    withCapital(
      `${the(told.subject)} ${stands[told.aspect](told, '')} : il faut ${asked}, ce sera le cas ${reached}.`,
    ),
  butAsked: (told, is, asked, number) => {
    const needed = `il ${number ? 'en ' : ''}faudrait ${asked}`
    return `${told.replace(/\.$/, '')}, mais ${is === undefined ? needed : `${is} : ${needed}`}.`
  },

  unknownDay: (which, subject, what, aspect) =>
    what === 'heard-of'
      ? `on ne sait pas ${which} on a entendu parler ${of(subject)} pour la dernière fois`
      : `on ne sait pas ${which} ${the(subject)} ${happened(subject, what, aspect)}`,
  missingFigure: (what, subject) => `il manque ${what}${ofTitled(subject)}`,
  vagueFigure: (told, subject) => (subject.title === undefined ? told : `${told} (${the(subject)})`),
  numberOf: (counted) => `le nombre ${vowel.test(counted) ? 'd’' : 'de '}${counted}`,
  information: (label) => `une information (${label})`,
  continuation: (subject, when) => `rien ne dit si ${the(subject)} a continué après la succession, ${when}`,

  levelHeld: (dimension, level) => `${withCapital(dimension)} « ${level} » :`,
  levelPossible: (dimension, level) => `${withCapital(dimension)} peut-être « ${level} » :`,
  levelStale: (dimension, level) => `${withCapital(dimension)} « ${level} », à confirmer :`,
  levelLacking: (dimension, asked, reached) =>
    `En ${dimension}, il faut « ${asked} », ${reached === undefined ? 'rien n’est observé' : `on en est à « ${reached} »`}.`,
  expiry: (name, day, becomes) => {
    const from = `À partir du ${nameOfDay(day, 'fr')}`
    return {
      uncertain: `${from} : ${name}, ce ne sera plus sûr.`,
      stale: `${from}, sans nouvelle d’ici là : ${name}, à confirmer.`,
      none: `${from}, si rien ne se passe d’ici là : ${name}, ce ne sera plus le cas.`,
    }[becomes]
  },
  levelName: (dimension, level) => `${dimension} « ${level} »`,
  next: (rank, asks) => `Pour « ${rank} », il faut ${asks}.`,
  settling: (missing) => `Ce qui le dirait : ${missing.join(' ; ')}.`,
  routes: ([first = '', ...others]) => [first, ...others.map(withSmallLetter)].join(' Ou bien : '),
}

const ofTitled = (subject: Subject): string => (subject.title === undefined ? '' : ` (${the(subject)})`)

const completion = ({ subject, completed }: ToldStanding): string =>
  completed === undefined ? '' : ` et s’est ${agreed(subject.noun, 'achevé')} ${completed}`

const stands: Readonly<Record<Aspect, (told: ToldStanding, perhaps: string) => string>> = {
  whole: ({ since }, perhaps) => `tient${perhaps} ${since}`,
  running: ({ since }, perhaps) => `est${perhaps} en cours ${since}`,
  planned: ({ subject, since }, perhaps) => `est${perhaps} ${agreed(subject.noun, 'annoncé')} ${since}`,
  undertaken: (told, perhaps) => `a${perhaps} commencé ${told.when}${completion(told)}`,
  completed: ({ subject, when }, perhaps) => `s’est${perhaps} ${agreed(subject.noun, 'achevé')} ${when}`,
  abandoned: ({ subject, when }, perhaps) => `a${perhaps} été ${agreed(subject.noun, 'abandonné')} ${when}`,
  begun: ({ when }, perhaps) => `a${perhaps} commencé ${when}`,
  ended: ({ when }, perhaps) => `a${perhaps} pris fin ${when}`,
}

const stood: Readonly<Record<Aspect, (told: ToldStanding, perhaps: string) => string>> = {
  ...stands,
  whole: (_told, perhaps) => `tenait${perhaps} encore`,
  running: (_told, perhaps) => `était${perhaps} en cours`,
  planned: ({ subject }, perhaps) => `était${perhaps} ${agreed(subject.noun, 'annoncé')}`,
}

const endings: Readonly<Record<EndingHow, (subject: Subject) => string>> = {
  ended: (subject) => `${the(subject)} ${subject.noun.verbs?.ended.fr ?? 'a pris fin'}`,
  completed: (subject) => `${the(subject)} s’est ${agreed(subject.noun, 'achevé')}`,
  abandoned: (subject) => `${the(subject)} a été ${agreed(subject.noun, 'abandonné')}`,
  dropped: (subject) => `l’annonce ${of(subject)} a été retirée`,
  followed: (subject) => `l’annonce ${of(subject)} a été suivie d’effet`,
}

const happened = (
  { noun }: Subject,
  unknown: Parameters<ExplanationWords['unknownDay']>[2],
  aspect: Aspect,
): string => {
  switch (unknown) {
    case 'happened':
      return aspect === 'completed'
        ? `s’est ${agreed(noun, 'achevé')}`
        : aspect === 'abandoned'
          ? `a été ${agreed(noun, 'abandonné')}`
          : aspect === 'begun'
            ? (noun.verbs?.begun.fr ?? 'a commencé')
            : aspect === 'ended'
              ? (noun.verbs?.ended.fr ?? 'a pris fin')
              : 'a eu lieu'
    case 'began':
      return aspect === 'planned'
        ? `a été ${agreed(noun, 'annoncé')}`
        : (noun.verbs?.begun.fr ?? 'a commencé')
    case 'ended':
      return noun.verbs?.ended.fr ?? 'a pris fin'
    case 'suspended':
      return `s’est ${noun.stepGender === 'm' ? 'mis' : 'mise'} en veille`
    case 'resumed':
      return 'a repris'
    case 'changed':
      return 'a changé'
    case 'heard-of':
      return ''
  }
}
