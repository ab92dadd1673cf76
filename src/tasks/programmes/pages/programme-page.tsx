import type { EditionView, ProgrammeView, Results } from '#projections/asked/programmes/programme-view.js'
import { sectionWords } from '#src/web/layout/frame-words.js'
import { countedWords, outcomeOfPartWords, programmeWords } from './programme-words.js'
import { Page } from '#src/web/layout/page.js'
import { type Say, useSay } from '#src/web/layout/page-context.js'
import { Heading } from '#src/web/elements/heading.js'
import { Aimed } from './aimed.js'
import { CameOut } from './came-out.js'
import { PartTable } from './part-table.js'

/** One programme, edition by edition: what was announced beside what was done, who took part, and what came out. */
export const ProgrammePage = ({ programme }: { readonly programme: ProgrammeView }) => {
  const say = useSay()
  const { labels, results, editions } = programme
  return (
    <Page
      title={labels}
      kicker={programmeWords.kicker}
      section="programmes"
      crumbs={[{ label: sectionWords.programmes, href: '/programmes' }]}
      lead={<p>{results.steps === 0 ? say(programmeWords.nobody) : `${resultsInWords(results, say)}.`}</p>}
    >
      {editions.length < 2 ? null : (
        <nav aria-label={say(programmeWords.editions)}>
          <ul class="editions">
            {editions.map(({ edition }, index) => (
              <li key={edition}>
                <a href={`#edition-${index + 1}`}>{edition ?? say(programmeWords.noEdition)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {editions.map((edition, index) => (
        <Edition
          key={edition.edition}
          edition={edition}
          anchor={`edition-${index + 1}`}
          alone={editions.length === 1 && edition.edition === null}
        />
      ))}
    </Page>
  )
}

const Edition = ({
  edition,
  anchor,
  alone,
}: {
  readonly edition: EditionView
  readonly anchor: string
  /** Nothing to tell it from. */
  readonly alone: boolean
}) => {
  const say = useSay()
  const { results, reported, tookPart, ran, supported, announced, around, setbacks, cameOut } = edition
  return (
    <section id={anchor} class="edition" aria-label={alone ? say(programmeWords.done) : undefined}>
      {alone ? null : <h2>{edition.edition ?? say(programmeWords.noEdition)}</h2>}
      <div class="beside">
        <Aimed edition={edition} level={alone ? 2 : 3} />
        <div class="card">
          <Heading level={alone ? 2 : 3}>{say(programmeWords.done)}</Heading>
          <p>{results.steps === 0 ? say(programmeWords.nobody) : `${resultsInWords(results, say)}.`}</p>
          {results.outcomes.length === 0 ? null : (
            <ul>
              {results.outcomes.map(({ outcome, steps }) => (
                <li key={outcome}>
                  {counted('steps', steps, say)} {say(outcomeOfPartWords[outcome])}
                </li>
              ))}
            </ul>
          )}
          {reported.map(({ organisation, stepId, name, story, figures, words }) => (
            <p key={stepId} class="hint">
              {say(programmeWords.reported)} {`(${organisation.name})\u00a0: `}
              {say(name)}, {say(story)}
              {figures.map((figure) => `\u202f; ${say(figure)}`)}
              {words === null ? '' : `\u202f; ${words}`}.
            </p>
          ))}
        </div>
      </div>
      <PartTable title={programmeWords.tookPart} parts={tookPart} level={alone ? 2 : 3} />
      <PartTable title={programmeWords.ran} parts={ran} level={alone ? 2 : 3} />
      <CameOut cameOut={cameOut} shown={tookPart.length + ran.length > 0} level={alone ? 2 : 3} />
      <PartTable title={programmeWords.setbacks} parts={setbacks} level={alone ? 2 : 3}>
        <p>
          <a href="/obstacles">{say(programmeWords.allSetbacks)}</a>
        </p>
      </PartTable>
      <PartTable title={programmeWords.supported} parts={supported} level={alone ? 2 : 3} />
      <PartTable title={programmeWords.around} parts={around} level={alone ? 2 : 3} />
      <PartTable title={programmeWords.announced} parts={announced} level={alone ? 2 : 3} />
    </section>
  )
}

/** «7 étapes, 10 participations, 10 organisations». */
const resultsInWords = (results: Results, say: Say): string =>
  (['steps', 'participations', 'organisations'] as const)
    .map((measure) => counted(measure, results[measure], say))
    .join(', ')

const counted = (measure: keyof typeof countedWords, count: number, say: Say): string =>
  `${count} ${say(countedWords[measure][count > 1 ? 'many' : 'one'])}`
