import t from 'tap'
import type { DecidedEvent } from '#domain/organisation/organisation-event.js'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import type { OrganisationCommand } from '#domain/organisation/command.js'
import { profileEventSchemas } from '#domain/organisation/profile-event.js'
import { given } from '#test/support/given-when-then.js'
import {
  eventId,
  fact,
  newFact,
  organisation,
  profile,
  record,
  registered,
} from '#test/support/organisation-facts.js'

const register: OrganisationCommand = { command: 'RegisterOrganisation', id: eventId(1), data: profile }

t.test('registration', (t) => {
  given(t).when(register).then(registered)
  given(t, registered).when(register).thenNothing()
  given(t, registered)
    .when({ ...register, id: eventId(2) })
    .thenNothing()
  given(t, registered)
    .when({ ...register, id: eventId(2), data: { ...profile, population: 1_338_850 } })
    .thenRefused({ code: 'content-differs', target: eventId(1), changes: { population: 1_338_850 } })
  given(t)
    .when({ ...register, data: { ...profile, note: 'joindre labo@example.org' } })
    .thenRefused({ code: 'personal-data', field: 'note' })
  t.end()
})

t.test('everything else needs a registered organisation', (t) => {
  const rename = { command: 'RenameOrganisation', id: eventId(2), data: { name: 'X' } } as const
  given(t).when(rename).thenRefused({ code: 'organisation-unknown' })
  given(t)
    .when(record(newFact(2, 'seminar', 'happened')))
    .thenRefused({ code: 'organisation-unknown' })
  t.end()
})

/** What can be told of an organisation, as a command and as the event that it gives. */
const tellings: readonly {
  readonly command: Extract<OrganisationCommand, { readonly data: unknown }>
  readonly event: DecidedEvent
}[] = [
  telling('RenameOrganisation', 'OrganisationRenamed', { name: 'Région Grand Est', from: '2016-01-01' }),
  telling('ChangeIdentifier', 'OrganisationIdentifierChanged', { siren: '200093201', from: '2020-12' }),
  telling('EndOrganisation', 'OrganisationEnded', { lastDay: '2015-12-31' }),
  telling('SucceedOrganisation', 'OrganisationSucceeded', {
    successor: 'region-grand-est',
    manner: 'merger',
    from: '2016-01-01',
    source: 'loi n° 2015-29',
  }),
]

function telling(
  command: 'RenameOrganisation' | 'ChangeIdentifier' | 'EndOrganisation' | 'SucceedOrganisation',
  type: Exclude<keyof typeof profileEventSchemas, 'OrganisationCorrected' | 'OrganisationRegistered'>,
  untyped: unknown,
) {
  const data = profileEventSchemas[type].parse(untyped)
  const id = eventId(2)
  return { command: { command, id, data }, event: { type, id, data } } as (typeof tellings)[number]
}

for (const { command, event } of tellings) {
  t.test(command.command, (t) => {
    given(t, registered).when(command).then(event)
    given(t, registered, event).when(command).thenNothing()
    given(t, registered, event)
      .when({ ...command, id: eventId(3) })
      .thenNothing()
    given(t, registered, fact(2, 'seminar', 'happened'))
      .when(command)
      .thenRefused({ code: 'identity-taken', id: eventId(2) })
    given(t, registered)
      .when({ ...command, id: eventId(1) })
      .thenRefused({ code: 'identity-taken', id: eventId(1) })
    t.end()
  })
}

t.test('the same id with another date names the correction that would bring it in line', (t) => {
  const ended = profileEventSchemas.OrganisationEnded
  given(t, registered, {
    type: 'OrganisationEnded',
    id: eventId(2),
    data: ended.parse({ lastDay: '2015-12-31' }),
  })
    .when({ command: 'EndOrganisation', id: eventId(2), data: ended.parse({ lastDay: '2015-12' }) })
    .thenRefused({ code: 'content-differs', target: eventId(2), changes: { lastDay: '2015-12' } })
  t.end()
})

