import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { RegistryEntry } from '#projections/registry/query.js'
import { organisationKinds } from '#domain/organisation/organisation-kinds.js'
import { recordWords } from '#src/messages/pages/record-words.js'
import { SelectField, TextField } from '#src/pages/forms/field.js'
import type { FormState } from '#src/pages/forms/typed-form.js'
import { useSay } from '#src/pages/layout/page-context.js'
import { stepsToGoOn, type ChosenOrganisation } from './chosen-organisations.js'
import { roleOptions } from './form-of-kind.js'
import { roleField, stepField } from './input-of-form.js'

export interface TakingPartProps {
  readonly kind: KindCode
  readonly organisations: readonly ChosenOrganisation[]
  readonly state: FormState
  /** What a search found; absent where nothing was searched. */
  readonly found?: readonly RegistryEntry[] | undefined
}

/** Who took part, each with its role and, where the story of a step goes on, the step; and the search for more. */
export const TakingPart = ({ kind, organisations, state, found }: TakingPartProps) => {
  const say = useSay()
  return (
    <fieldset class="group" id="organisation" tabIndex={-1}>
      <legend>
        <h2>{say(recordWords.who)}</h2>
      </legend>
      <p class="hint">{say(recordWords.whoHint)}</p>
      {organisations.map((organisation) => (
        <Part key={organisation.id} kind={kind} organisation={organisation} state={state} />
      ))}
      <div class="add-organisation">
        <TextField
          name="cherche"
          label={say(recordWords.searchOrganisation)}
          hint={say(recordWords.searchOrganisationHint)}
          inputmode="search"
          form={state}
        />
        <button
          type="submit"
          name="action"
          value="chercher"
          class="quiet"
          formaction="/enregistrer#organisation"
        >
          {say(recordWords.search)}
        </button>
        {found === undefined ? null : <Found found={found} />}
      </div>
    </fieldset>
  )
}

const Part = ({
  kind,
  organisation,
  state,
}: Pick<TakingPartProps, 'kind' | 'state'> & { readonly organisation: ChosenOrganisation }) => {
  const say = useSay()
  const { id, name, revision } = organisation
  const steps = stepsToGoOn(organisation, kind, state.typed[stepField(id)]?.[0])
  return (
    <div class="part" role="group" aria-label={name}>
      <input type="hidden" name="organisation" value={id} />
      <input type="hidden" name={`vu.${id}`} value={state.typed[`vu.${id}`]?.[0] ?? String(revision)} />
      <SelectField
        name={roleField(id)}
        label={`${say(recordWords.role)} – ${name}`}
        required
        nothing={say(recordWords.chooseRole)}
        options={roleOptions.map(({ value, labels }) => ({ value, label: say(labels) }))}
        form={state}
      />
      {steps.length === 0 && state.faults[stepField(id)] === undefined ? null : (
        <SelectField
          name={stepField(id)}
          label={`${say(recordWords.step)} – ${name}`}
          hint={say(recordWords.stepHint)}
          nothing={say(recordWords.newStep)}
          options={steps.map(({ stepId, labels }) => ({ value: stepId, label: say(labels) }))}
          form={state}
        />
      )}
      <button
        type="submit"
        name="action"
        value={`retirer:${id}`}
        class="quiet"
        formaction="/enregistrer#organisation"
      >
        {say(recordWords.remove)} <span class="unseen">{name}</span>
      </button>
    </div>
  )
}

const Found = ({ found }: { readonly found: readonly RegistryEntry[] }) => {
  const say = useSay()
  if (found.length === 0) {
    return (
      <p role="status">
        {say(recordWords.noneFound)} <a href="/organisations/nouvelle">{say(recordWords.registerOne)}</a>
      </p>
    )
  }
  return (
    <ul class="found" aria-label={say(recordWords.found)}>
      {found.map(({ id, name, kind }) => (
        <li key={id}>
          <button
            type="submit"
            name="action"
            value={`ajouter:${id}`}
            class="quiet"
            formaction="/enregistrer#organisation"
          >
            {say(recordWords.add)} {name}
          </button>{' '}
          <span class="hint">{say(organisationKinds[kind])}</span>
        </li>
      ))}
    </ul>
  )
}
