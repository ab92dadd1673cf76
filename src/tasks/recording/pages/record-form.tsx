import { match } from 'ts-pattern'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Revision } from '#domain/ports/event-log.js'
import { isKindCode, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import type { ChosenOrganisation } from '#src/tasks/recording/use-cases/chosen-organisations.js'
import type { Recording } from '#src/tasks/recording/use-cases/recording.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'
import { usualStage } from '#src/typed/usual-stage.js'
import {
  ACTION,
  CHECK,
  seenIn,
  type AskedForm,
  type CheckedForm,
  type FormEnd,
  type FormSubject,
  type SentForm,
} from '#src/web/forms/checked-form.js'
import { othersField } from '#src/web/forms/form-field.js'
import { formOfKind } from '#src/web/forms/form-of-kind.js'
import { typedFormOf, typedText, typedTexts, type TypedForm } from '#src/web/forms/typed-form.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { sendRefusedPage } from '#src/web/page-errors.js'
import { attempt, type Attempted } from './attempt.js'
import { ChooseKind } from './choose-kind.js'
import { inputOfForm, roleField, seenField, stepField } from './input-of-form.js'
import { recordWords } from './record-words.js'
import { StepForm, type SaidOfStep, type StepToRecord } from './step-form.js'
import type { Found } from './taking-part.js'

export type UseCases = Finding & Recording & Telling

/** Record what happened: choose the kind, fill in its form, see what it changes, record. */
export const recordForm: CheckedForm<UseCases, StepToRecord, SaidOfStep> = {
  route: '/enregistrer',
  subject: (inside, asked) => stepAsked(inside, asked),
  address: ({ kind, organisations }) =>
    `/enregistrer?${new URLSearchParams([
      ['kind', kind],
      ...organisations.map(({ id }) => ['organisation', id]),
    ]).toString()}`,
  first: ({ kind, organisations }, { query }) => firstOf(kind, organisations, typedFormOf(query)),
  fields: ({ kind, organisations }) => namesIn(kind, organisations),
  send: (inside, asked, sent) => send(inside, asked, sent),
  draw: (reply, drawn) => sendPage(reply, <StepForm {...drawn} />),
}

/** The step of the kind and the organisations that were chosen; the kinds to choose from, where none was. */
const stepAsked = async (inside: UseCases, { typed }: AskedForm): Promise<FormSubject<StepToRecord>> => {
  const kind = typedText(typed, 'kind')
  const [action, named = ''] = pressedIn(typed)
  const ids = typedTexts(typed, 'organisation').filter((id) => action !== 'retirer' || id !== named)
  const organisations = await inside.recording.chosenOrganisations(
    action === 'ajouter' ? [...ids, named] : ids,
  )
  if (kind === undefined) {
    const search = typedText(typed, 'genre') ?? ''
    return {
      instead: (reply) => sendPage(reply, <ChooseKind organisations={organisations} search={search} />),
    }
  }
  return isKindCode(kind)
    ? { subject: { kind, organisations } }
    : { instead: (reply) => sendRefusedPage(reply, 404, recordWords.kindUnknown) }
}

/** `ajouter:ville-de-paris`: a button, and whom it names. */
const pressedIn = (typed: TypedForm): readonly string[] => (typedText(typed, ACTION) ?? '').split(':')

/** The usual stage of the kind, unless the address asks for another; `step` there is the step of the only organisation. */
const firstOf = (
  kind: KindCode,
  [only, ...others]: readonly ChosenOrganisation[],
  asked: TypedForm,
): TypedForm => {
  const step = typedText(asked, 'step')
  return {
    stage: [typedText(asked, 'stage') ?? usualStage(kind) ?? ''],
    ...(step === undefined || only === undefined || others.length > 0
      ? {}
      : { [stepField(only.id)]: [step] }),
  }
}

const namesIn = (kind: KindCode, organisations: readonly ChosenOrganisation[]): readonly string[] => [
  'organisation',
  ...formOfKind(kind).fields.flatMap(({ name, input }) => (input === 'steps' ? othersField(name) : name)),
  ...organisations.flatMap(({ id }) => [roleField(id), stepField(id)]),
]

const send = async (inside: UseCases, asked: StepToRecord, sent: SentForm): Promise<FormEnd<SaidOfStep>> => {
  const { typed } = sent
  const [pressed = '', named = ''] = pressedIn(typed)
  switch (pressed === 'entree' ? actionOfEnter(typed) : pressed) {
    case 'ajouter':
      return { ended: 'shown', typed: { ...typed, [SEARCH]: [] }, said: { added: named } }
    case 'retirer':
      return { ended: 'shown', typed: { ...typed, [SEARCH]: [] } }
    case 'chercher': {
      const q = typedText(typed, SEARCH)
      if (q === undefined) return { ended: 'shown' }
      return { ended: 'shown', said: { found: await foundBeside(inside, asked.organisations, q) } }
    }
    default:
      return tryOrRecord(inside, asked, sent)
  }
}

const SEARCH = 'cherche'

/** Enter in a field is the same key wherever it is pressed: a name that was not searched yet is searched. */
const actionOfEnter = (typed: TypedForm): 'chercher' | typeof CHECK => {
  const name = typedText(typed, SEARCH)
  return name === undefined || name === typedText(typed, `${SEARCH}.vu`) ? CHECK : 'chercher'
}

const tryOrRecord = async (
  inside: UseCases,
  { kind, organisations }: StepToRecord,
  { typed, key, correlationId, dryRun }: SentForm,
): Promise<FormEnd<SaidOfStep>> => {
  const input = inputOfForm(
    kind,
    typed,
    organisations.map(({ id }) => id),
  )
  if (!input.read) return { ended: 'shown', faults: input.faults }
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  const nameOf = (id: OrganisationId): string => names.get(id) ?? id
  const seen = revisionsSeen(typed, organisations)
  const how = { key, correlationId, nameOf, seen }
  // What is shown below is of today’s revisions, whatever was seen before.
  const upToDate = Object.fromEntries(
    Object.entries(typed).filter(([name]) => !name.startsWith(seenField(''))),
  )
  const end = await attempt(inside, input.asked, { ...how, dryRun })
  return match(end)
    .returnType<FormEnd<SaidOfStep> | Promise<FormEnd<SaidOfStep>>>()
    .with({ ended: 'recorded' }, ({ stepId }) => ({
      ended: 'recorded',
      at: `/etapes/${stepId}?enregistre=oui`,
    }))
    .with({ ended: 'previewed' }, async (tried) => ({
      ended: 'shown',
      typed: upToDate,
      said: { preview: await previewOf(inside, tried, nameOf) },
    }))
    .with({ ended: 'faulty' }, ({ faults }) => ({ ended: 'shown', faults }))
    .with({ ended: 'key-used' }, (used) => used)
    .with({ ended: 'moved' }, async ({ organisations: moved }) => {
      const again = await attempt(inside, input.asked, { ...how, dryRun: true })
      const news = await Promise.all(
        moved.map(async (id) => ({
          name: nameOf(id),
          news: await inside.telling.newsSince(id, seen.get(id) ?? 'none'),
        })),
      )
      return {
        ended: 'shown',
        typed: upToDate,
        ...(again.ended === 'faulty' ? { faults: again.faults } : {}),
        said: {
          moved: news,
          ...(again.ended === 'previewed' ? { preview: await previewOf(inside, again, nameOf) } : {}),
        },
      }
    })
    .exhaustive()
}

/** What each would have on record, with the steps on record that may be the same one. */
const previewOf = async (
  inside: UseCases,
  { parts }: Extract<Attempted, { readonly ended: 'previewed' }>,
  nameOf: (id: OrganisationId) => string,
): Promise<NonNullable<SaidOfStep['preview']>> => ({
  parts: await Promise.all(
    parts.map(async (part) => ({
      ...part,
      name: nameOf(part.organisation),
      alike: await inside.recording.alike(part.organisation, part.events),
    })),
  ),
})

/** The organisations of a name; those that take part already are said to. */
const foundBeside = async (
  inside: UseCases,
  chosen: readonly ChosenOrganisation[],
  q: string,
): Promise<Found> => {
  const known = new Set<string>(chosen.map(({ id }) => id))
  const answer = await inside.finding.organisations({ q, limit: MOST_FOUND })
  const named =
    answer.outcome === 'page' ? answer.organisations.map(({ id, name, kind }) => ({ id, name, kind })) : []
  return {
    others: named.filter(({ id }) => !known.has(id)),
    chosen: named.filter(({ id }) => known.has(id)),
  }
}

const MOST_FOUND = 8

/** The revisions at which the form was shown. */
const revisionsSeen = (
  typed: TypedForm,
  organisations: readonly ChosenOrganisation[],
): ReadonlyMap<OrganisationId, Revision> =>
  new Map(
    organisations.flatMap(({ id }) => {
      const seen = seenIn(typed, seenField(id))
      return seen === undefined ? [] : [[id, seen] as const]
    }),
  )
