import { endReasons as declared } from '#domain/steps/catalogue/shared-attributes.js'
import type { Labels } from '#domain/kernel/labels.js'

/** Why something that lasted ended, by the codes of the catalogue. */
export const endReasons: Readonly<Record<string, Labels>> = declared
