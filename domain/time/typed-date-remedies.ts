import type { TypedDateRefusal } from './typed-unit.js'
import type { Language } from '#domain/kernel/labels.js'

/** What to tell a person whose date was not understood: what is wrong, and what to write instead. */
export const typedDateRemedies: Readonly<Record<TypedDateRefusal, Readonly<Record<Language, string>>>> = {
  empty: {
    fr: 'Aucune date. Écrire par exemple « mars 2012 » ou « vers 2012 ».',
    en: 'No date. Write for instance “March 2012” or “around 2012”.',
  },
  unrecognised: {
    fr: 'Date non comprise. Écrire par exemple « 15/03/2012 », « mars 2012 », « printemps 2012 », « vers 2012 », « de mars à juin 2011 » ou « entre mars et juin 2011 ».',
    en: 'Date not understood. Write for instance “15/03/2012”, “March 2012”, “spring 2012”, “around 2012”, “from March to June 2011” or “between March and June 2011”.',
  },
  'year-missing': {
    fr: 'L’année manque. L’écrire avec ses quatre chiffres : « 12/03/2012 », « mars 2012 ».',
    en: 'The year is missing. Write it with its four digits: “12/03/2012”, “March 2012”.',
  },
  'two-digit-year': {
    fr: 'L’année n’a que deux chiffres. L’écrire avec ses quatre chiffres : « 12/03/2012 », « années 2010 ».',
    en: 'The year has only two digits. Write all four: “12/03/2012”, “the 2010s”.',
  },
  'impossible-day': {
    fr: 'Ce mois n’a pas ce jour. Vérifier le jour, ou n’écrire que le mois.',
    en: 'That month has no such day. Check the day, or write the month alone.',
  },
  'impossible-month': {
    fr: 'Il n’y a que douze mois. L’ordre attendu est jour, mois, année : « 15/03/2012 ».',
    en: 'There are only twelve months. The expected order is day, month, year: “15/03/2012”.',
  },
  'ambiguous-winter': {
    fr: 'Un hiver tient sur deux années. Écrire les deux : « hiver 2012-2013 ».',
    en: 'A winter spans two years. Write both: “winter 2012-2013”.',
  },
  'out-of-range': {
    fr: 'Année hors de 1900 à 2199. Vérifier l’année.',
    en: 'The year is not within 1900 to 2199. Check the year.',
  },
  reversed: {
    fr: 'La fin précède le début. Inverser les deux dates, ou préciser les deux années.',
    en: 'The end lies before the beginning. Swap the two dates, or write both years.',
  },
}
