import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { Effect } from '#projections/asked/what-if/effect.js'
import { profileEventWords, registeringWords } from './registering-words.js'
import { useSay } from '#src/web/layout/page-context.js'
import { shownContent, type ChangedField } from '#src/web/forms/field-values.js'
import { EffectShown } from '#src/web/forms/preview.js'
import { ChangesTable } from '#src/web/forms/changes-table.js'
import { fieldsOfProfile, type ToldOfProfile } from './fields-of-profile.js'
import { checkedWords } from '#src/web/forms/checked-form-words.js'

export interface ChangePreviewProps {
  /** What a correction changes. */
  readonly changes?: readonly ChangedField[] | undefined
  readonly events: readonly RecordedEvent[]
  /** On the organisation in whose stream it is told, and on the one that comes after it. */
  readonly effects: { readonly here?: Effect; readonly onSuccessor?: Effect }
}

/** What would be told of an organisation, and what that would change. */
export const ChangePreview = ({ events, changes, effects: { here, onSuccessor } }: ChangePreviewProps) => {
  const say = useSay()
  return (
    <>
      {events.map((event) => (
        <ToldContent key={event.id} type={event.type} data={event.data} />
      ))}
      {changes === undefined ? null : (
        <ChangesTable
          changes={changes}
          caption={checkedWords.changes}
          before={checkedWords.onRecord}
          after={checkedWords.asCorrected}
        />
      )}
      {here === undefined ? null : (
        <>
          {onSuccessor === undefined ? null : <h3>{say(registeringWords.effectHere)}</h3>}
          <EffectShown effect={here} />
        </>
      )}
      {onSuccessor === undefined ? null : (
        <>
          <h3>{say(registeringWords.effectOnSuccessor)}</h3>
          <EffectShown effect={onSuccessor} />
        </>
      )}
    </>
  )
}

/** What one event tells of the organisation, field by field. */
export const ToldContent = ({ type, data }: { readonly type: string; readonly data: object }) => {
  const say = useSay()
  if (!isToldOfProfile(type)) return null
  return (
    <dl class="facts">
      {shownContent(fieldsOfProfile(type), data).map(({ name, labels, value }) => (
        <>
          <dt key={`${name}-term`}>{say(labels)}</dt>
          <dd key={name}>{say(value)}</dd>
        </>
      ))}
    </dl>
  )
}

const isToldOfProfile = (type: string): type is ToldOfProfile => Object.hasOwn(profileEventWords, type)
