import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { RegistryEntry } from '#projections/asked/finding/query.js'
import { organisationKinds } from '#domain/organisation/organisation-kinds.js'
import { recordWords } from './record-words.js'
import { withCapital } from '#domain/kernel/first-letter.js'
import { ACTION } from '#src/web/forms/checked-form.js'
import { RadioField } from '#src/web/forms/choices.js'
import { describedBy, SelectField, TextField } from '#src/web/forms/field.js'
import type { FormState } from '#src/web/forms/typed-form.js'
import { useSay } from '#src/web/layout/page-context.js'
import { stepsToGoOn, type ChosenOrganisation } from '#src/tasks/recording/use-cases/chosen-organisations.js'
import { roleOptions } from '#src/web/forms/form-of-kind.js'
import { roleField, seenField, stepField } from './input-of-form.js'
import { checkedWords } from '#src/web/forms/checked-form-words.js'
import { frameWords } from '#src/web/layout/frame-words.js'

export interface TakingPartProps {
  readonly kind: KindCode
  readonly organisations: readonly ChosenOrganisation[]
  readonly state: FormState
  /** What a search found; absent where nothing was searched. */
  readonly found?: Found | undefined
  /** Who was just added: what to fill in next is there. */
  readonly added?: string | undefined
}

type FoundOrganisation = Pick<RegistryEntry, 'id' | 'name' | 'kind'>

/** What a search found: who can be added, and who takes part already. */
export interface Found {
  readonly others: readonly FoundOrganisation[]
  readonly chosen: readonly FoundOrganisation[]
}

/** Who took part, each with its role and, where the story of a step goes on, the step; and the search for more. */
export const TakingPart = ({ kind, organisations, state, found, added }: TakingPartProps) => {
  const say = useSay()
  const fault = state.faults['organisation']
  const hint = say(recordWords.whoHint)
  return (
    <fieldset
      class="group"
      id="organisation"
      tabIndex={-1}
      aria-describedby={describedBy('organisation', { hint, fault })}
    >
      <legend>
        <h2>{say(checkedWords.who)}</h2>
      </legend>
      <p class="hint" id="organisation-hint">
        {hint}
      </p>
      {fault === undefined ? null : (
        <p class="fault-text" id="organisation-fault">
          <span aria-hidden="true">▲ </span>
          {fault}
        </p>
      )}
      {organisations.map((organisation) => (
        <Part
          key={organisation.id}
          kind={kind}
          organisation={organisation}
          state={state}
          isNew={organisation.id === added}
        />
      ))}
      <div class="add-organisation">
        <TextField
          name="cherche"
          label={say(recordWords.searchOrganisation)}
          hint={say(recordWords.searchOrganisationHint)}
          inputmode="search"
          required={organisations.length === 0}
          form={state}
        />
        <button type="submit" name={ACTION} value="chercher" class="quiet">
          {say(recordWords.search)}
        </button>
        {found === undefined ? null : <FoundOrganisations found={found} />}
        <input
          type="hidden"
          name="cherche.vu"
          value={state.typed[found === undefined ? 'cherche.vu' : 'cherche']?.[0]?.trim()}
        />
      </div>
    </fieldset>
  )
}

const Part = ({
  kind,
  organisation,
  state,
  isNew,
}: Pick<TakingPartProps, 'kind' | 'state'> & {
  readonly organisation: ChosenOrganisation
  readonly isNew: boolean
}) => {
  const say = useSay()
  const { id, name, revision } = organisation
  const steps = stepsToGoOn(organisation, kind, state.typed[stepField(id)]?.[0])
  return (
    <div class="part" role="group" aria-label={name} tabIndex={-1} autofocus={isNew}>
      <input type="hidden" name="organisation" value={id} />
      <input type="hidden" name={seenField(id)} value={state.typed[seenField(id)]?.[0] ?? String(revision)} />
      <SelectField
        name={roleField(id)}
        label={`${say(checkedWords.role)} – ${name}`}
        required
        nothing={say(checkedWords.chooseOne)}
        options={roleOptions.map(({ value, labels }) => ({ value, label: say(labels) }))}
        form={state}
      />
      <button
        type="submit"
        name={ACTION}
        value={`retirer:${id}`}
        class="quiet"
        formaction="/enregistrer#organisation"
      >
        {say(recordWords.remove)} <span class="unseen">{name}</span>
      </button>
      {/* Steps are told in sentences, which a list that unfolds would cut. */}
      {steps.length === 0 && state.faults[stepField(id)] === undefined ? null : (
        <RadioField
          name={stepField(id)}
          label={`${say(recordWords.step)} – ${name}`}
          hint={say(recordWords.stepHint)}
          nothing={say(recordWords.newStep)}
          required
          options={steps.map(({ stepId, labels }) => ({ value: stepId, label: withCapital(say(labels)) }))}
          form={state}
        />
      )}
    </div>
  )
}

const FoundOrganisations = ({ found: { others, chosen } }: { readonly found: Found }) => {
  const say = useSay()
  if (others.length === 0 && chosen.length === 0) {
    return (
      <p role="status" tabIndex={-1} autofocus>
        {say(recordWords.noneFound)}{' '}
        <a href="/organisations/nouvelle">{say(frameWords.registerOrganisation)}</a>
      </p>
    )
  }
  return (
    <div role="group" aria-label={say(recordWords.found)} tabIndex={-1} autofocus>
      <ul class="found">
        {others.map(({ id, name, kind }) => (
          <li key={id}>
            <button type="submit" name={ACTION} value={`ajouter:${id}`} class="quiet">
              {say(recordWords.add)} {name}
            </button>{' '}
            <span class="hint">{say(organisationKinds[kind])}</span>
          </li>
        ))}
        {chosen.map(({ id, name }) => (
          <li key={id}>
            {name} <span class="hint">{say(recordWords.takesPartAlready)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
