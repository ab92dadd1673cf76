import { match } from 'ts-pattern'
import { present } from '#domain/kernel/present.js'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { CommandId, OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type { Revision } from '#domain/ports/event-log.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { Effect } from '#projections/asked/what-if/effect.js'
import type { RefusedPart } from '#src/handling/collective/carry-out.js'
import type { Recording } from '#src/tasks/recording/use-cases/recording.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { recordWords } from './record-words.js'
import type { FaultsByField } from '#src/web/forms/content-of-fields.js'
import { refusalAtField } from '#src/web/forms/fault-at-field.js'
import { namedFor, stepField, type AskedRecording } from './input-of-form.js'

/** What one organisation would have on record, and where it would stand. */
export interface PreviewedPart {
  readonly organisation: OrganisationId
  readonly events: readonly RecordedEvent[]
  readonly effect?: Effect | undefined
}

/** How a form that was sent ends, whether it was of one organisation or of several. */
export type Attempted =
  | { readonly ended: 'previewed'; readonly parts: readonly PreviewedPart[] }
  | { readonly ended: 'recorded'; readonly stepId: StepId }
  /** Under the empty name stands what no field can set right: not now, or not for all. */
  | { readonly ended: 'faulty'; readonly faults: FaultsByField }
  | { readonly ended: 'moved'; readonly organisations: readonly OrganisationId[] }
  | { readonly ended: 'key-used' }

export interface Attempt {
  readonly key: CommandId
  /** The revisions that the page showed. */
  readonly seen: ReadonlyMap<OrganisationId, Revision | 'none'>
  readonly correlationId: string
  readonly dryRun: boolean
  /** What organisations are called in faults that are one organisation’s alone. */
  readonly nameOf: (id: OrganisationId) => string
}

/** Records what a form asks for, or tries it. */
export const attempt = (inside: Recording, asked: AskedRecording, how: Attempt): Promise<Attempted> =>
  asked.of === 'one' ? attemptOne(inside, asked, how) : attemptSeveral(inside, asked, how)

const attemptOne = async (
  inside: Recording,
  { organisation, step }: Extract<AskedRecording, { readonly of: 'one' }>,
  { key, seen, correlationId, dryRun }: Attempt,
): Promise<Attempted> => {
  const expected = dryRun ? undefined : seen.get(organisation)
  const outcome = await inside.recording.step(
    present({ organisation, step, idempotencyKey: key, expected, correlationId, dryRun }),
  )
  return match(outcome)
    .with({ outcome: 'would-record' }, ({ events, effect }): Attempted => ({
      ended: 'previewed',
      parts: [{ organisation, events, effect }],
    }))
    .with({ outcome: 'recorded' }, { outcome: 'unchanged' }, ({ stepId }): Attempted => ({
      ended: 'recorded',
      stepId,
    }))
    .with({ outcome: 'refused' }, ({ refusal }): Attempted => ({
      ended: 'faulty',
      faults: namedFor(organisation, refusalAtField(refusal)),
    }))
    .with({ outcome: 'step-needed' }, (): Attempted => ({
      ended: 'faulty',
      faults: { [stepField(organisation)]: recordWords.stepNeeded },
    }))
    .with({ outcome: 'moved' }, (): Attempted => ({ ended: 'moved', organisations: [organisation] }))
    .with({ outcome: 'command-reused' }, (): Attempted => ({ ended: 'key-used' }))
    .with(
      { outcome: 'busy' },
      { outcome: 'disk-full' },
      { outcome: 'clock-behind' },
      ({ outcome: code }): Attempted => ({
        ended: 'faulty',
        faults: { '': outcomeAnswers[code] },
      }),
    )
    .exhaustive()
}

const attemptSeveral = async (
  inside: Recording,
  { step }: Extract<AskedRecording, { readonly of: 'several' }>,
  { key, seen: expected, correlationId, dryRun, nameOf }: Attempt,
): Promise<Attempted> => {
  const outcome = await inside.recording.collectiveStep({
    step,
    idempotencyKey: key,
    correlationId,
    dryRun,
    ...(dryRun ? {} : { expected }),
  })
  return match(outcome)
    .with({ outcome: 'would-record' }, ({ parts }): Attempted => ({ ended: 'previewed', parts }))
    .with({ outcome: 'recorded' }, ({ parts: [first] }): Attempted => recordedAs(first?.stepId))
    .with({ outcome: 'parts-refused' }, ({ refusals }): Attempted => ({
      ended: 'faulty',
      faults: faultsOfParts(refusals, nameOf),
    }))
    .with({ outcome: 'step-needed' }, (): Attempted => ({
      ended: 'faulty',
      faults: Object.fromEntries(
        step.parts
          .filter(({ stepId }) => stepId === undefined)
          .map(({ organisation }) => [stepField(organisation), recordWords.stepNeeded]),
      ),
    }))
    .with({ outcome: 'parts-moved' }, ({ moved }): Attempted => ({
      ended: 'moved',
      organisations: moved.map(({ organisation }) => organisation),
    }))
    .with({ outcome: 'recorded-in-part' }, ({ refusals }): Attempted => ({
      ended: 'faulty',
      faults: {
        '': listing(
          recordWords.inPart,
          refusals.map(({ organisation }) => nameOf(organisation)),
        ),
      },
    }))
    .with({ outcome: 'command-reused' }, (): Attempted => ({ ended: 'key-used' }))
    .with(
      { outcome: 'unfinished' },
      { outcome: 'busy' },
      { outcome: 'disk-full' },
      { outcome: 'clock-behind' },
      ({ outcome: code }): Attempted => ({
        ended: 'faulty',
        faults: { '': outcomeAnswers[code] },
      }),
    )
    .exhaustive()
}

const recordedAs = (stepId: StepId | undefined): Attempted => {
  if (stepId === undefined) throw new Error('a collective step has parts')
  return { ended: 'recorded', stepId }
}

/** What one of several refuses is said under its name; several such faults at one field stand after each other. */
const faultsOfParts = (
  refusals: readonly RefusedPart[],
  nameOf: (id: OrganisationId) => string,
): FaultsByField => {
  const faults: Record<string, Labels> = {}
  for (const { organisation, refusal } of refusals) {
    const name = nameOf(organisation)
    for (const [field, { fr, en }] of Object.entries(namedFor(organisation, refusalAtField(refusal)))) {
      const before = faults[field]
      faults[field] = {
        fr: `${before === undefined ? '' : `${before.fr} `}${name} : ${fr}`,
        en: `${before === undefined ? '' : `${before.en} `}${name}: ${en}`,
      }
    }
  }
  return faults
}

const listing = ({ fr, en }: Labels, names: readonly string[]): Labels => ({
  fr: `${fr} ${names.join(', ')}`,
  en: `${en} ${names.join(', ')}`,
})
