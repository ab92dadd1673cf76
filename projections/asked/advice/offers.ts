import { latestEdition, programmesOffering } from '#domain/programmes/programmes.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { AboutKind } from './next-steps-view.js'
import { offerSentence } from './offer-sentence.js'

type OfferView = AboutKind['offers'][number]

/** The programmes that bring a kind of step, each with its last edition: those fit for small structures first. */
export const offersOf = (kind: KindCode): OfferView[] =>
  programmesOffering(kind)
    .map((programme): OfferView => {
      const edition = latestEdition(programme)
      const { length, team, participants, price, years } = edition
      return {
        programme: { code: programme.code, labels: programme.labels },
        collective: programme.collective,
        fitsSmallStructures: programme.small.fits,
        edition: edition.edition ?? null,
        years: { from: years.from, to: years.to ?? null },
        length: length === undefined ? null : { min: length.min, max: length.max, unit: length.unit },
        team: team ?? null,
        participants: participants ?? null,
        price: price ?? null,
        sources: [...edition.sources],
        sentence: offerSentence(programme, edition),
      }
    })
    .toSorted((one, other) => Number(other.fitsSmallStructures) - Number(one.fitsSmallStructures))
