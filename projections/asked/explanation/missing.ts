import { isoOfDay } from '#domain/time/day.js'
import { sentenceOfDay, whichDayOf } from '#domain/time/edtf-sentence.js'
import type { Language } from '#domain/kernel/labels.js'
import { unknownWords, valueWords } from './attribute-words.js'
import { evidenceNoun } from './evidence-noun.js'
import type { Missing } from './explanation.js'
import { subjectOf } from './leaf-sentence.js'
import { factsOf, stageOf, type OnRecord } from './pieces.js'
import type { Unsettled } from './unsettled.js'
import { explanationWords } from './explanation-words.js'

/** What is not known, as data and in words: «on ne sait pas quel jour de 2014 le laboratoire d’innovation a ouvert». */
export const missingOf = (unsettled: Unsettled, record: OnRecord): Missing => {
  const sentence = {
    fr: missingSentence(unsettled, record, 'fr'),
    en: missingSentence(unsettled, record, 'en'),
  }
  const { stepId } = unsettled.piece
  switch (unsettled.what) {
    case 'date': {
      const { earliest, latest } = unsettled.range
      return { what: 'date', stepId, earliest: isoOfDay(earliest), latest: isoOfDay(latest), sentence }
    }
    case 'attribute': {
      const { attribute, value } = unsettled
      return value?.type === 'quantity'
        ? { what: 'figure', stepId, attribute, least: value.min, most: value.max, sentence }
        : { what: 'attribute', stepId, attribute, sentence }
    }
    case 'continuation':
      return { what: 'continuation', stepId, earliest: isoOfDay(unsettled.since), sentence }
  }
}

const missingSentence = (unsettled: Unsettled, record: OnRecord, language: Language): string => {
  const words = explanationWords[language]
  const { piece } = unsettled
  const subject = subjectOf(piece, record)
  switch (unsettled.what) {
    case 'date': {
      const { aspect } = evidenceNoun(piece.kind)
      const onlyCompleted =
        aspect === 'undertaken' &&
        unsettled.of === 'began' &&
        stageOf(piece, record, 'started') === undefined &&
        stageOf(piece, record, 'completed') !== undefined
      const lasted = factsOf(piece, record).some(({ fact }) => fact.occurred?.includes('/') === true)
      if (unsettled.of === 'happened' && aspect === 'whole' && lasted && piece.kind !== 'support') {
        return words.unknownDay(whichDayOf(unsettled.range, language), subject, 'ended', aspect)
      }
      return onlyCompleted
        ? words.unknownDay(whichDayOf(unsettled.range, language), subject, 'happened', 'completed')
        : words.unknownDay(whichDayOf(unsettled.range, language), subject, unsettled.of, aspect)
    }
    case 'attribute': {
      const { attribute, value } = unsettled
      return value === undefined
        ? words.missingFigure(unknownWords(attribute, [piece.kind], language), subject)
        : words.vagueFigure(valueWords(attribute, value, [piece.kind], language), subject)
    }
    case 'continuation':
      return words.continuation(subject, sentenceOfDay(unsettled.since, language))
  }
}
