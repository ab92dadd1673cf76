import { MEMBERSHIP_PROGRAMME } from '#domain/membership/association.js'
import type { MembersAnswer } from '#src/tasks/members/use-cases/answer-members.js'
import { frameWords } from '#src/web/layout/frame-words.js'
import { membersWords } from './members-words.js'
import { DataTable } from '#src/web/elements/data-table.js'
import { useSay } from '#src/web/layout/page-context.js'

/** Who took part in a research-action programme without a known membership; of La 27e Région only. */
export const WithoutMembershipSection = ({
  answer: { association, withoutMembership, year },
}: {
  readonly answer: MembersAnswer
}) => {
  const say = useSay()
  if (association.code !== MEMBERSHIP_PROGRAMME) return null
  return (
    <section aria-labelledby="without">
      <h2 id="without">
        {say(membersWords.without)}
        {withoutMembership === null ? '' : ` (${withoutMembership.length})`}
      </h2>
      {withoutMembership === null ? (
        <p>{say(membersWords.withoutUnasked)}</p>
      ) : withoutMembership.length === 0 ? (
        <p>{say(membersWords.withoutNone)}</p>
      ) : (
        <>
          <p>{say(membersWords.withoutLead)}</p>
          <DataTable
            caption={`${say(membersWords.without)}, ${year}`}
            captionHidden
            rows={withoutMembership}
            keyOf={({ organisation }) => organisation.id}
            columns={[
              {
                heading: say(membersWords.organisation),
                cell: ({ organisation }) => (
                  <a href={`/organisations/${organisation.id}`}>{organisation.name}</a>
                ),
              },
              {
                heading: say(membersWords.steps),
                cell: ({ took }) => (
                  <ul class="plain">
                    {took.map(({ stepId, name, programme }) => (
                      <li key={stepId}>
                        {say(programme.labels)}
                        {say(frameWords.colon)}
                        <a href={`/etapes/${stepId}`}>{say(name)}</a>
                      </li>
                    ))}
                  </ul>
                ),
              },
              { heading: say(membersWords.known), cell: ({ sentence }) => say(sentence) },
            ]}
          />
        </>
      )}
    </section>
  )
}
