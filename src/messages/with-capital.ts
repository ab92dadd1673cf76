import { withCapital } from '#domain/kernel/first-letter.js'
import type { Labels } from '#domain/kernel/labels.js'

/** Both texts with their first letter in upper case, as they begin a line. */
export const capitalised = ({ fr, en }: Labels): Labels => ({ fr: withCapital(fr), en: withCapital(en) })
