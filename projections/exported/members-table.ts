import { organisationKinds, type OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import { memberStates } from '#domain/membership/member-in-year.js'
import type { MembersView, MemberView } from '#projections/asked/members/members-view.js'
import { csvText, type CsvCell, type CsvProfile } from './csv-text.js'

const headers: Readonly<Record<CsvProfile, readonly string[]>> = {
  open: [
    'organisation',
    'name',
    'kind',
    'year',
    'state',
    'because',
    'known_from',
    'known_until',
    'amount_eur_min',
    'amount_eur_max',
    'payer',
    'tier',
    'rights_used',
    'research_action_steps',
  ],
  french: [
    'Identifiant',
    'Organisation',
    'Type',
    'Année',
    'Adhésion',
    'Ce que l’on en sait',
    'Connue depuis',
    'Connue jusqu’en',
    'Montant, au moins (€)',
    'Montant, au plus (€)',
    'Qui paie',
    'Palier',
    'Droits utilisés',
    'Étapes de recherche-action dans l’année',
  ],
}

/** The members of a year as CSV, one organisation a row, by name; then who took part in research-action without being one. */
export const membersCsv = (view: MembersView, profile: CsvProfile): string =>
  csvText(
    [
      headers[profile],
      ...view.members.map((member) => memberRow(member, view.year, profile)),
      ...(view.withoutMembership ?? []).map(({ organisation, took, sentence }): readonly CsvCell[] => [
        ...named(organisation, profile),
        view.year,
        profile === 'french' ? 'sans adhésion connue' : 'without-membership',
        profile === 'french' ? sentence.fr : null,
        ...Array<CsvCell>(7).fill(null),
        took.map(({ stepId }) => stepId).join(' '),
      ]),
    ],
    profile,
  )

const memberRow = (
  { organisation, state, because, years, amount, payer, tier, rightsUsed, took, sentence }: MemberView,
  year: number,
  profile: CsvProfile,
): readonly CsvCell[] => [
  ...named(organisation, profile),
  year,
  profile === 'french' ? memberStates[state].fr : state,
  profile === 'french' ? sentence.fr : because,
  years.first,
  years.last,
  amount?.min ?? null,
  amount?.max ?? null,
  payer,
  tier,
  rightsUsed.length === 0 ? null : rightsUsed.join(' ; '),
  took.length === 0 ? null : took.map(({ stepId }) => stepId).join(' '),
]

const named = (
  { id, name, kind }: MemberView['organisation'],
  profile: CsvProfile,
): readonly [CsvCell, CsvCell, CsvCell] => [
  id,
  name,
  profile === 'french' ? organisationKinds[kind as OrganisationKind].fr : kind, // as the registry has it
]
