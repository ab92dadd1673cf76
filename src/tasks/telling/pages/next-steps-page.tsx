import type { AboutKind, NextStepsView, TargetView } from '#projections/asked/advice/next-steps-view.js'
import { sectionWords } from '#src/web/layout/frame-words.js'
import { nextStepsWords } from './next-steps-words.js'
import { organisationWords } from './organisation-words.js'
import { Page } from '#src/web/layout/page.js'
import { useSay } from '#src/web/layout/page-context.js'
import type { AskedClocks } from './clocks-form.js'
import { isOfPast, PastNotice, sameQuestion } from './past-notice.js'

/** What an organisation lacks for what comes next, what would get it there, and who could tell about it. */
export const NextStepsPage = ({
  view,
  name,
  asked,
}: {
  readonly view: NextStepsView
  readonly name: string
  readonly asked: AskedClocks
}) => {
  const say = useSay()
  const { organisation, model, ended, orderSentence, targets, about } = view
  return (
    <Page
      title={nextStepsWords.title}
      kicker={name}
      section="organisations"
      crumbs={[
        { label: sectionWords.organisations, href: '/organisations' },
        { label: name, href: `/organisations/${organisation.id}${sameQuestion(asked)}` },
      ]}
    >
      {isOfPast(asked) ? (
        <PastNotice
          asOf={view.asOf}
          knownAt={view.knownAt}
          today={`/organisations/${organisation.id}/suite`}
        />
      ) : null}
      <h2>{say(nextStepsWords.ways)}</h2>
      <div id="advice">
        {ended ? <p>{say(nextStepsWords.ended)}</p> : null}
        {!ended && targets.length === 0 ? <p>{say(nextStepsWords.nothing)}</p> : null}
        {targets.length === 0 ? null : (
          <p>
            {say(orderSentence)} {say(nextStepsWords.suppose)}
          </p>
        )}
        {targets.map((target) => (
          <Target key={`${target.dimension?.code ?? ''} ${target.aim} ${target.rank}`} target={target} />
        ))}
        {about.length === 0 ? null : <h3>{say(nextStepsWords.about)}</h3>}
        {about.map((kind) => (
          <About key={kind.kind.code} about={kind} />
        ))}
      </div>
      <p class="hint">
        {say(organisationWords.computedFrom)} {say(model.labels)} ({model.id}@{model.version}).
      </p>
    </Page>
  )
}

/** The position stands open, since it is what was asked; each dimension unfolds. */
const Target = ({ target: { dimension, sentence, routes, advised } }: { readonly target: TargetView }) => {
  const say = useSay()
  const [shortest = []] = routes
  return (
    <details class="card" open={dimension === undefined}>
      <summary>{say(sentence)}</summary>
      {shortest.length === 0 ? null : (
        <>
          <p class="subhead">{say(nextStepsWords.lacks)}</p>
          <ul>
            {shortest.map(({ path, sentence: lacking }) => (
              <li key={path}>{say(lacking)}</li>
            ))}
          </ul>
        </>
      )}
      <p class="subhead">{say(nextStepsWords.ways)}</p>
      {advised.length === 0 ? <p>{say(nextStepsWords.noWay)}</p> : null}
      <ol>
        {advised.map(({ steps, sentence: outcome }, index) => (
          <li key={index}>
            <ul>
              {steps.map(({ purpose, kind, stepId, sentence: step }) => (
                <li key={`${purpose} ${kind} ${stepId ?? ''} ${step.fr}`}>{say(step)}</li>
              ))}
            </ul>
            <p class="hint">{say(outcome)}</p>
          </li>
        ))}
      </ol>
    </details>
  )
}

const About = ({ about: { kind, offers, followed, peers } }: { readonly about: AboutKind }) => {
  const say = useSay()
  return (
    <details class="card">
      <summary class="kind-name">{say(kind.labels)}</summary>
      {offers.length === 0 ? null : (
        <>
          <p class="subhead">{say(nextStepsWords.offers)}</p>
          <ul>
            {offers.map(({ programme, edition, sentence }) => (
              <li key={`${programme.code} ${edition ?? ''}`}>{say(sentence)}</li>
            ))}
          </ul>
        </>
      )}
      {followed.length === 0 ? null : (
        <>
          <p class="subhead">{say(nextStepsWords.followed)}</p>
          <ul>
            {followed.map(({ kind: next, times }) => (
              <li key={next.code}>
                {say(next.labels)} ({times} {say(nextStepsWords.times)})
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="subhead">{say(nextStepsWords.peers)}</p>
      {peers.length === 0 ? <p>{say(nextStepsWords.nobody)}</p> : null}
      <ul>
        {peers.map(({ stepId, organisation, sentence }) => (
          <li key={`${organisation.id} ${stepId}`}>
            <a href={`/organisations/${organisation.id}`}>{say(sentence)}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}
