import type { MemberView } from '#projections/asked/members/members-view.js'
import { euros, memberSections, membersWords } from './members-words.js'
import { DataTable, type Column } from '#src/web/elements/data-table.js'
import { usePage, useSay } from '#src/web/layout/page-context.js'

interface MembersOfStateProps {
  readonly state: MemberView['state']
  readonly year: number
  readonly members: readonly MemberView[]
}

/** The members in one state, by name; nothing where there is none. */
export const MembersOfState = ({ state, year, members }: MembersOfStateProps) => {
  const say = useSay()
  const columns = useColumns(state, members)
  if (members.length === 0) return null
  const { title, lead } = memberSections[state]
  return (
    <section aria-labelledby={`state-${state}`}>
      <h2 id={`state-${state}`}>
        {say(title)} ({members.length})
      </h2>
      <p>{say(lead)}</p>
      <DataTable
        caption={`${say(title)}, ${year}`}
        captionHidden
        rows={members}
        keyOf={({ organisation }) => organisation.id}
        columns={columns}
      />
    </section>
  )
}

/** A column of which nobody has anything is left out. */
const useColumns = (
  state: MemberView['state'],
  members: readonly MemberView[],
): readonly [Column<MemberView>, ...Column<MemberView>[]] => {
  const say = useSay()
  const { language } = usePage()
  const given = (has: (member: MemberView) => boolean, column: Column<MemberView>) =>
    members.some(has) ? [column] : []
  return [
    {
      heading: say(membersWords.organisation),
      cell: ({ organisation }) => <a href={`/organisations/${organisation.id}`}>{organisation.name}</a>,
    },
    { heading: say(membersWords.known), cell: ({ sentence }) => say(sentence) },
    ...given(({ amount }) => amount !== null, {
      heading: say(membersWords.amount),
      cell: ({ amount }) => (amount === null ? '' : euros(amount, language)),
      numeric: true,
    }),
    ...given(({ payer }) => payer !== null, {
      heading: say(membersWords.payer),
      cell: ({ payer }) => payer ?? '',
    }),
    ...given(({ rightsUsed }) => rightsUsed.length > 0, {
      heading: say(membersWords.rights),
      cell: ({ rightsUsed }) =>
        rightsUsed.map((right) => (
          <span key={right} class="line">
            {right}
          </span>
        )),
    }),
    ...given(({ took }) => took.length > 0, {
      heading: say(membersWords.took),
      cell: ({ took }) =>
        took.map(({ stepId, name }) => (
          <span key={stepId} class="line">
            <a href={`/etapes/${stepId}`}>{say(name)}</a>
          </span>
        )),
    }),
    ...given(({ heirs }) => heirs.length > 0, {
      heading: say(membersWords.heirs),
      cell: ({ heirs }) =>
        heirs.map(({ id, name }) => (
          <span key={id} class="line">
            <a href={`/organisations/${id}`}>{name}</a>
          </span>
        )),
    }),
    ...(state === 'to-renew' || state === 'lapsed'
      ? [
          {
            heading: say(membersWords.record),
            cell: (member: MemberView) => <Renew member={member} />,
          },
        ]
      : []),
  ]
}

/** Who exists no longer renews nothing. What goes on is a change of the same membership, what had ended a new one. */
const Renew = ({ member: { because, organisation, steps } }: { readonly member: MemberView }) => {
  const say = useSay()
  if (because === 'organisation-ended') return null
  const step = because === 'ended' ? undefined : steps.at(-1)
  const query = new URLSearchParams({
    kind: 'membership',
    ...(step === undefined ? {} : { stage: 'changed', step }),
  })
  return (
    <a href={`/organisations/${organisation.id}/enregistrer?${query.toString()}`}>
      {say(membersWords.renew)}
      <span class="unseen"> ({organisation.name})</span>
    </a>
  )
}
