import { z } from 'zod'
import { anyText, text } from '#domain/kernel/text.js'
import { YearAsked } from '#src/handling/asking/asked-numbers.js'
import { present } from '#domain/kernel/present.js'
import { READINGS } from '#domain/maturity/evaluation/four-sets.js'
import { OrganisationKind, organisationKinds } from '#domain/organisation/organisation-kinds.js'
import { ProgrammeCode } from '#domain/steps/fact-fields.js'
import { regionCodes } from '#domain/territory/regions.js'
import { memberStates, type MemberState } from '#domain/membership/member-in-year.js'
import { newsAges, type NewsAge } from '#projections/asked/finding/news-age.js'
import { registrySorts } from '#projections/kept/registry/registry-index.js'
import type { OrganisationsAsked } from './search-organisations.js'

const kindsExpected = `un ou plusieurs types attendus parmi : ${Object.keys(organisationKinds).join(', ')}`
/** What to write where something else was: the codes as they are typed, in an address or behind an option. */
const oneOf = (codes: readonly string[]): string => `attendu : ${codes.join(', ')}`

const ages = Object.keys(newsAges) as [NewsAge, ...NewsAge[]] // its literal keys
const states = Object.keys(memberStates) as [MemberState, ...MemberState[]] // its literal keys

/** What may be asked of the list of organisations, in an address or on a command line: one schema for all. */
export const OrganisationsQuery = z.strictObject({
  q: anyText()
    .max(200)
    .optional()
    .describe('mots ou débuts de mots du nom, d’un ancien nom ou d’un sigle, sans souci d’accents'),
  kind: z
    .union([OrganisationKind, z.array(OrganisationKind)], { error: kindsExpected })
    .optional()
    .describe('un ou plusieurs types'),
  region: z
    .enum([...regionCodes, 'none'], { error: 'le code INSEE d’une région d’aujourd’hui attendu, ou none' })
    .optional()
    .describe('code INSEE de la région d’aujourd’hui ; none : aucune n’est connue'),
  programme: ProgrammeCode.optional().describe('a pris part à ce programme'),
  edition: text(200).optional().describe('… dans cette édition'),
  year: YearAsked.optional().describe(
    '… cette année-là, peut-être ; sans programme : une étape, quelle qu’elle soit',
  ),
  position: z
    .string()
    .max(100)
    .optional()
    .describe('position la plus haute aujourd’hui, selon « reading » ; none : aucune'),
  reading: z
    .enum(READINGS, { error: oneOf(READINGS) })
    .optional()
    .describe(
      'certain : à coup sûr ; possible : peut-être ; kept et unrefuted : de même, aux dernières nouvelles. Par défaut unrefuted',
    ),
  member: z
    .enum(states, { error: oneOf(states) })
    .optional()
    .describe(
      'adhésion à La 27e Région cette année : member, perhaps (dates trop vagues), to-renew (connue l’an dernier), lapsed (connue avant, ou terminée), none',
    ),
  news: z
    .enum(ages, { error: oneOf(ages) })
    .optional()
    .describe('dernière nouvelle : under-1-year, 1-to-3-years, 3-to-6-years, over-6-years, none (aucune)'),
  ended: z.stringbool().optional().describe('true : celles qui ont pris fin ; false : celles qui existent'),
  administration: z
    .stringbool()
    .optional()
    .describe('true : les administrations seules ; false : les autres'),
  sort: z
    .enum(registrySorts, { error: oneOf(registrySorts) })
    .optional()
    .describe('par nom, type ou nouvelle ; jamais par position'),
})
export type OrganisationsQuery = z.infer<typeof OrganisationsQuery>

/** What was typed as the use case takes it; what is left open is filled in there. */
export const organisationsAsked = ({ kind, ...asked }: OrganisationsQuery): OrganisationsAsked =>
  present({ ...asked, kinds: kind === undefined ? undefined : [kind].flat() })
