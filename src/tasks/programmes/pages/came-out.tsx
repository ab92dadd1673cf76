import type { EditionView, OutcomeView } from '#projections/asked/programmes/programme-view.js'
import { frameWords } from '#src/web/layout/frame-words.js'
import { programmeWords } from './programme-words.js'
import { Heading, type HeadingLevel } from '#src/web/elements/heading.js'
import { useSay } from '#src/web/layout/page-context.js'

/** What came out of an edition, by kind, with the way that led there. */
export const CameOut = ({
  cameOut,
  shown,
  level,
}: {
  readonly cameOut: EditionView['cameOut']
  /** Whether there is anything that something could have come out of. */
  readonly shown: boolean
  readonly level: HeadingLevel
}) => {
  const say = useSay()
  if (!shown) return null
  return (
    <>
      <Heading level={level}>{say(programmeWords.cameOut)}</Heading>
      {cameOut.length === 0 ? <p>{say(programmeWords.nothingCameOut)}</p> : null}
      {cameOut.length === 0 ? null : (
        <dl class="facts came-out">
          {cameOut.map(({ kind, outcomes }) => (
            <>
              <dt>
                {say(kind.labels)} ({outcomes.length})
              </dt>
              <dd>
                <ul>
                  {outcomes.map((outcome) => (
                    <Outcome key={`${outcome.to.organisation.id} ${outcome.to.stepId}`} outcome={outcome} />
                  ))}
                </ul>
              </dd>
            </>
          ))}
        </dl>
      )}
    </>
  )
}

const Outcome = ({ outcome: { to, from, through } }: { readonly outcome: OutcomeView }) => {
  const say = useSay()
  return (
    <li>
      <a href={`/organisations/${to.organisation.id}`}>{to.organisation.name}</a>
      {say(frameWords.colon)}
      {say(to.name)}, {say(to.story)}{' '}
      <span class="hint">
        ({say(programmeWords.cameOutOf)} {from.organisation.name}, {say(from.name)}
        {through.length === 0
          ? ''
          : `\u202f; ${say(programmeWords.through)} ${through.map(({ name }) => say(name)).join(', ')}`}
        )
      </span>
    </li>
  )
}
