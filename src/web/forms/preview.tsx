import type { ComponentChildren } from 'preact'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import { historyOf } from '#domain/organisation/history.js'
import type { Labels } from '#domain/kernel/labels.js'
import { roles } from '#domain/steps/roles.js'
import { factSentence } from '#projections/asked/trajectory/told-fact.js'
import type { Effect } from '#projections/asked/what-if/effect.js'
import { frameWords } from '#src/web/layout/frame-words.js'
import { useSay } from '#src/web/layout/page-context.js'
import { checkedWords } from './checked-form-words.js'

export interface PreviewProps {
  readonly parts: readonly {
    readonly name: string
    readonly events: readonly RecordedEvent[]
    readonly effect?: Effect | undefined
    /** Steps on record that may be the same one. */
    readonly alike?: readonly { readonly stepId: string; readonly labels: Labels }[]
  }[]
}

/** What would be recorded of each, in words, and where it would stand. */
export const Preview = ({ parts }: PreviewProps) => {
  const say = useSay()
  return (
    <PreviewCard title={checkedWords.preview}>
      {parts.map(({ name, events, effect, alike = [] }) => (
        <div key={name}>
          <h3>{name}</h3>
          <ul>
            {[...historyOf(events).facts.values()].map((fact) => (
              <li key={fact.id}>
                {say(factSentence(fact))} ({say(roles[fact.fact.role])})
              </li>
            ))}
          </ul>
          {effect === undefined ? null : <EffectShown effect={effect} />}
          {alike.length === 0 ? null : (
            <>
              <p>
                <strong>{say(checkedWords.alike)}</strong>
              </p>
              <ul>
                {alike.map(({ stepId, labels }) => (
                  <li key={stepId}>
                    <a href={`/etapes/${stepId}`}>{say(labels)}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      ))}
    </PreviewCard>
  )
}

/** Where a form tells what it would change: announced when a script fills it, read first when the page opens with it. */
export const PreviewPlace = ({ children }: { readonly children: ComponentChildren }) => (
  <div data-role="preview" role="status">
    {children}
  </div>
)

/** What a form would change: who asked for it begins there. */
export const PreviewCard = ({
  title,
  children,
}: {
  readonly title: Labels
  readonly children: ComponentChildren
}) => {
  const say = useSay()
  return (
    <section class="card preview" id="apercu" aria-labelledby="apercu-titre" tabIndex={-1} autofocus>
      <h2 id="apercu-titre">{say(title)}</h2>
      <p class="hint">{say(checkedWords.previewNote)}</p>
      {children}
    </section>
  )
}

/** The position before and after; one line where it stays. */
export const EffectShown = ({ effect: { before, after } }: { readonly effect: Effect }) => {
  const say = useSay()
  const [was, would] = [say(before.sentence), say(after.sentence)]
  return was === would ? (
    <p>
      {say(checkedWords.samePosition)}
      {say(frameWords.colon)}
      {was}
    </p>
  ) : (
    <dl class="facts">
      <dt>{say(checkedWords.before)}</dt>
      <dd>{was}</dd>
      <dt>{say(checkedWords.after)}</dt>
      <dd>
        <strong>{would}</strong>
      </dd>
    </dl>
  )
}
