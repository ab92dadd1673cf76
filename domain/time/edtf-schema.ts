import { z } from 'zod'
import { parseEdtf, type EdtfText, type ImpreciseDate } from './edtf.js'

const edtfText = (accepts: (date: ImpreciseDate) => boolean, message: string) =>
  z
    .string()
    .max(24)
    .refine((text) => {
      const date = parseEdtf(text)
      return date !== undefined && accepts(date)
    }, message)
    .brand<'EdtfText'>()

/** Any imprecise date, kept as its text: when something was (`2012-03`, `2011-07/2013-03`, `../2015-11-26`). */
export const Edtf = edtfText(() => true, 'date EDTF attendue, par exemple 2012, 2012-03~ ou 2011-07/2013-03')
export type Edtf = EdtfText

/** One date, not an interval: the day on which a source spoke, the begin or the end of something. */
export const EdtfSingle = edtfText(
  (date) => date.kind === 'single',
  'une seule date EDTF attendue, par exemple 2012, 2012-03 ou 2012-03-15~',
)

/** The days among which something undated lies: read by `windowOf`. Any imprecise date can be one. */
export const EdtfWindow = edtfText(
  () => true,
  'période EDTF attendue, par exemple 2009/2010-04, 2018/.. ou ../2015-11-26',
)
