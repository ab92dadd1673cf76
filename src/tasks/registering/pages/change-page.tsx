import type { OrganisationHistory } from '#domain/organisation/history.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Revision } from '#domain/ports/event-log.js'
import { parisDayOf } from '#domain/time/day.js'
import { nameOfDay } from '#domain/time/edtf-sentence.js'
import { frameWords } from '#src/web/layout/frame-words.js'
import { actWords, profileEventWords, registeringWords } from './registering-words.js'
import { DataTable } from '#src/web/elements/data-table.js'
import { Notice } from '#src/web/elements/notice.js'
import { Page } from '#src/web/layout/page.js'
import { usePage, useSay } from '#src/web/layout/page-context.js'
import { ToldContent } from './change-preview.js'
import type { ActName } from './acts.js'
import { checkedWords } from '#src/web/forms/checked-form-words.js'

const acts = Object.keys(actWords) as readonly ActName[] // its literal keys

/** The organisation as it is on record. */
export interface Subject {
  readonly id: OrganisationId
  readonly name: string
  readonly history: OrganisationHistory
  readonly revision: Revision | 'none'
}

/** What can be changed of an organisation, and what is on record of it, to be corrected. */
export const ChangePage = ({ id, name, history, done }: Subject & { readonly done: boolean }) => {
  const say = useSay()
  const { language } = usePage()
  const address = `/organisations/${id}/modifier`
  return (
    <Page
      title={registeringWords.changeTitle(name)}
      lead={say(registeringWords.changeLead)}
      section="organisations"
      crumbs={[{ label: name, href: `/organisations/${id}` }]}
    >
      {done ? (
        <Notice tone="done" answers>
          <p>
            {say(registeringWords.done)}{' '}
            <a href={`/organisations/${id}`}>{say(checkedWords.seeOrganisation(name))}</a>
          </p>
        </Notice>
      ) : null}
      <h2>{say(registeringWords.acts)}</h2>
      <ul>
        {acts.map((act) => (
          <li key={act}>
            <a href={`${address}?quoi=${act}`}>{say(actWords[act])}</a>
          </li>
        ))}
      </ul>
      <h2>{say(registeringWords.onRecord)}</h2>
      <DataTable
        caption={say(registeringWords.onRecord)}
        captionHidden
        rows={history.profile}
        keyOf={(fact) => fact.id}
        columns={[
          { heading: say(registeringWords.what), cell: ({ event }) => say(profileEventWords[event.type]) },
          {
            heading: say(registeringWords.told),
            cell: ({ event }) => <ToldContent type={event.type} data={event.data} />,
          },
          {
            heading: say(checkedWords.recordedOn),
            cell: ({ recordedAt, amendments }) => (
              <>
                {nameOfDay(parisDayOf(recordedAt), language)}
                {amendments.map((amendment) => (
                  <p key={amendment.id} class="hint">
                    {say(checkedWords.corrected)}, {nameOfDay(parisDayOf(amendment.recordedAt), language)}
                    {say(frameWords.colon)}
                    {amendment.reason}
                  </p>
                ))}
              </>
            ),
          },
          {
            heading: say(registeringWords.action),
            cell: ({ id: fact, event }) => (
              <a href={`${address}?corriger=${fact}`}>
                {say(registeringWords.correct)}{' '}
                <span class="unseen">{say(profileEventWords[event.type])}</span>
              </a>
            ),
          },
        ]}
      />
    </Page>
  )
}
