import { organisationKinds } from '#domain/organisation/organisation-kinds.js'
import type { ToldOrganisation } from '#src/tasks/telling/use-cases/tell-organisation.js'
import { sectionWords } from '#src/web/layout/frame-words.js'
import { organisationWords } from './organisation-words.js'
import { Notice } from '#src/web/elements/notice.js'
import { Page } from '#src/web/layout/page.js'
import { useSay } from '#src/web/layout/page-context.js'
import { ClocksForm, type ModelChoice, type AskedClocks } from './clocks-form.js'
import { isOfPast, PastNotice, sameQuestion } from './past-notice.js'
import { StandingSection } from './standing-section.js'
import { StorySection } from './story-section.js'
import { Lineage, ObstaclesAndEffects } from './surroundings-section.js'
import { TrajectorySection } from './trajectory-section.js'
import { WhySection } from './why-section.js'

export interface OrganisationPageProps {
  readonly told: ToldOrganisation
  readonly asked: AskedClocks
  readonly models: readonly ModelChoice[]
  /** It was registered just now. */
  readonly registered: boolean
}

/** One organisation as a story: where it stands, its trajectory, why, what comes next, and all that it did. */
export const OrganisationPage = ({ told, asked, models, registered }: OrganisationPageProps) => {
  const say = useSay()
  const { entry, name, trajectory, explanation, steps } = told
  const isToday = !isOfPast(asked)
  const address = `/organisations/${entry.id}`
  return (
    <Page
      title={name}
      kicker={organisationKinds[entry.kind]}
      section="organisations"
      crumbs={[{ label: sectionWords.organisations, href: '/organisations' }]}
      lead={<Names told={told} />}
      scripts={['include.js']}
    >
      {registered ? (
        <Notice tone="done" answers>
          <p>{say(organisationWords.registered)}</p>
        </Notice>
      ) : null}
      <p class="actions">
        <a class="button" href={`${address}/enregistrer`}>
          {say(organisationWords.recordStep)}
        </a>
        <a class="button quiet" href={`${address}/modifier`}>
          {say(organisationWords.change)}
        </a>
      </p>
      <ClocksForm action={address} asked={asked} models={models} />
      <OnThisPage />
      {isToday ? null : <PastNotice asOf={trajectory.asOf} knownAt={trajectory.knownAt} today={address} />}
      <StandingSection trajectory={trajectory} explanation={explanation} steps={steps} isToday={isToday} />
      <TrajectorySection told={told} isToday={isToday} />
      <WhySection explanation={explanation} steps={steps} />
      <section aria-labelledby="next">
        <h2 id="next">{say(organisationWords.next)}</h2>
        <p>{say(organisationWords.nextLead)}</p>
        <p data-role="include" data-part="advice">
          <a href={`${address}/suite${sameQuestion(asked)}`}>{say(organisationWords.seeNext)}</a>
        </p>
      </section>
      <StorySection steps={steps} isToday={isToday} />
      <ObstaclesAndEffects told={told} />
      <Lineage told={told} />
      <p class="hint">
        {say(organisationWords.computedFrom)} {say(trajectory.model.labels)} ({trajectory.model.id}@
        {trajectory.model.version}).
      </p>
    </Page>
  )
}

/** A long story: who reads by keyboard or by ear goes straight to a part of it. */
const OnThisPage = () => {
  const say = useSay()
  return (
    <nav aria-label={say(organisationWords.onThisPage)}>
      <ul class="choices-in-line">
        {(
          [
            ['trajectory', organisationWords.picture],
            ['why', organisationWords.why],
            ['next', organisationWords.next],
            ['story', organisationWords.story],
          ] as const
        ).map(([part, label]) => (
          <li key={part}>
            <a href={`#${part}`}>{say(label)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Names = ({ told: { entry } }: { readonly told: ToldOrganisation }) => {
  const say = useSay()
  const { formerNames, aliases } = entry
  if (formerNames.length + aliases.length === 0) return null
  return (
    <p class="hint">
      {formerNames.length === 0
        ? ''
        : `${say(organisationWords.formerly)} ${formerNames.map(({ name }) => name).join(', ')}. `}
      {aliases.length === 0 ? '' : `${say(organisationWords.alsoKnownAs)} ${aliases.join(', ')}.`}
    </p>
  )
}
