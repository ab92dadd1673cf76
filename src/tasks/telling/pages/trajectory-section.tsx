import { nameOfDay } from '#domain/time/edtf-sentence.js'
import { day, dayOfIso } from '#domain/time/day.js'
import type { ToldOrganisation } from '#src/tasks/telling/use-cases/tell-organisation.js'
import { certaintyWords } from '#projections/asked/trajectory/certainty-words.js'
import { legendWords, organisationWords } from './organisation-words.js'
import { DataTable } from '#src/web/elements/data-table.js'
import { usePage, useSay } from '#src/web/layout/page-context.js'
import { lanesOf, type Lane, type Stretch } from './picture-lanes.js'
import { TrajectoryPicture, type PictureDay } from './trajectory-picture.js'

/** The picture of the trajectory, what its marks mean, and the same content as a table. */
export const TrajectorySection = ({
  told,
  isToday,
}: {
  readonly told: ToldOrganisation
  readonly isToday: boolean
}) => {
  const say = useSay()
  const { trajectory, explanation, steps } = told
  const lanes = lanesOf(trajectory, explanation, organisationWords.position)
  return (
    <section aria-labelledby="trajectory">
      <h2 id="trajectory">{say(organisationWords.picture)}</h2>
      <p>{say(organisationWords.pictureLead)}</p>
      <figure class="picture">
        <div class="scrolls" role="group" aria-labelledby="trajectory" tabIndex={0}>
          <TrajectoryPicture
            name={told.name}
            moment={momentOf(trajectory, isToday)}
            lanes={lanes}
            story={trajectory.story}
            steps={steps}
          />
        </div>
        <figcaption>
          <Legend />
        </figcaption>
      </figure>
      <details>
        <summary>{say(organisationWords.sameAsTable)}</summary>
        <LanesTable lanes={lanes} />
      </details>
    </section>
  )
}

const momentOf = ({ asOf, period, spells }: ToldOrganisation['trajectory'], isToday: boolean): PictureDay => {
  const last = spells.position.at(-1)?.end
  return period === 'ended' && last !== undefined
    ? { day: last, label: organisationWords.end, ahead: false }
    : { day: asOf, label: isToday ? organisationWords.now : organisationWords.askedDay, ahead: true }
}

const looks = ['certain', 'possible', 'stale'] as const

const Legend = () => {
  const say = useSay()
  return (
    <ul class="legend">
      {looks.map((look) => (
        <li key={look}>
          <svg class="trajectory swatch" width="28" height="14" aria-hidden="true">
            <rect class={look} x="0.5" y="0.5" width="27" height="13" />
          </svg>{' '}
          {say(legendWords[look])}
        </li>
      ))}
      <li>
        <svg class="trajectory swatch" width="28" height="14" aria-hidden="true">
          <path class="mark" d="M14 2.5l4.5 4.5l-4.5 4.5l-4.5 -4.5z" />
        </svg>{' '}
        {say(legendWords.day)}
      </li>
      <li>
        <svg class="trajectory swatch" width="28" height="14" aria-hidden="true">
          <rect class="mark-range" x="2" y="3.5" width="24" height="7" rx="2" />
        </svg>{' '}
        {say(legendWords.range)}
      </li>
    </ul>
  )
}

const LanesTable = ({ lanes }: { readonly lanes: readonly Lane[] }) => {
  const say = useSay()
  const { language } = usePage()
  const dayBefore = (iso: string, days: 0 | 1): string => {
    const read = dayOfIso(iso)
    return read === undefined ? iso : nameOfDay(day(read - days), language)
  }
  const rows = lanes.flatMap((lane) =>
    lane.stretches.map((stretch) => ({ key: `${lane.key} ${stretch.begin}`, lane, stretch })),
  )
  return (
    <DataTable
      caption={say(organisationWords.sameAsTable)}
      captionHidden
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { heading: say(organisationWords.respect), cell: ({ lane }) => say(lane.label) },
        { heading: say(organisationWords.from), cell: ({ stretch }) => dayBefore(stretch.begin, 0) },
        {
          heading: say(organisationWords.until),
          cell: ({ stretch }) =>
            stretch.ends === 'horizon' ? say(organisationWords.beyond) : dayBefore(stretch.end, 1),
        },
        { heading: say(organisationWords.level), cell: ({ lane, stretch }) => levelOf(lane, stretch, say) },
        {
          heading: say(organisationWords.certainty),
          cell: ({ stretch }) => say(certaintyWords[stretch.state]),
        },
      ]}
    />
  )
}

const levelOf = ({ ranks }: Lane, { rank }: Stretch, say: ReturnType<typeof useSay>): string => {
  const labels = ranks[rank - 1]
  return labels === undefined ? say(certaintyWords.none) : say(labels)
}
