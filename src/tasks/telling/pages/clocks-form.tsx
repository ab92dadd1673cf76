import type { Labels } from '#domain/kernel/labels.js'
import { organisationWords } from './organisation-words.js'
import { useSay } from '#src/web/layout/page-context.js'

/** What a page was asked to show: both clocks and the model, as they were typed. */
export interface AskedClocks {
  readonly asOf?: string | undefined
  readonly knownAt?: string | undefined
  readonly model?: string | undefined
}

/** A version of a model as it can be chosen. */
export interface ModelChoice {
  readonly reference: string
  readonly labels: Labels
  readonly version: number
  readonly chosen: boolean
}

/** «Voir comme au…»: what was true on a day, by what was known on another, under a model. */
export const ClocksForm = ({
  action,
  asked,
  models,
}: {
  readonly action: string
  readonly asked: AskedClocks
  readonly models: readonly ModelChoice[]
}) => {
  const say = useSay()
  return (
    <details class="clocks" open={Object.values(asked).some((value) => value !== undefined)}>
      <summary>{say(organisationWords.seeAsOf)}</summary>
      <form method="get" action={action} class="clock-fields">
        <div class="field">
          <label for="asOf">{say(organisationWords.asOf)}</label>
          <input type="date" id="asOf" name="asOf" value={asked.asOf} />
        </div>
        <div class="field">
          <label for="knownAt">{say(organisationWords.knownAt)}</label>
          <input type="date" id="knownAt" name="knownAt" value={asked.knownAt?.slice(0, 10)} />
        </div>
        <div class="field wide">
          <label for="model">{say(organisationWords.model)}</label>
          <select id="model" name="model">
            {models.map(({ reference, labels, version, chosen }) => (
              <option key={reference} value={reference} selected={chosen}>
                {say(labels)} ({say(organisationWords.version)} {version})
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="quiet">
          {say(organisationWords.see)}
        </button>
      </form>
    </details>
  )
}
