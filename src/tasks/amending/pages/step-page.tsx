import { stepWords } from './step-words.js'
import { withCapital } from '#domain/kernel/first-letter.js'
import { Badge } from '#src/web/elements/badge.js'
import { Notice } from '#src/web/elements/notice.js'
import { Page } from '#src/web/layout/page.js'
import { useSay } from '#src/web/layout/page-context.js'
import { canBeConfirmed } from './confirm-form.js'
import { FactCard } from './fact-card.js'
import { roleInWords } from './fact-in-form.js'
import { nameOfHolder, stepsInWords, type NamedStep, type StepOnPage } from './step-on-page.js'
import { checkedWords } from '#src/web/forms/checked-form-words.js'

export type DoneHere = keyof typeof stepWords.done

/** One step: who took it, when, in which role; every fact with its history; and what can be told of it. */
export const StepPage = ({
  step,
  done,
}: {
  readonly step: StepOnPage
  readonly done?: DoneHere | undefined
}) => {
  const say = useSay()
  const { stepId, kind, holders } = step
  const [first] = holders
  const several = holders.length > 1
  return (
    <Page
      title={withCapital(say(step.name))}
      kicker={`${say(stepWords.kicker)} · ${holders.map(nameOfHolder).join(' · ')}`}
      section="organisations"
      crumbs={[{ label: nameOfHolder(first), href: `/organisations/${first.organisation}` }]}
    >
      {done === undefined ? null : (
        <Notice tone="done" answers>
          <p>
            {say(stepWords.done[done])}{' '}
            <a href={`/organisations/${first.organisation}`}>
              {say(checkedWords.seeOrganisation(nameOfHolder(first)))}
            </a>
            {' · '}
            <a href={`/enregistrer?organisation=${first.organisation}`}>{say(stepWords.recordAnother)}</a>
          </p>
        </Notice>
      )}
      <Around step={step} />
      <p class="actions">
        <a
          class="button"
          href={`/organisations/${first.organisation}/enregistrer?kind=${kind.code}&step=${stepId}`}
        >
          {say(kind.shape === 'punctual' && !isOnlyAnnounced(step) ? stepWords.otherSource : stepWords.goOn)}
        </a>
        {canBeConfirmed(step) ? (
          <a class="button quiet" href={`/etapes/${stepId}/confirmer`}>
            {say(stepWords.confirm)}
          </a>
        ) : null}
        <a class="button quiet" href={`/etapes/${stepId}/relier`}>
          {say(stepWords.link)}
        </a>
      </p>
      {holders.map((holder) => (
        <section key={holder.organisation} aria-labelledby={`faits-${holder.organisation}`}>
          <h2 id={`faits-${holder.organisation}`}>
            {say(several ? stepWords.factsOf(nameOfHolder(holder)) : stepWords.facts)}
          </h2>
          {holder.facts.map((fact) => (
            <FactCard key={fact.id} stepId={stepId} fact={fact} events={holder.events} />
          ))}
          <Links step={step} holder={holder} />
        </section>
      ))}
    </Page>
  )
}

const isOnlyAnnounced = ({ holders }: StepOnPage): boolean =>
  holders.every(({ facts }) => facts.every(({ stage, retracted }) => retracted || stage === 'planned'))

const Around = ({ step }: { readonly step: StepOnPage }) => {
  const say = useSay()
  const { stepId, kind, holders, together, follows, followedBy, nameOf } = step
  return (
    <dl class="facts">
      <dt>{say(stepWords.kind)}</dt>
      <dd>{say(kind.labels)}</dd>
      <dt>{say(stepWords.organisation)}</dt>
      {holders.map((holder) => (
        <dd key={holder.organisation}>
          <a href={`/organisations/${holder.organisation}`}>{nameOfHolder(holder)}</a> (
          {say(roleInWords(holder.facts[0].fact.role))})
        </dd>
      ))}
      {together.length === 0 ? null : <dt>{say(stepWords.together)}</dt>}
      {together.map(({ organisation, step: part }) => (
        <dd key={organisation}>
          <a href={`/organisations/${organisation}`}>{nameOf(organisation)}</a> ({say(part.role.labels)} ·{' '}
          <a href={`/etapes/${part.stepId}`}>{say(part.name)}</a>)
        </dd>
      ))}
      <Named term={say(stepWords.follows)} steps={follows} />
      <Named term={say(stepWords.followedBy)} steps={followedBy} />
      <dt>{say(stepWords.identifier)}</dt>
      <dd>
        <code>{stepId}</code>
      </dd>
    </dl>
  )
}

const Named = ({ term, steps }: { readonly term: string; readonly steps: readonly NamedStep[] }) => {
  const say = useSay()
  return (
    <>
      {steps.length === 0 ? null : <dt>{term}</dt>}
      {steps.map(({ stepId, labels, organisation }) => (
        <dd key={stepId}>
          {labels === undefined ? (
            <code>{stepId}</code>
          ) : (
            <>
              <a href={`/etapes/${stepId}`}>{say(labels)}</a> ({organisation})
            </>
          )}
        </dd>
      ))}
    </>
  )
}

/** Links that were told apart from the facts; each can be taken back. */
const Links = ({
  step: { stepId, linked },
  holder,
}: {
  readonly step: StepOnPage
  readonly holder: StepOnPage['holders'][0]
}) => {
  const say = useSay()
  const links = holder.history.links.filter((link) => link.stepId === stepId)
  if (links.length === 0) return null
  return (
    <>
      <h3>{say(stepWords.links)}</h3>
      <ul>
        {links.map(({ id, follows, retracted }) => {
          const from = say(stepsInWords(linked, follows))
          return (
            <li key={id}>
              {withCapital(from)}{' '}
              {retracted ? (
                <Badge certainty="stale">{say(stepWords.retracted)}</Badge>
              ) : (
                <a href={`/etapes/${stepId}/faits/${id}/retirer`}>
                  {say(stepWords.retract)} <span class="unseen">{from}</span>
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
