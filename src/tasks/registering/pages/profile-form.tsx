import { FormPage, type FormPageProps } from '#src/web/forms/form-page.js'
import type { FormField } from '#src/web/forms/form-field.js'
import { useSay } from '#src/web/layout/page-context.js'
import { KindField } from '#src/web/forms/kind-fields.js'
import { labelsOfFields } from '#src/web/forms/fault-summary.js'

export interface ProfileFormProps extends Omit<FormPageProps, 'children' | 'labels'> {
  readonly fields: readonly FormField[]
}

/** A form about an organisation itself: checked, then recorded, as every form that changes the record. */
export const ProfileForm = ({ fields, ...frame }: ProfileFormProps) => (
  <FormPage {...frame} labels={labelsOfFields(fields, useSay())}>
    {fields.map((field) => (
      <KindField key={field.name} field={field} state={frame.state} steps={[]} />
    ))}
  </FormPage>
)