t.test('two claims about an end stand side by side', (t) => {
  const [one, other] = ['2015-12-31', '2016-01-31'].map((lastDay) =>
    profileEventSchemas.OrganisationEnded.parse({ lastDay }),
  )
  if (one === undefined || other === undefined) throw new Error('two dates')
  given(t, registered, { type: 'OrganisationEnded', id: eventId(2), data: one })
    .when({ command: 'EndOrganisation', id: eventId(3), data: other })
    .then({ type: 'OrganisationEnded', id: eventId(3), data: other })
  t.end()
})

t.test('one organisation comes after another once: another date corrects the first', (t) => {
  const to = (successor: string, from: string) =>
    profileEventSchemas.OrganisationSucceeded.parse({ successor, manner: 'merger', from })
  const told: DecidedEvent = {
    type: 'OrganisationSucceeded',
    id: eventId(2),
    data: to('region-grand-est', '2016-01-01'),
  }
  const succeed = (id: number, successor: string, from: string) =>
    ({ command: 'SucceedOrganisation', id: eventId(id), data: to(successor, from) }) as const
  given(t, registered, told)
    .when(succeed(3, 'region-grand-est', '2016-01-01'))
    .thenNothing()
  given(t, registered, told)
    .when(succeed(3, 'region-grand-est', '2017-01-01'))
    .thenRefused({ code: 'content-differs', target: eventId(2), changes: { from: '2017-01-01' } })
  const other = succeed(3, 'region-alsace', '2017-01-01')
  given(t, registered, told)
    .when(other)
    .then({ type: 'OrganisationSucceeded', id: eventId(3), data: other.data })
  t.end()
})

t.test('an organisation does not succeed itself', (t) => {
  const data = { successor: organisation, manner: 'replacement' } as const
  given(t, registered)
    .when({ command: 'SucceedOrganisation', id: eventId(2), data })
    .thenRefused({ code: 'successor-of-itself', successor: organisation })
  given(t, registered, {
    type: 'OrganisationSucceeded',
    id: eventId(2),
    data: { ...data, successor: OrganisationId.parse('region-grand-est') },
  })
    .when({
      command: 'CorrectOrganisation',
      id: eventId(3),
      target: eventId(2),
      changes: { successor: organisation },
      reason: 'faute',
    })
    .thenRefused({ code: 'successor-of-itself', successor: organisation })
  t.end()
})

t.test('what was told of an organisation is corrected', (t) => {
  const correction = {
    command: 'CorrectOrganisation',
    id: eventId(3),
    target: eventId(1),
    changes: { name: 'Champagne-Ardenne', population: 1_338_850 },
    reason: 'nom d’usage',
  } as const
  const corrected: DecidedEvent = {
    type: 'OrganisationCorrected',
    id: eventId(3),
    data: { target: correction.target, changes: correction.changes, reason: correction.reason },
  }
  const back: DecidedEvent = {
    type: 'OrganisationCorrected',
    id: eventId(4),
    data: { target: eventId(1), changes: { name: profile.name, population: null }, reason: 'retour' },
  }
  given(t, registered).when(correction).then(corrected)
  given(t, registered, corrected).when(correction).thenNothing()
  given(t, registered, corrected, back).when(correction).thenNothing()
  given(t, registered, corrected).when(register).thenNothing()
  given(t, registered, corrected)
    .when({ ...correction, id: eventId(5) })
    .thenNothing()
  given(t, registered)
    .when({ ...correction, changes: { name: profile.name, kind: 'region', population: 1 } })
    .then({
      ...corrected,
      data: { target: correction.target, changes: { population: 1 }, reason: correction.reason },
    })
  given(t, registered)
    .when({ ...correction, target: eventId(9) })
    .thenRefused({ code: 'fact-unknown', target: eventId(9) })
  given(t, registered)
    .when({ ...correction, id: eventId(1) })
    .thenRefused({ code: 'identity-taken', id: eventId(1) })
  given(t, registered)
    .when({ ...correction, reason: 'selon jean@example.org' })
    .thenRefused({ code: 'personal-data', field: 'reason' })
  given(t, registered)
    .when({ ...correction, changes: { note: '06 12 34 56 78' } })
    .thenRefused({ code: 'personal-data', field: 'note' })
  t.end()
})
