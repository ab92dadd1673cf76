import type { Duration, Day } from '#domain/time/day.js'
import type { Aspect, EvidenceNoun } from './evidence-noun.js'
import type { UnknownDay } from './unsettled.js'

/** What a leaf asks for beside what it counts. */
export interface Terms {
  /** Each comparison in words, as it stands after the noun. */
  readonly where: readonly string[]
  readonly within?: Duration
  readonly for?: Duration
  readonly fresh?: Duration
}

/** A step as the subject of a sentence. */
export interface Subject {
  readonly noun: EvidenceNoun
  readonly title?: string
  /** Whom it was inherited from. */
  readonly from?: string
}

/** A standing told on a day. */
export interface ToldStanding {
  readonly subject: Subject
  readonly aspect: Aspect
  /** «depuis février 2015», «en octobre 2011» */
  readonly since: string
  readonly when: string
  readonly completed?: string
}

/** What a criterion asks for: as it is asked, and as its contrary is. */
export interface Asked {
  /** «au moins 3 séminaires en 3 ans», «un obstacle» */
  readonly said: string
  /** «moins de 3 séminaires en 3 ans», «sans obstacle» */
  readonly denied: string
}

/** Everything that a language has to say about criteria and what meets them. Each entry shows its French. */
export interface ExplanationWords {
  /** «un séminaire, une rencontre ou une visite accueillie», «au moins 3 séminaires en 3 ans» */
  readonly count: (nouns: readonly EvidenceNoun[], atLeast: number, terms: Terms) => Asked
  /** «au moins 20 agents formés en 3 ans (sessions de formation, Transfos achevées)» */
  readonly sum: (counted: string, atLeast: number, nouns: readonly EvidenceNoun[], terms: Terms) => Asked
  /** «un laboratoire d’innovation qui tient depuis 1 an avec une équipe de 3 ou plus, nouvelles de moins de 3 ans» */
  readonly standing: (noun: EvidenceNoun, atLeast: number, terms: Terms) => Asked
  readonly level: (dimension: string, level: string) => Asked
  readonly all: (parts: readonly Asked[]) => Asked
  readonly any: (parts: readonly Asked[]) => Asked
  readonly of: (atLeast: number, parts: readonly Asked[]) => Asked

  /** «3 ou plus», «entre 3 et 15» */
  /** Any figure, with its decimals as the language writes them; years are figures too, so that nothing is grouped. */
  readonly figure: (value: number) => string
  readonly orMore: (bound: number) => string
  readonly orLess: (bound: number) => string
  readonly between: (least: number, most: number) => string
  readonly with: (what: string) => string
  readonly labelled: (label: string, value: string) => string
  readonly knownFigure: string
  readonly negated: (label: string) => string
  readonly or: (parts: readonly string[]) => string

  /** «le laboratoire d’innovation « Le Labo »» */
  readonly subject: (subject: Subject) => string
  /** «On compte 3 résidences achevées : …» */
  readonly counted: (number: string, what: string, list: string, perhaps: boolean) => string
  readonly pieces: (number: number, nouns: readonly EvidenceNoun[]) => string
  readonly stale: (told: string, since: string | undefined) => string
  /** It counts for sure, unless its news are too old. */
  readonly perhapsOld: (told: string) => string
  /** All of it is older than the window of this condition; another may look further back. */
  readonly tooOld: (list: string, within: string) => string
  readonly soFar: (number: string, asked: string, list: string) => string
  readonly noneMatches: (list: string) => string
  readonly nothing: (nouns: readonly EvidenceNoun[]) => string
  readonly others: (number: number) => string

  readonly stands: (told: ToldStanding, perhaps: boolean) => string
  readonly stood: (told: ToldStanding, perhaps: boolean, news: string | undefined) => string
  readonly ended: (told: ToldStanding, when: string, how: EndingHow, reason: string | undefined) => string
  readonly quoted: (title: string) => string
  readonly inheritedFrom: (from: string) => string
  readonly announced: (told: ToldStanding) => string
  readonly suspended: (subject: Subject, when: string) => string
  readonly tooYoung: (told: ToldStanding, asked: string, reached: string) => string
  readonly butAsked: (told: string, is: string | undefined, asked: string, number: boolean) => string

  readonly unknownDay: (which: string, subject: Subject, of: UnknownDay, aspect: Aspect) => string
  readonly missingFigure: (what: string, subject: Subject) => string
  /** After values that sources contradict each other about. */
  readonly bySource: string
  readonly vagueFigure: (told: string, subject: Subject) => string
  readonly numberOf: (counted: string) => string
  readonly information: (label: string) => string
  readonly continuation: (subject: Subject, when: string) => string

  /** «il faut … : on en est à …» */
  readonly levelHeld: (dimension: string, level: string) => string
  readonly levelPossible: (dimension: string, level: string) => string
  readonly levelStale: (dimension: string, level: string) => string
  readonly levelLacking: (dimension: string, asked: string, reached: string | undefined) => string
  /** «Du 1er mai 2018 : bâtisseur, à confirmer sans nouvelle d’ici là.» */
  readonly expiry: (name: string, day: Day, becomes: 'uncertain' | 'stale' | 'none') => string
  /** «Compétences « pratiquée »» */
  readonly levelName: (dimension: string, level: string) => string
  readonly next: (rank: string, asks: string) => string
  readonly settling: (missing: readonly string[]) => string
  readonly routes: (routes: readonly string[]) => string
}

/** How a standing came to its end, as far as its facts say. */
export type EndingHow = 'ended' | 'completed' | 'abandoned' | 'dropped' | 'followed'
