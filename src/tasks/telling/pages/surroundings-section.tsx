import type { NamedOrganisation, ToldOrganisation } from '#src/tasks/telling/use-cases/tell-organisation.js'
import { organisationWords } from './organisation-words.js'
import { frameWords } from '#src/web/layout/frame-words.js'
import { useSay } from '#src/web/layout/page-context.js'

/** The setbacks that it met and how they went on, the effects that were observed. */
export const ObstaclesAndEffects = ({ told: { obstacles, steps } }: { readonly told: ToldOrganisation }) => {
  const say = useSay()
  const effects = steps.filter(({ kind }) => kind === 'effect').flatMap(({ facts }) => facts)
  return (
    <>
      {obstacles.length === 0 ? null : (
        <section aria-labelledby="obstacles">
          <h2 id="obstacles">{say(organisationWords.obstacles)}</h2>
          <ul>
            {obstacles.map(({ met, sentence }) => (
              <li key={met.stepId}>
                <a href={`/etapes/${encodeURIComponent(met.stepId)}`}>{say(sentence)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {effects.length === 0 ? null : (
        <section aria-labelledby="effects">
          <h2 id="effects">{say(organisationWords.effects)}</h2>
          <ul>
            {effects.map(({ eventId, sentence }) => (
              <li key={eventId}>{say(sentence)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Whom it succeeds, and who succeeds it. */
export const Lineage = ({ told: { predecessors, successors } }: { readonly told: ToldOrganisation }) => {
  const say = useSay()
  if (predecessors.length + successors.length === 0) return null
  return (
    <section aria-labelledby="lineage">
      <h2 id="lineage">{say(organisationWords.lineage)}</h2>
      <Named heading={say(organisationWords.predecessors)} organisations={predecessors} />
      <Named heading={say(organisationWords.successors)} organisations={successors} />
    </section>
  )
}

const Named = ({
  heading,
  organisations,
}: {
  readonly heading: string
  readonly organisations: readonly NamedOrganisation[]
}) => {
  const say = useSay()
  return organisations.length === 0 ? null : (
    <p>
      {heading}
      {say(frameWords.colon)}
      {organisations.map(({ id, name }, index) => (
        <>
          {index === 0 ? '' : ', '}
          <a key={id} href={`/organisations/${id}`}>
            {name}
          </a>
        </>
      ))}
    </p>
  )
}
