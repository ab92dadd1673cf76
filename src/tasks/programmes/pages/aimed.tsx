import type { ClaimView, EditionView } from '#projections/asked/programmes/programme-view.js'
import { programmeWords } from './programme-words.js'
import { Heading, type HeadingLevel } from '#src/web/elements/heading.js'
import { useSay } from '#src/web/layout/page-context.js'

/** What was announced of an edition and aimed at by it: beside what was done, and never among it. */
export const Aimed = ({
  edition: { formats, targets },
  level,
}: {
  readonly edition: EditionView
  readonly level: HeadingLevel
}) => {
  const say = useSay()
  return (
    <div class="card">
      <Heading level={level}>{say(programmeWords.aimed)}</Heading>
      {formats.length + targets.length === 0 ? (
        <p>{say(programmeWords.nothingAimed)}</p>
      ) : (
        <p class="hint">{say(programmeWords.aimedNote)}</p>
      )}
      <dl class="facts">
        {formats.map(({ years, format, sources }) => (
          <>
            <dt>
              {say(programmeWords.format)} ({say(years)})
            </dt>
            <dd>
              {say(format)} <span class="hint">{sources.join('\u202f; ')}</span>
            </dd>
          </>
        ))}
        {targets.map((target) => (
          <>
            <dt>{say(programmeWords.target)}</dt>
            <Target target={target} />
          </>
        ))}
      </dl>
    </div>
  )
}

const Target = ({
  target: { organisation, name, story, figures, words, source },
}: {
  readonly target: ClaimView
}) => {
  const say = useSay()
  return (
    <dd>
      {[...figures.map(say), ...(words === null ? [] : [words])].map((told) => (
        <p key={told}>{told}</p>
      ))}
      <p class="hint">
        {`${organisation.name}\u00a0: `}
        {say(name)}, {say(story)}. {source}
      </p>
    </dd>
  )
}
