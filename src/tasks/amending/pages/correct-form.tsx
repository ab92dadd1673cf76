import { match } from 'ts-pattern'
import { present } from '#domain/kernel/present.js'
import { patched } from '#domain/kernel/merge-patch.js'
import { StepId } from '#domain/kernel/identifiers.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Fact } from '#domain/steps/fact.js'
import type { Language } from '#domain/kernel/labels.js'
import type { Effect } from '#projections/asked/what-if/effect.js'
import { inFrench } from '#src/messages/faults.js'
import { CorrectionInput } from '#src/tasks/amending/use-cases/amendment-input.js'
import type { StepHolder } from '#src/tasks/amending/use-cases/find-step.js'
import {
  seenAt,
  seenIn,
  type AskedForm,
  type CheckedForm,
  type FormEnd,
  type FormSubject,
  type SentForm,
} from '#src/web/forms/checked-form.js'
import { faultsAtFields } from '#src/web/forms/fault-at-field.js'
import type { ChangedField } from '#src/web/forms/field-values.js'
import { othersField } from '#src/web/forms/form-field.js'
import { formOfKind } from '#src/web/forms/form-of-kind.js'
import { typedText } from '#src/web/forms/typed-form.js'
import { languageOf } from '#src/web/layout/language.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { CorrectPage } from './correct-page.js'
import { correctionOf, factAsSeen, onNewerVersion } from './correction.js'
import { endOfAmendment } from './end-of-amendment.js'
import { changedFields, typedOfFact } from './fact-in-form.js'
import { absent, type StepUseCases } from './form-about-step.js'
import { atOwnFields, SOURCE, sourceAndDay, STATED_ON } from './source-and-day.js'
import { factOnPage, stepOnPage, type StepOnPage } from './step-on-page.js'
import { stepWords } from './step-words.js'

/** A fact, with its step and who tells it. */
export interface FactToCorrect {
  readonly step: StepOnPage
  readonly holder: StepHolder
  readonly fact: FactOnRecord
  /** In which its dates were written for whoever corrects it. */
  readonly language: Language
}

export interface SaidOfCorrection {
  /** What it would change. */
  readonly preview?: { readonly changes: readonly ChangedField[]; readonly effect?: Effect | undefined }
  /** Both versions, where the record moved: what changed of this fact, and what was recorded besides. */
  readonly moved?: { readonly changes: readonly ChangedField[]; readonly news: readonly Labels[] }
}

/** Correct one fact: its form as it stands on record, what changes, why; checked, then recorded. */
export const correctForm: CheckedForm<StepUseCases, FactToCorrect, SaidOfCorrection> = {
  route: '/etapes/:stepId/faits/:fact/corriger',
  subject: (inside, asked) => factAsked(inside, asked),
  first: ({ holder, fact, language }) => seenAt(typedOfFact(fact.kind, fact.fact, language), holder.revision),
  fields: ({ fact }) => namesIn(fact.kind),
  send: (inside, asked, sent) => send(inside, asked, sent),
  draw: (reply, drawn) => sendPage(reply, <CorrectPage {...drawn} />),
}

const factAsked = async (
  inside: StepUseCases,
  { request, sent }: AskedForm,
): Promise<FormSubject<FactToCorrect>> => {
  const { stepId, fact: id } = request.params as { readonly stepId: string; readonly fact: string } // of its route
  const read = StepId.safeParse(stepId)
  const step = read.success ? await stepOnPage(inside, read.data) : undefined
  const found = step === undefined || 'outcome' in step ? undefined : { step, told: factOnPage(step, id) }
  if (found?.told === undefined) return { instead: absent(stepWords.notFound) }
  const { step: of, told } = found
  return told.fact.retracted && !sent
    ? { instead: absent(stepWords.alreadyRetracted) }
    : { subject: { step: of, ...told, language: languageOf(request) } }
}

const send = async (
  inside: StepUseCases,
  { step, holder, fact, language }: FactToCorrect,
  { typed, key, correlationId, dryRun }: SentForm,
): Promise<FormEnd<SaidOfCorrection>> => {
  const shownAt = seenIn(typed) ?? holder.revision
  const seen = (shownAt === 'none' ? undefined : factAsSeen(holder.events, shownAt, fact.id)) ?? fact
  const correction = correctionOf(fact.kind, typedOfFact(fact.kind, seen.fact, language), typed)
  const around = sourceAndDay(typed)
  const input = CorrectionInput.safeParse(
    present({
      target: fact.id,
      changes: correction.read ? correction.changes : {},
      reason: typedText(typed, 'reason'),
      ...around.told,
    }),
    inFrench,
  )
  if (!correction.read || !input.success || Object.keys(around.faults).length > 0) {
    return {
      ended: 'shown',
      faults: {
        ...(input.success ? {} : atOwnFields(faultsAtFields(input.error.issues))),
        ...(correction.read ? {} : correction.faults),
        ...around.faults,
      },
    }
  }
  if (Object.keys(correction.changes).length === 0) {
    return { ended: 'shown', faults: { '': stepWords.nothingChanged } }
  }
  const outcome = await inside.amending.correct({
    stepId: step.stepId,
    input: input.data,
    idempotencyKey: key,
    expected: shownAt,
    correlationId,
    dryRun,
  })
  return match(endOfAmendment(outcome, step.nameOf))
    .returnType<FormEnd<SaidOfCorrection> | Promise<FormEnd<SaidOfCorrection>>>()
    .with({ ended: 'recorded' }, () => ({ ended: 'recorded', at: `/etapes/${step.stepId}?corrige=oui` }))
    .with({ ended: 'previewed' }, ({ effect }) => {
      const after = patched(fact.fact, correction.changes) as Fact // its decision validated it
      return {
        ended: 'shown',
        said: { preview: { changes: changedFields(fact.kind, fact.fact, after), effect } },
      }
    })
    .with({ ended: 'faulty' }, ({ faults }) => ({ ended: 'shown', faults }))
    .with({ ended: 'moved' }, async () => {
      const before = typedOfFact(fact.kind, seen.fact, language)
      const now = typedOfFact(fact.kind, fact.fact, language)
      return {
        ended: 'shown',
        typed: seenAt(onNewerVersion(typed, before, now), holder.revision),
        said: {
          moved: {
            changes: changedFields(fact.kind, seen.fact, fact.fact),
            news: await inside.telling.newsSince(holder.organisation, shownAt),
          },
        },
      }
    })
    .with({ ended: 'key-used' }, (used) => used)
    .exhaustive()
}

const namesIn = (kind: KindCode): readonly string[] => [
  ...formOfKind(kind).fields.flatMap(({ name, input }) => {
    if (name === 'stage') return []
    return input === 'steps' ? othersField(name) : name
  }),
  'role',
  'reason',
  SOURCE,
  STATED_ON,
]
