import { organisationKinds } from '#domain/organisation/organisation-kinds.js'
import { regionLabels } from '#domain/territory/regions.js'
import { sentenceOfDay, sentenceOfRange, sinceRange } from '#domain/time/edtf-sentence.js'
import { day, FIRST_DAY } from '#domain/time/day.js'
import { participationsIn } from '#projections/asked/finding/filters.js'
import { memberStates } from '#domain/membership/member-in-year.js'
import { present } from '#domain/kernel/present.js'
import type { OrganisationsQuery } from '#src/tasks/finding/use-cases/organisations-query.js'
import type { ListedOrganisation } from '#projections/asked/finding/listed-organisation.js'
import { frameWords } from '#src/web/layout/frame-words.js'
import { findWords } from './find-words.js'
import { certaintyWords } from '#projections/asked/trajectory/certainty-words.js'
import { Badge, certaintyOf } from '#src/web/elements/badge.js'
import { DataTable, type Column } from '#src/web/elements/data-table.js'
import { usePage, useSay } from '#src/web/layout/page-context.js'

interface ResultsProps {
  readonly asked: OrganisationsQuery
  readonly caption: string
  readonly organisations: readonly ListedOrganisation[]
}

/** The organisations that were found, each with what one needs to know before opening its page. */
export const ResultsTable = ({ asked, caption, organisations }: ResultsProps) => {
  const say = useSay()
  const first: Column<ListedOrganisation> = {
    heading: say(findWords.organisation),
    cell: (found) => <Name found={found} searched={asked.q !== undefined} />,
  }
  const participation: Column<ListedOrganisation> = {
    heading: say(findWords.participation),
    cell: (found) => <Participations found={found} asked={asked} />,
  }
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={organisations}
      keyOf={({ id }) => id}
      columns={[
        first,
        ...(asked.programme === undefined ? [] : [participation]),
        { heading: say(findWords.kind), cell: ({ kind }) => say(organisationKinds[kind]) },
        {
          heading: say(findWords.region),
          cell: ({ region }) => (region === undefined ? null : say(regionLabels(region))),
        },
        { heading: say(findWords.position), cell: (found) => <Position found={found} /> },
        {
          heading: say(findWords.member),
          cell: ({ member }) => (member === 'none' ? null : say(memberStates[member])),
        },
        { heading: say(findWords.news), cell: (found) => <LastNews found={found} /> },
      ]}
    />
  )
}

interface OfOrganisation {
  readonly found: ListedOrganisation
}

/** Who searched by a name that it no longer bears, or by its acronym, sees why it was found. */
const Name = ({ found, searched }: OfOrganisation & { readonly searched: boolean }) => {
  const say = useSay()
  const { language } = usePage()
  const { id, name, formerNames, aliases, end } = found
  const others = [
    ...formerNames.map((former) => `${say(findWords.formerly)} ${former.name}`),
    ...aliases.map((alias) => `${say(findWords.also)} ${alias}`),
  ]
  return (
    <>
      <a href={`/organisations/${id}`}>{name}</a>
      {searched && others.length > 0 ? (
        <span class="aside">{others.join(say(frameWords.semicolon))}</span>
      ) : null}
      {end === undefined ? null : (
        <span class="aside">
          {say(findWords.endedTrue)}
          {end.gone === undefined ? '' : ` ${sentenceOfDay(day(end.gone.latest - 1), language)}`}
        </span>
      )}
    </>
  )
}

/** Which edition, and in which years. */
const Participations = ({ found, asked }: OfOrganisation & Pick<ResultsProps, 'asked'>) => {
  const say = useSay()
  const { programme, edition, year } = asked
  const all = participationsIn(found, present({ programme, edition, year }))
  return (
    <>
      {all.map(({ edition: of, years }, place) => (
        <span key={place} class="line">
          {years === undefined
            ? say(findWords.noYear)
            : years.from === years.to
              ? years.from
              : `${years.from}–${years.to}`}
          {of === undefined ? null : <span class="aside edition-name">{of}</span>}
        </span>
      ))}
    </>
  )
}

/** The position in words, beside how sure it is. */
const Position = ({ found: { standing, end } }: OfOrganisation) => {
  const say = useSay()
  const { language } = usePage()
  if (standing === undefined) return end === undefined ? <>{say(findWords.computing)}</> : null
  const { position, state, surely, began } = standing
  if (position === undefined) return <span class="hint">{say(certaintyWords.none)}</span>
  return (
    <>
      <span class="line">
        {say(position.labels)} <Badge certainty={certaintyOf[state]}>{say(certaintyWords[state])}</Badge>
      </span>
      <span class="aside">
        {began.latest === FIRST_DAY ? '' : sinceRange(began, language)}
        {surely === undefined
          ? ''
          : `${say(frameWords.semicolon)}${say(findWords.surely)} ${say(surely.labels)}`}
      </span>
    </>
  )
}

/** News are its own, of what happened: it may stand on what its predecessors did, or on what it announced. */
const LastNews = ({ found: { news, predecessors, planned } }: OfOrganisation) => {
  const say = useSay()
  const { language } = usePage()
  if (news.happened !== undefined) return <>{sentenceOfRange(news.happened, language)}</>
  if (predecessors.length > 0) return <>{say(findWords.noNewsSince)}</>
  return <>{say(planned > 0 ? findWords.onlyPlans : findWords.noNews)}</>
}
