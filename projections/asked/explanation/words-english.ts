import { withCapital, withSmallLetter } from '#domain/kernel/first-letter.js'
import { nameOfDay, sentenceOfDuration } from '#domain/time/edtf-sentence.js'
import { enumeration } from '#domain/kernel/enumeration.js'
import type { Aspect, EvidenceNoun } from './evidence-noun.js'
import type { Asked, EndingHow, ExplanationWords, Subject, Terms, ToldStanding } from './words.js'

const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`
const one = ({ one, aspect }: EvidenceNoun): string =>
  aspect === 'begun' || aspect === 'ended' ? `the ${one.en}` : withArticle(one.en)

const the = ({ noun, title, from }: Subject): string =>
  [
    `the ${noun.step.en}`,
    title === undefined ? '' : ` “${title}”`,
    from === undefined ? '' : ` (${inheritedFrom(from)})`,
  ].join('')

const inheritedFrom = (from: string): string => `inherited from ${from}`

const period = ({ within, fresh }: Terms): string =>
  [
    within === undefined ? '' : ` within ${sentenceOfDuration(within, 'en')}`,
    fresh === undefined ? '' : `, with news less than ${sentenceOfDuration(fresh, 'en')} old`,
  ].join('')

/** More nouns than these are «nothing of the kind». */
const MOST_NAMED = 4

const isBound = ({ aspect }: EvidenceNoun): boolean => aspect === 'begun' || aspect === 'ended'

const where = ({ where }: Terms): string => where.map((term) => ` ${term}`).join('')

/** A bound from below, and its contrary. */
const atLeastOf = (what: string): Asked => ({ said: `at least ${what}`, denied: `less than ${what}` })

/** The same in both, behind what differs. */
const followedBy = ({ said, denied }: Asked, rest: string): Asked => ({
  said: said + rest,
  denied: denied + rest,
})

/** “a, b and c”; where a part has commas of its own, signs that tell the parts apart. */
const together = (parts: readonly string[]): string => {
  if (parts.length < 2 || !parts.some((part) => part.includes(','))) return enumeration(parts, 'and')
  return parts.length === 2
    ? parts.join(', and also ')
    : `${parts.slice(0, -1).join('; ')}; and ${parts.at(-1) ?? ''}`
}

const oneOf = (parts: readonly string[]): string =>
  parts.length === 1 ? parts.join('') : `either ${parts.join(', or ')}`

export const englishWords: ExplanationWords = {
  count: (nouns, atLeast, terms) => {
    const rest = where(terms) + period(terms)
    if (atLeast === 1) {
      const named = enumeration(nouns.map(one), 'or')
      return followedBy({ said: named, denied: `without ${named}` }, rest)
    }
    const [noun, ...others] = nouns
    if (noun !== undefined && others.length === 0)
      return followedBy(atLeastOf(`${atLeast} ${noun.many.en}`), rest)
    const among = enumeration(
      nouns.map(({ many }) => many.en),
      'and',
    )
    return followedBy(atLeastOf(`${atLeast} steps`), `${rest}, among: ${among}`)
  },
  sum: (counted, atLeast, nouns, terms) => {
    const through = enumeration(
      nouns.map(({ many }) => many.en),
      'or',
    )
    return followedBy(
      atLeastOf(`${atLeast} ${counted}`),
      `${period(terms)}, through ${through}${where(terms)}`,
    )
  },
  standing: (noun, atLeast, terms) => {
    const lasting =
      terms.for === undefined
        ? ''
        : ` that ${atLeast === 1 ? 'has' : 'have'} stood for ${sentenceOfDuration(terms.for, 'en')}`
    return followedBy(
      atLeast === 1
        ? { said: one(noun), denied: `without ${one(noun)}` }
        : atLeastOf(`${atLeast} ${noun.many.en}`),
      lasting + where(terms) + period(terms),
    )
  },
  level: (dimension, level) => atLeastOf(`“${level}” in ${dimension}`),
  all: (parts) => ({
    said: together(parts.map(({ said }) => said)),
    denied: oneOf(parts.map(({ denied }) => denied)),
  }),
  any: (parts) => ({
    said: oneOf(parts.map(({ said }) => said)),
    denied: together(parts.map(({ denied }) => denied)),
  }),
  of: (atLeast, parts) =>
    followedBy(atLeastOf(`${atLeast} of these`), `: ${parts.map(({ said }) => said).join('; ')}`),

  figure: String,
  orMore: (bound) => `${bound} or more`,
  orLess: (bound) => `${bound} at most`,
  between: (least, most) => `between ${least} and ${most}`,
  with: (what) => `with ${what}`,
  labelled: (label, value) => `(${label}: ${value})`,
  knownFigure: '(figure known)',
  negated: (label) => `(not ${label})`,
  or: (parts) => enumeration(parts, 'or'),

  subject: the,
  counted: (number, what, list, perhaps) =>
    `There ${number === '1' ? 'is' : 'are'} ${perhaps ? 'perhaps ' : ''}${number} ${what}: ${list}.`,
  pieces: (number, [noun, ...others]) =>
    noun === undefined || others.length > 0
      ? `step${number > 1 ? 's' : ''}`
      : number > 1
        ? noun.many.en
        : noun.one.en,
  stale: (told, since) =>
    `${told.replace(/\.$/, '')}; nothing more recent${since === undefined ? '' : `, to be confirmed since ${since}`}.`,
  perhapsOld: (told) => `${told.replace(/\.$/, '')}; this news is perhaps too old.`,
  tooOld: (list, within) => `Nothing less than ${within} old; older: ${list}.`,
  soFar: (number, asked, list) => `There are ${number} of ${asked}${list === '' ? '' : `: ${list}`}.`,
  noneMatches: (list) => `What is on record does not meet the condition: ${list}.`,
  nothing: (nouns) =>
    nouns.length === 0 || nouns.length > MOST_NAMED || nouns.some(isBound)
      ? 'Nothing of the kind is on record.'
      : withCapital(
          `${enumeration(
            nouns.map(({ one }) => `no ${one.en}`),
            'and',
          )} ${nouns.length > 1 ? 'are' : 'is'} on record.`,
        ),
  others: (number) => `${number} other${number > 1 ? 's' : ''}`,

  stands: (told, perhaps) =>
    withCapital(`${the(told.subject)} ${stands[told.aspect](told, perhaps ? 'perhaps ' : '')}.`),
  stood: (told, perhaps, news) => {
    const maybe = perhaps ? 'perhaps ' : ''
    const last = news === undefined ? '' : `, ${news}`
    return withCapital(
      told.aspect === 'undertaken'
        ? `${the(told.subject)} ${stands.undertaken(told, maybe)}.`
        : `${the(told.subject)} ${stood[told.aspect](told, maybe)} when last heard of${last}.`,
    )
  },
  ended: ({ subject }, when, how, reason) =>
    withCapital(`${endings[how](subject)} ${when}${reason === undefined ? '' : ` (${reason})`}.`),
  quoted: (title) => `“${title}”`,
  inheritedFrom,
  announced: (told) => withCapital(`${the(told.subject)} is no more than announced, ${told.when}.`),
  suspended: (subject, when) => withCapital(`${the(subject)} is suspended: ${when}.`),
  tooYoung: (told, asked, reached) =>
    withCapital(
      `${the(told.subject)} ${stands[told.aspect](told, '')}: ${asked} is asked for, reached ${reached}.`,
    ),
  butAsked: (told, is, asked) =>
    `${told.replace(/\.$/, '')}, but ${is === undefined ? 'it takes' : `${is}: it takes`} ${asked}.`,

  unknownDay: (which, subject, of, aspect) =>
    of === 'heard-of'
      ? `it is not known ${which} ${the(subject)} was last heard of`
      : `it is not known ${which} ${the(subject)} ${happened(subject, of, aspect)}`,
  missingFigure: (what, subject) => `${what} is missing${ofTitled(subject)}`,
  bySource: 'depending on the source',
  vagueFigure: (told, subject) => (subject.title === undefined ? told : `${told} (${the(subject)})`),
  numberOf: (counted) => `the number of ${counted}`,
  information: (label) => `one attribute (${label})`,
  continuation: (subject, when) =>
    `nothing tells whether ${the(subject)} went on after the succession, ${when}`,

  levelHeld: (dimension, level) => `${withCapital(dimension)} “${level}”:`,
  levelPossible: (dimension, level) => `${withCapital(dimension)} perhaps “${level}”:`,
  levelStale: (dimension, level) => `${withCapital(dimension)} “${level}”, to be confirmed:`,
  levelLacking: (dimension, asked, reached) =>
    `In ${dimension}, “${asked}” is asked for, ${reached === undefined ? 'nothing is observed' : `“${reached}” is reached`}.`,
  expiry: (name, day, becomes) => {
    const from = `From ${nameOfDay(day, 'en')} on`
    return {
      uncertain: `${from}: ${name}, no longer sure.`,
      stale: `${from}, without news by then: ${name}, to be confirmed.`,
      none: `${from}, if nothing happens by then: ${name}, no longer so.`,
    }[becomes]
  },
  levelName: (dimension, level) => `${dimension} “${level}”`,
  next: (rank, asks) => `For “${rank}” it takes ${asks}.`,
  settling: (missing) => `What would tell: ${missing.join('; ')}.`,
  routes: ([first = '', ...others]) => [first, ...others.map(withSmallLetter)].join(' Or else: '),
}

const ofTitled = (subject: Subject): string => (subject.title === undefined ? '' : ` (${the(subject)})`)

const completion = ({ completed }: ToldStanding): string =>
  completed === undefined ? '' : ` and was completed ${completed}`

const stands: Readonly<Record<Aspect, (told: ToldStanding, perhaps: string) => string>> = {
  whole: ({ since }, perhaps) => `has ${perhaps}stood ${since}`,
  running: ({ since }, perhaps) => `has ${perhaps}been under way ${since}`,
  planned: ({ since }, perhaps) => `has ${perhaps}been announced ${since}`,
  undertaken: (told, perhaps) => `${perhaps}began ${told.when}${completion(told)}`,
  completed: ({ when }, perhaps) => `was ${perhaps}completed ${when}`,
  abandoned: ({ when }, perhaps) => `was ${perhaps}abandoned ${when}`,
  begun: ({ when }, perhaps) => `${perhaps}began ${when}`,
  ended: ({ when }, perhaps) => `${perhaps}ended ${when}`,
}

const stood: Readonly<Record<Aspect, (told: ToldStanding, perhaps: string) => string>> = {
  ...stands,
  whole: (_told, perhaps) => `${perhaps}still stood`,
  running: (_told, perhaps) => `was ${perhaps}under way`,
  planned: (_told, perhaps) => `was ${perhaps}announced`,
}

const endings: Readonly<Record<EndingHow, (subject: Subject) => string>> = {
  ended: (subject) => `${the(subject)} ${subject.noun.verbs?.ended.en ?? 'ended'}`,
  completed: (subject) => `${the(subject)} was completed`,
  abandoned: (subject) => `${the(subject)} was abandoned`,
  dropped: (subject) => `the announcement of ${the(subject)} was withdrawn`,
  followed: (subject) => `what was announced, ${the(subject)}, came about`,
}

const happened = (
  { noun }: Subject,
  unknown: Parameters<ExplanationWords['unknownDay']>[2],
  aspect: Aspect,
): string => {
  switch (unknown) {
    case 'happened':
      return aspect === 'completed'
        ? 'was completed'
        : aspect === 'abandoned'
          ? 'was abandoned'
          : aspect === 'begun'
            ? (noun.verbs?.begun.en ?? 'began')
            : aspect === 'ended'
              ? (noun.verbs?.ended.en ?? 'ended')
              : 'took place'
    case 'began':
      return aspect === 'planned' ? 'was announced' : (noun.verbs?.begun.en ?? 'began')
    case 'ended':
      return noun.verbs?.ended.en ?? 'ended'
    case 'suspended':
      return 'was suspended'
    case 'resumed':
      return 'resumed'
    case 'changed':
      return 'changed'
    case 'heard-of':
      return ''
  }
}
