import type { Explanation } from '#projections/asked/explanation/explanation.js'
import type { TrajectoryView } from '#projections/asked/trajectory/trajectory-view.js'
import type { ToldStep } from '#src/tasks/telling/use-cases/tell-organisation.js'
import { certaintyWords } from '#projections/asked/trajectory/certainty-words.js'
import { organisationWords } from './organisation-words.js'
import { Badge, certaintyOf } from '#src/web/elements/badge.js'
import { useSay } from '#src/web/layout/page-context.js'

interface StandingProps {
  readonly trajectory: TrajectoryView
  readonly explanation: Explanation
  readonly steps: readonly ToldStep[]
  readonly isToday: boolean
}

/** Where it stands and how sure that is, what to know before all else, and what it says of itself. */
export const StandingSection = ({ trajectory, explanation, steps, isToday }: StandingProps) => {
  const say = useSay()
  const { standing, lastStanding, period } = trajectory
  const shown = lastStanding ?? standing
  const title =
    period === 'ended'
      ? organisationWords.lastDay
      : isToday
        ? organisationWords.today
        : organisationWords.thatDay
  return (
    <section aria-labelledby="standing" class="card standing">
      <div>
        <h2 id="standing">{say(title)}</h2>
        <p class="verdict">
          <span class="position-name">
            {shown.position === null ? say(certaintyWords.none) : say(shown.position.labels)}
          </span>{' '}
          {shown.position === null ? null : (
            <Badge certainty={certaintyOf[shown.state]}>{say(certaintyWords[shown.state])}</Badge>
          )}
        </p>
        <p>{say(shown.sentence)}</p>
        {explanation.situations.map(({ code, sentence }) => (
          <p key={code}>{say(sentence)}</p>
        ))}
      </div>
      <div>
        <Watch explanation={explanation} />
        <SaysOfItself steps={steps} />
      </div>
    </section>
  )
}

const Watch = ({ explanation: { warnings } }: Pick<StandingProps, 'explanation'>) => {
  const say = useSay()
  if (warnings.length === 0) return null
  return (
    <>
      <h3>{say(organisationWords.watch)}</h3>
      <ul>
        {warnings.map(({ day, dimension, rank, becomes, sentence }) => (
          <li key={`${day} ${dimension ?? ''} ${rank} ${becomes}`}>{say(sentence)}</li>
        ))}
      </ul>
    </>
  )
}

/** Declared postures stand beside the position: what one says of oneself is no evidence of what one did. */
const SaysOfItself = ({ steps }: Pick<StandingProps, 'steps'>) => {
  const say = useSay()
  const postures = steps.filter(({ kind }) => kind === 'posture').flatMap(({ facts }) => facts)
  return (
    <>
      <h3>{say(organisationWords.saysOfItself)}</h3>
      {postures.length === 0 ? (
        <p class="hint">{say(organisationWords.saysNothing)}</p>
      ) : (
        <ul>
          {postures.map(({ eventId, sentence }) => (
            <li key={eventId}>{say(sentence)}</li>
          ))}
        </ul>
      )}
    </>
  )
}
