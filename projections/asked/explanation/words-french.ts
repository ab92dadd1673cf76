import { agreed, bare, definite, of, written, type Noun } from '#domain/kernel/french/noun.js'
import { withCapital, withSmallLetter } from '#domain/kernel/first-letter.js'
import { nameOfDay, sentenceOfDuration } from '#domain/time/edtf-sentence.js'
import { enumeration } from '#domain/kernel/enumeration.js'
import type { Aspect, EvidenceNoun } from './evidence-noun.js'
import type { Asked, EndingHow, ExplanationWords, Subject, Terms, ToldStanding } from './words.js'

const isBound = ({ aspect }: EvidenceNoun): boolean => aspect === 'begun' || aspect === 'ended'

/** «un séminaire», «une enquête», «la fin d’un labo» */
const one = (noun: EvidenceNoun): string => {
  const [definite, indefinite] = noun.gender === 'm' ? ['le', 'un'] : ['la', 'une']
  return `${isBound(noun) ? definite : indefinite} ${noun.one.fr}`
}
/** The same where there is to be none. */
const none = (noun: EvidenceNoun): string => (isBound(noun) ? one(noun) : noun.one.fr)

const ofSubject = ({ stepGender }: EvidenceNoun, masculine: string): string => agreed(masculine, stepGender)

/** A step by its noun, with what tells it from others behind it. */
const named = ({ noun, title, from }: Subject): Noun => {
  const about = `${title === undefined ? '' : ` ${quoted(title)}`}${from === undefined ? '' : ` (${inheritedFrom(from)})`}`
  return definite(noun.step.fr + about, noun.stepGender)
}

const the = (subject: Subject): string => written(named(subject))

/** Quotes within quotes are the other ones. */
const quoted = (title: string): string => `« ${title.replaceAll(/«\s*/g, '“').replaceAll(/\s*»/g, '”')} »`

/** A noun, which agrees with nothing. */
const inheritedFrom = (from: string): string => `héritage ${of(bare(from))}`

/** A bound from below, and its contrary: «au moins 3 séminaires», «moins de 3 séminaires». */
const atLeastOf = (what: string): Asked => ({ said: `au moins ${what}`, denied: `moins de ${what}` })

/** The same in both, behind what differs. */
const followedBy = ({ said, denied }: Asked, rest: string): Asked => ({
  said: said + rest,
  denied: denied + rest,
})

const period = ({ within, fresh }: Terms, several: boolean): string =>
  [
    within === undefined
      ? ''
      : several
        ? ` en ${sentenceOfDuration(within, 'fr')}`
        : ` datant de moins de ${sentenceOfDuration(within, 'fr')}`,
    fresh === undefined ? '' : `, avec des nouvelles de moins de ${sentenceOfDuration(fresh, 'fr')}`,
  ].join('')

const figure = (value: number): string => String(value).replace('.', ',')

/** More nouns than these are «rien de tel». */
const MOST_NAMED = 4

const where = ({ where }: Terms): string => where.map((term) => ` ${term}`).join('')

/** «a, b et c»; where a part has commas of its own, signs that tell the parts apart. */
const together = (parts: readonly string[]): string => {
  if (parts.length < 2 || !parts.some((part) => part.includes(','))) return enumeration(parts, 'et')
  return parts.length === 2
    ? parts.join(', et aussi ')
    : `${parts.slice(0, -1).join(' ; ')} ; et ${parts.at(-1) ?? ''}`
}

const oneOf = (parts: readonly string[]): string =>
  parts.length === 1 ? parts.join('') : parts.map((part) => `soit ${part}`).join(', ')

