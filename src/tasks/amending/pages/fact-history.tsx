import { patched } from '#domain/kernel/merge-patch.js'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import type { Fact } from '#domain/steps/fact.js'
import type { ActorId } from '#domain/kernel/identifiers.js'
import type { Instant } from '#domain/kernel/instant.js'
import { parisDayOf } from '#domain/time/day.js'
import { nameOfDay } from '#domain/time/edtf-sentence.js'
import { frameWords } from '#src/web/layout/frame-words.js'
import { stepWords } from './step-words.js'
import { DataTable } from '#src/web/elements/data-table.js'
import { usePage, useSay } from '#src/web/layout/page-context.js'
import type { ChangedField } from '#src/web/forms/field-values.js'
import { changedFields } from './fact-in-form.js'
import { checkedWords } from '#src/web/forms/checked-form-words.js'

/** One thing that was done to a fact. */
interface Doing {
  readonly id: string
  readonly what: keyof typeof doingWords
  readonly at: Instant
  readonly by: ActorId
  readonly changes: readonly ChangedField[]
  readonly reason?: string
}

/** Who recorded what when, and what was corrected: the whole life of one fact. */
export const FactHistory = ({
  fact,
  events,
}: {
  readonly fact: FactOnRecord
  readonly events: readonly RecordedEvent[]
}) => {
  const say = useSay()
  const { language } = usePage()
  return (
    <details open={fact.amendments.length > 0}>
      <summary>{say(stepWords.history)}</summary>
      <DataTable
        caption={say(stepWords.history)}
        captionHidden
        rows={doingsTo(fact, events)}
        keyOf={({ id }) => id}
        columns={[
          { heading: say(checkedWords.recordedOn), cell: ({ at }) => nameOfDay(parisDayOf(at), language) },
          {
            heading: say(stepWords.historyWhat),
            cell: ({ what, changes }) => (
              <>
                {say(doingWords[what])}
                {changes.length === 0 ? null : (
                  <ul>
                    {changes.map(({ name, labels, before, after }) => (
                      <li key={name}>
                        {say(labels)}
                        {say(frameWords.colon)}
                        {say(before)} → <strong>{say(after)}</strong>
                      </li>
                    ))}
                  </ul>
                )}
              </>
            ),
          },
          { heading: say(stepWords.historyWhy), cell: ({ reason }) => reason ?? '' },
          { heading: say(stepWords.historyWho), cell: ({ by }) => <code>{by}</code> },
        ]}
      />
    </details>
  )
}

const doingWords = {
  told: stepWords.told,
  corrected: checkedWords.corrected,
  takenBack: stepWords.takenBack,
} as const

const doingsTo = (fact: FactOnRecord, events: readonly RecordedEvent[]): readonly Doing[] => {
  const doings: Doing[] = []
  let version: Fact = fact.told
  for (const event of events) {
    const { id, recordedAt: at, actor: by } = event
    if (id === fact.id) doings.push({ id, what: 'told', at, by, changes: [] })
    if (event.type === 'StepCorrected' && event.data.target === fact.id) {
      const next = patched(version, event.data.changes) as Fact // the decision validated it
      const changes = changedFields(fact.kind, version, next)
      doings.push({ id, what: 'corrected', at, by, changes, reason: event.data.reason })
      version = next
    }
    if (event.type === 'StepRetracted' && event.data.target === fact.id) {
      doings.push({ id, what: 'takenBack', at, by, changes: [], reason: event.data.reason })
    }
  }
  return doings
}
