import { latestEdition, programmeOf } from '#domain/programmes/programmes.js'
import { MEMBERSHIP_PROGRAMME } from '#domain/membership/association.js'
import type { MemberView } from '#projections/asked/members/members-view.js'
import type { MembersAnswer } from '#src/tasks/members/use-cases/answer-members.js'
import { frameWords, sectionAddresses } from '#src/web/layout/frame-words.js'
import { amountsInWords, countsInBrief, euros, membersWords } from './members-words.js'
import { DataTable } from '#src/web/elements/data-table.js'
import { Notice } from '#src/web/elements/notice.js'
import { Page } from '#src/web/layout/page.js'
import { usePage, useSay } from '#src/web/layout/page-context.js'
import { MembersOfState } from './members-of-state.js'
import { WithoutMembershipSection } from './without-membership.js'
import { YearForm } from './year-form.js'

const states = ['member', 'perhaps', 'to-renew', 'lapsed'] as const satisfies readonly MemberView['state'][]

/** The members of a year: known, possible, to be renewed, lapsed; what was aimed at stands apart. */
export const MembersPage = ({ answer }: { readonly answer: MembersAnswer }) => {
  const say = useSay()
  const { year, association, members } = answer
  return (
    <Page
      title={membersWords.title}
      kicker={`${say(association.labels)}, ${year}`}
      lead={<p>{say(membersWords.lead)}</p>}
      section="members"
    >
      <YearForm answer={answer} />
      <InBrief answer={answer} />
      {members.length === 0 ? <Nobody /> : null}
      {states.map((state) => (
        <MembersOfState
          key={state}
          state={state}
          year={year}
          members={members.filter((member) => member.state === state)}
        />
      ))}
      <WithoutMembershipSection answer={answer} />
      <YearByYear answer={answer} />
      {association.code === MEMBERSHIP_PROGRAMME ? <WhatItOpens /> : null}
      <p>
        <a href={csvAddress(answer)}>{say(membersWords.csv)}</a>
      </p>
    </Page>
  )
}

const csvAddress = ({ year, association }: MembersAnswer): string =>
  `/v1/members.csv?${new URLSearchParams({ year: String(year), association: association.code, profile: 'french' }).toString()}`

const InBrief = ({ answer: { results, targets } }: { readonly answer: MembersAnswer }) => {
  const say = useSay()
  const { language } = usePage()
  return (
    <>
      <section aria-labelledby="in-brief">
        <h2 id="in-brief">{say(membersWords.inBrief)}</h2>
        <dl class="facts">
          {countsInBrief(results).map(([label, count]) => (
            <>
              <dt>{say(label)}</dt>
              <dd>{count}</dd>
            </>
          ))}
          <dt>{say(membersWords.amounts)}</dt>
          <dd>{say(amountsInWords(results.amounts))}</dd>
        </dl>
      </section>
      {targets.length === 0 ? null : (
        <section aria-labelledby="targets">
          <h2 id="targets">{say(membersWords.targets)}</h2>
          <p>{say(membersWords.targetsLead)}</p>
          <ul>
            {targets.map(({ stepId, name, organisation, value }) => (
              <li key={stepId}>
                <a href={`/etapes/${stepId}`}>{say(name)}</a>
                {value === null ? '' : ` : ${rangeInWords(value, language)}`} ({organisation.name})
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const rangeInWords = (
  { min, max }: { readonly min: number; readonly max: number },
  language: 'fr' | 'en',
): string => {
  const written = (number: number): string => new Intl.NumberFormat(language).format(number)
  return min === max ? written(min) : `${written(min)} – ${written(max)}`
}

const Nobody = () => {
  const say = useSay()
  return (
    <Notice tone="news">
      <p>{say(membersWords.nobody)}</p>
      <p>
        {say(membersWords.nobodyAdvice)}{' '}
        <a href={`${sectionAddresses.record}?kind=membership`}>{say(membersWords.recordMembership)}</a>
      </p>
    </Notice>
  )
}

const YearByYear = ({ answer: { years, association } }: { readonly answer: MembersAnswer }) => {
  const say = useSay()
  if (years.length === 0) return null
  return (
    <section aria-labelledby="by-year">
      <h2 id="by-year">{say(membersWords.byYear)}</h2>
      <DataTable
        caption={`${say(membersWords.byYear)}${say(frameWords.colon)}${say(association.labels)}`}
        captionHidden
        rows={years}
        keyOf={({ year }) => String(year)}
        columns={[
          {
            heading: say(membersWords.year),
            cell: ({ year }) => <a href={yearAddress(year, association.code)}>{year}</a>,
          },
          { heading: say(membersWords.byYearMember), cell: ({ member }) => member, numeric: true },
          { heading: say(membersWords.byYearPerhaps), cell: ({ perhaps }) => perhaps, numeric: true },
        ]}
      />
    </section>
  )
}

const yearAddress = (year: number, association: string): string =>
  `${sectionAddresses.members}?${new URLSearchParams({ year: String(year), ...(association === MEMBERSHIP_PROGRAMME ? {} : { association }) }).toString()}`

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)

/** As announced for the last edition on record; whether it is so today has to be asked. */
const WhatItOpens = () => {
  const say = useSay()
  const { language } = usePage()
  const programme = programmeOf(MEMBERSHIP_PROGRAMME)
  if (programme === undefined) return null
  const { price, conditions, sources } = latestEdition(programme)
  return (
    <section aria-labelledby="opens">
      <h2 id="opens">{say(membersWords.opens)}</h2>
      {conditions === undefined ? null : <p>{capital(say(conditions))}.</p>}
      {price === undefined ? null : (
        <p>
          {euros(price, language)}, {price.year}
          {say(frameWords.colon)}
          {say(price.scope)}
          {say(frameWords.semicolon)}
          {say(price.payer)}.
        </p>
      )}
      <p class="hint">{sources.join(say(frameWords.semicolon))}</p>
    </section>
  )
}