export const frenchWords: ExplanationWords = {
  count: (nouns, atLeast, terms) => {
    if (atLeast === 1) {
      const asked = {
        said: enumeration(nouns.map(one), 'ou'),
        denied: `sans ${enumeration(nouns.map(none), 'ni')}`,
      }
      return followedBy(asked, where(terms) + period(terms, false))
    }
    const [noun, ...others] = nouns
    const rest = where(terms) + period(terms, true)
    if (noun !== undefined && others.length === 0)
      return followedBy(atLeastOf(`${atLeast} ${noun.many.fr}`), rest)
    const among = enumeration(
      nouns.map(({ many }) => many.fr),
      'et',
    )
    return followedBy(atLeastOf(`${atLeast} étapes`), `${rest}, parmi : ${among}`)
  },
  sum: (counted, atLeast, nouns, terms) => {
    const by = enumeration(
      nouns.map(({ many }) => `des ${many.fr}`),
      'ou',
    )
    return followedBy(atLeastOf(`${atLeast} ${counted}`), `${period(terms, true)}, par ${by}${where(terms)}`)
  },
  standing: (noun, atLeast, terms) => {
    const lasting =
      terms.for === undefined
        ? ''
        : ` qui ${atLeast === 1 ? 'tient' : 'tiennent'} depuis ${sentenceOfDuration(terms.for, 'fr')}`
    return followedBy(
      atLeast === 1
        ? { said: one(noun), denied: `sans ${none(noun)}` }
        : atLeastOf(`${atLeast} ${noun.many.fr}`),
      lasting + where(terms) + period(terms, false),
    )
  },
  level: (dimension, level) => ({
    said: `au moins « ${level} » en ${dimension}`,
    denied: `moins que « ${level} » en ${dimension}`,
  }),
  all: (parts) => ({
    said: together(parts.map(({ said }) => said)),
    denied: oneOf(parts.map(({ denied }) => denied)),
  }),
  any: (parts) => ({
    said: oneOf(parts.map(({ said }) => said)),
    denied: together(parts.map(({ denied }) => denied)),
  }),
  of: (atLeast, parts) =>
    followedBy(atLeastOf(`${atLeast} de ces conditions`), ` : ${parts.map(({ said }) => said).join(' ; ')}`),

  figure,
  orMore: (bound) => `${figure(bound)} ou plus`,
  orLess: (bound) => `${figure(bound)} au plus`,
  between: (least, most) => `entre ${figure(least)} et ${figure(most)}`,
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
  tooOld: (list, within) => `Rien de moins de ${within} ; plus ancien : ${list}.`,
  soFar: (number, asked, list) => `On en compte ${number} sur ${asked}${list === '' ? '' : ` : ${list}`}.`,
  noneMatches: (list) => `Ce qui est consigné ne répond pas à la condition : ${list}.`,
  nothing: (nouns) => {
    if (nouns.length === 0 || nouns.length > MOST_NAMED || nouns.some(isBound))
      return 'Rien de tel n’est consigné.'
    const listed = nouns.map(({ gender, one }, place) =>
      place > 0 && place === nouns.length - 1 ? one.fr : `${gender === 'm' ? 'aucun' : 'aucune'} ${one.fr}`,
    )
    const gender = nouns.every((noun) => noun.gender === 'f') ? 'f' : 'm'
    return withCapital(`${enumeration(listed, 'ni')} n’est ${agreed('consigné', gender)}.`)
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
    withCapital(`${the(told.subject)} n’est qu’${ofSubject(told.subject.noun, 'annoncé')}, ${told.when}.`),
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
      ? `on ne sait pas ${which} on a entendu parler ${of(named(subject))} pour la dernière fois`
      : `on ne sait pas ${which} ${the(subject)} ${happened(subject, what, aspect)}`,
  missingFigure: (what, subject) => `il manque ${what}${ofTitled(subject)}`,
  bySource: 'selon la source',
  vagueFigure: (told, subject) => (subject.title === undefined ? told : `${told} (${the(subject)})`),
  numberOf: (counted) => `le nombre ${of(bare(counted))}`,
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
  completed === undefined ? '' : ` et s’est ${ofSubject(subject.noun, 'achevé')} ${completed}`

const stands: Readonly<Record<Aspect, (told: ToldStanding, perhaps: string) => string>> = {
  whole: ({ since }, perhaps) => `tient${perhaps} ${since}`,
  running: ({ since }, perhaps) => `est${perhaps} en cours ${since}`,
  planned: ({ subject, since }, perhaps) => `est${perhaps} ${ofSubject(subject.noun, 'annoncé')} ${since}`,
  undertaken: (told, perhaps) => `a${perhaps} commencé ${told.when}${completion(told)}`,
  completed: ({ subject, when }, perhaps) => `s’est${perhaps} ${ofSubject(subject.noun, 'achevé')} ${when}`,
  abandoned: ({ subject, when }, perhaps) =>
    `a${perhaps} été ${ofSubject(subject.noun, 'abandonné')} ${when}`,
  begun: ({ when }, perhaps) => `a${perhaps} commencé ${when}`,
  ended: ({ when }, perhaps) => `a${perhaps} pris fin ${when}`,
}

const stood: Readonly<Record<Aspect, (told: ToldStanding, perhaps: string) => string>> = {
  ...stands,
  whole: (_told, perhaps) => `tenait${perhaps} encore`,
  running: (_told, perhaps) => `était${perhaps} en cours`,
  planned: ({ subject }, perhaps) => `était${perhaps} ${ofSubject(subject.noun, 'annoncé')}`,
}

const endings: Readonly<Record<EndingHow, (subject: Subject) => string>> = {
  ended: (subject) => `${the(subject)} ${subject.noun.verbs?.ended.fr ?? 'a pris fin'}`,
  completed: (subject) => `${the(subject)} s’est ${ofSubject(subject.noun, 'achevé')}`,
  abandoned: (subject) => `${the(subject)} a été ${ofSubject(subject.noun, 'abandonné')}`,
  dropped: (subject) => `l’annonce ${of(named(subject))} a été retirée`,
  followed: (subject) => `l’annonce ${of(named(subject))} a été suivie d’effet`,
}

const happened = (
  { noun }: Subject,
  unknown: Parameters<ExplanationWords['unknownDay']>[2],
  aspect: Aspect,
): string => {
  switch (unknown) {
    case 'happened':
      return aspect === 'completed'
        ? `s’est ${ofSubject(noun, 'achevé')}`
        : aspect === 'abandoned'
          ? `a été ${ofSubject(noun, 'abandonné')}`
          : aspect === 'begun'
            ? (noun.verbs?.begun.fr ?? 'a commencé')
            : aspect === 'ended'
              ? (noun.verbs?.ended.fr ?? 'a pris fin')
              : 'a eu lieu'
    case 'began':
      return aspect === 'planned'
        ? `a été ${ofSubject(noun, 'annoncé')}`
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
