import type { StillTrueResult } from '#src/tasks/calling-back/use-cases/confirm-still-true.js'
import { callBackWords, countOfConfirmed, resultWords } from './call-back-words.js'
import { frameWords, sectionAddresses } from '#src/web/layout/frame-words.js'
import { DataTable } from '#src/web/elements/data-table.js'
import { Notice } from '#src/web/elements/notice.js'
import { Page } from '#src/web/layout/page.js'
import { useSay } from '#src/web/layout/page-context.js'

/** What became of each step that was sent: first what was not confirmed, with the reason. */
export interface StillTrueReport {
  readonly results: readonly StillTrueResult[]
  /** The list that was shown, with its filters. */
  readonly back: string
}

export const StillTruePage = ({ report }: { readonly report: StillTrueReport | undefined }) => {
  const say = useSay()
  return (
    <Page
      title={callBackWords.reportTitle}
      section="call-back"
      crumbs={[{ label: callBackWords.title, href: sectionAddresses['call-back'] }]}
    >
      {report === undefined ? (
        <Notice tone="caution">
          <p>{say(callBackWords.reportGone)}</p>
        </Notice>
      ) : (
        <Results results={report.results} />
      )}
      <p>
        <a class="button" href={report?.back ?? sectionAddresses['call-back']}>
          {say(callBackWords.backToList)}
        </a>
      </p>
    </Page>
  )
}

const Results = ({ results }: Pick<StillTrueReport, 'results'>) => {
  const say = useSay()
  const others = results.filter(({ result }) => result === 'refused' || result === 'failed')
  const confirmed = results.filter((one) => !others.includes(one))
  return (
    <>
      <Notice tone={others.length === 0 ? 'done' : confirmed.length === 0 ? 'fault' : 'caution'}>
        <p>{say(countOfConfirmed(confirmed.length, others.length))}</p>
      </Notice>
      {others.length === 0 ? null : (
        <ResultTable caption={say(callBackWords.notConfirmed)} results={others} />
      )}
      {confirmed.length === 0 ? null : (
        <ResultTable caption={say(callBackWords.confirmed)} results={confirmed} />
      )}
    </>
  )
}

const ResultTable = ({
  caption,
  results,
}: Pick<StillTrueReport, 'results'> & { readonly caption: string }) => {
  const say = useSay()
  return (
    <DataTable
      caption={caption}
      rows={results}
      keyOf={({ stepId, organisation }) => `${stepId} ${organisation.id}`}
      columns={[
        {
          heading: say(callBackWords.organisation),
          cell: ({ organisation }) => <a href={`/organisations/${organisation.id}`}>{organisation.name}</a>,
        },
        {
          heading: say(callBackWords.stepHeading),
          cell: ({ stepId, name }) => (
            <a href={`/etapes/${stepId}`}>{name === undefined ? stepId : say(name)}</a>
          ),
        },
        {
          heading: say(callBackWords.result),
          cell: ({ result, because }) =>
            because === undefined ? (
              say(resultWords[result])
            ) : (
              <>
                {say(resultWords[result])}
                {say(frameWords.colon)}
                {say(because)}
              </>
            ),
        },
      ]}
    />
  )
}
