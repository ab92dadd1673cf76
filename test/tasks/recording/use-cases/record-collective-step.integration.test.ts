import t from 'tap'
import { openTrajectoires } from '#src/composition/trajectoires.js'
import { CommandId, OrganisationId } from '#domain/kernel/identifiers.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import type { AppendRequest, AppendOutcome, EventLog, Position } from '#domain/ports/event-log.js'
import { CollectiveStepInput } from '#src/tasks/recording/use-cases/collective-input.js'
import { completingIntentions } from '#src/handling/collective/complete-intentions.js'
import { decodeCollectiveEvent, isUnreadable, collectiveEventTypes } from '#domain/log/codec.js'
import { intentionOf, type Intention } from '#domain/collective/intention.js'
import { recordCollectiveStep } from '#src/tasks/recording/use-cases/record-collective-step.js'
import { changeOrganisation } from '#src/tasks/registering/use-cases/change-organisation.js'
import { registerOrganisation } from '#src/tasks/registering/use-cases/register-organisation.js'
import type { Writing } from '#src/handling/writing/write-organisation.js'
import { deferred } from '#test/contract/event-log/collector.js'
import { NOW, openApplication } from '#test/support/open-application.js'

const opened = await openApplication()
const { house } = opened
t.teardown(() => opened.close())

let made = 0

/** Three new organisations, so that tests don't meet. */
const threeOrganisations = async (): Promise<readonly OrganisationId[]> => {
  made += 1
  const ids = ['un', 'deux', 'trois'].map((name) => OrganisationId.parse(`${name}-${made}`))
  for (const id of ids) {
    await registerOrganisation(house, { organisation: { id, name: id, kind: 'commune' } })
  }
  return ids
}

const seminarOf = (organisations: readonly OrganisationId[], told = {}): CollectiveStepInput =>
  CollectiveStepInput.parse({
    kind: 'seminar',
    stage: 'happened',
    occurred: '2024-03~',
    parts: organisations.map((organisation, place) => ({
      organisation,
      role: place === 0 ? 'host' : 'participant',
    })),
    ...told,
  })

/** What each has on record beyond its registration. */
const recordedOf = (organisations: readonly OrganisationId[]) =>
  Promise.all(
    organisations.map(async (id) =>
      (await house.log.readStream(streamOfOrganisation(id))).slice(1).map(({ type }) => type),
    ),
  )

const onLog = (append: EventLog['append']): Writing => ({ ...house, log: { ...house.log, append } })

const collectiveEvents = () =>
  house.log.readAll({
    after: 0 as Position,
    limit: 10_000,
    types: collectiveEventTypes.map(({ name }) => name),
  })

/** What is left to write; every intention of these tests can be read. */
const unfinished = async (): Promise<readonly Intention[]> => {
  const { events } = await collectiveEvents()
  return [...new Set(events.map(({ stream }) => stream))].flatMap((stream) => {
    const told = events
      .filter((event) => event.stream === stream)
      .flatMap((event) => {
        const read = decodeCollectiveEvent(event)
        return isUnreadable(read) ? [] : [read]
      })
    const intention = intentionOf(undefined, told)
    return intention === undefined || intention.closed !== undefined ? [] : [intention]
  })
}

/** What a program does with all that it finds at its start. */
const sweep = async (): Promise<void> => {
  const completing = completingIntentions({
    recording: house,
    warn: (message) => t.fail(message),
  })
  const { events, position } = await collectiveEvents()
  await completing.react({ events, position, isAll: true })
  await completing.close?.()
}

t.test('recorded for all, each with a step and a role of its own, under one joint id', async (t) => {
  const ids = await threeOrganisations()
  const outcome = await recordCollectiveStep(house, { step: seminarOf(ids) })
  if (outcome.outcome !== 'recorded') throw new Error(outcome.outcome)
  t.equal(outcome.repeated, false)
  const facts = outcome.parts.flatMap(({ organisation, stepId, events }) =>
    events.map(({ type, data }) => [organisation, type, data, stepId] as const),
  )
  t.strictSame(
    facts.map(([organisation, type, data]) => [organisation, type, 'role' in data && data.role]),
    [
      [ids[0], 'SeminarHeld', 'host'],
      [ids[1], 'SeminarHeld', 'participant'],
      [ids[2], 'SeminarHeld', 'participant'],
    ],
  )
  t.strictSame([...new Set(facts.map(([, , data]) => 'jointId' in data && data.jointId))], [outcome.jointId])
  t.equal(new Set(facts.map(([, , , stepId]) => stepId)).size, 3)
  t.strictSame(await unfinished(), [])
})

t.test(
  'interrupted anywhere, the same request completes it, and so does the sweep; nothing is doubled',
  async (t) => {
    const all = [['SeminarHeld'], ['SeminarHeld'], ['SeminarHeld']]
    for (const completion of ['request', 'sweep'] as const) {
      // The intention, three parts, and the close; each before it was written, or after without an answer.
      for (const [stop, written] of [0, 1, 2, 3, 4].flatMap((place) => [
        [place, false] as const,
        [place, true] as const,
      ])) {
        const ids = await threeOrganisations()
        const request = {
          step: seminarOf(ids),
          idempotencyKey: CommandId.parse(`${completion}-${stop}-${written}`),
        }
        let appends = 0
        const stopping = onLog(async (append: AppendRequest): Promise<AppendOutcome> => {
          appends += 1
          if (appends - 1 !== stop) return house.log.append(append)
          if (written) await house.log.append(append)
          throw new Error('stopped')
        })
        await t.rejects(recordCollectiveStep(stopping, request), /stopped/)
        const intended = stop > 0 || written
        if (completion === 'sweep') await sweep()
        else {
          const again = await recordCollectiveStep(house, request)
          t.match(again, { outcome: 'recorded', repeated: intended }, `${stop} ${written}`)
        }
        const expected = completion === 'sweep' && !intended ? [[], [], []] : all
        t.strictSame(await recordedOf(ids), expected, `${completion} ${stop} ${written}`)
        t.strictSame(await unfinished(), [])
        await recordCollectiveStep(house, request)
        t.strictSame(await recordedOf(ids), all, 'once more')
      }
    }
  },
)

t.test('what one refuses is recorded of none, and every refusal is told', async (t) => {
  const [first, second, third] = await threeOrganisations()
  if (first === undefined || second === undefined || third === undefined) throw new Error('three')
  const change = { end: { lastDay: '2020-12-31' } } as never // an EDTF
  await changeOrganisation(house, { organisation: second, change })
  const absent = OrganisationId.parse('atlantide')
  const outcome = await recordCollectiveStep(house, {
    step: seminarOf([first, second, absent]),
  })
  if (outcome.outcome !== 'parts-refused') throw new Error(outcome.outcome)
  t.strictSame(
    outcome.refusals.map(({ organisation, refusal }) => [organisation, refusal.code]),
    [
      [second, 'organisation-ended'],
      [absent, 'organisation-unknown'],
    ],
  )
  t.strictSame(await recordedOf([first]), [[]])
})

t.test('who moves between the decision and the writing is left out, and it is said', async (t) => {
  const ids = await threeOrganisations()
  const [, second] = ids
  if (second === undefined) throw new Error('two')
  let appends = 0
  const outrun = onLog(async (append) => {
    const appended = await house.log.append(append)
    appends += 1
    const change = { end: { lastDay: '2020-12-31' } } as never // an EDTF
    if (appends === 1) await changeOrganisation(house, { organisation: second, change })
    return appended
  })
  const request = { step: seminarOf(ids), idempotencyKey: CommandId.parse('outrun') }
  const told = await recordCollectiveStep(outrun, request)
  t.match(told, {
    outcome: 'recorded-in-part',
    refusals: [{ organisation: second, refusal: { code: 'organisation-ended' } }],
  })
  t.strictSame(await unfinished(), [])
  t.match(await recordCollectiveStep(house, request), { outcome: 'recorded-in-part' })
})

t.test('a log that takes no more: told who waits, and completed by the same request', async (t) => {
  const ids = await threeOrganisations()
  let appends = 0
  const busy = onLog((append) => {
    appends += 1
    return appends < 3 ? house.log.append(append) : Promise.resolve({ outcome: 'busy' })
  })
  const request = { step: seminarOf(ids), idempotencyKey: CommandId.parse('busy') }
  t.match(await recordCollectiveStep(busy, request), { outcome: 'unfinished', waiting: ids.slice(1) })
  t.equal((await unfinished()).length, 1)
  t.match(await recordCollectiveStep(house, request), { outcome: 'recorded', repeated: true })
  t.strictSame(await unfinished(), [])
  const full = onLog(() => Promise.resolve({ outcome: 'disk-full' }))
  t.strictSame(await recordCollectiveStep(full, { step: seminarOf(ids) }), { outcome: 'disk-full' })
})

t.test('the same key with another content; a revision that moved; a stage that needs a step', async (t) => {
  const ids = await threeOrganisations()
  const [first] = ids
  if (first === undefined) throw new Error('one')
  const request = { step: seminarOf(ids), idempotencyKey: CommandId.parse('reused') }
  await recordCollectiveStep(house, request)
  const other = { ...request, step: seminarOf(ids, { place: 'Rennes' }) }
  t.strictSame(await recordCollectiveStep(house, other), { outcome: 'command-reused' })
  const expected = new Map([[first, 'none' as const]])
  t.match(await recordCollectiveStep(house, { step: seminarOf(ids), expected }), {
    outcome: 'parts-moved',
    moved: [{ organisation: first, actual: 1 }],
  })
  t.strictSame(
    await recordCollectiveStep(house, {
      step: seminarOf(ids, { kind: 'lab', stage: 'ended' }),
    }),
    { outcome: 'step-needed', stage: 'ended' },
  )
})

t.test('a dry run shows the effect on each, and writes nothing', async (t) => {
  const ids = await threeOrganisations()
  const head = await house.log.head()
  const outcome = await recordCollectiveStep(house, { step: seminarOf(ids), dryRun: true })
  if (outcome.outcome !== 'would-record') throw new Error(outcome.outcome)
  t.strictSame(
    outcome.parts.map(({ organisation, events, effect }) => [
      organisation,
      events.length,
      effect !== undefined,
    ]),
    ids.map((id) => [id, 1, true]),
  )
  t.equal(await house.log.head(), head)
})

t.test(
  'while it runs, it completes what another node left, once that had the time to do it itself',
  async (t) => {
    const ids = await threeOrganisations()
    const once = onLog((append) => {
      if (append.stream.startsWith('collective-')) return house.log.append(append)
      throw new Error('stopped')
    })
    const [waiting, over] = [deferred(), deferred()]
    const completing = completingIntentions({
      recording: house,
      warn: (message) => t.fail(message),
      grace: () => {
        waiting.resolve()
        return over.promise
      },
    })
    const before = await collectiveEvents()
    await completing.react({ ...before, isAll: true }) // as at a start
    await t.rejects(recordCollectiveStep(once, { step: seminarOf(ids) }))
    const told = await house.log.readAll({ after: before.position, limit: 100 })
    const collective = told.events.filter(({ stream }) => stream.startsWith('collective-'))
    t.equal(
      await completing.react({ events: collective, position: told.position, isAll: true }),
      undefined,
      'something is open',
    )
    await waiting.promise
    t.strictSame(await recordedOf(ids), [[], [], []], 'whoever recorded it may be about to')
    over.resolve()
    while ((await unfinished()).length > 0) await new Promise((resolve) => setImmediate(resolve))
    t.strictSame(await recordedOf(ids), [['SeminarHeld'], ['SeminarHeld'], ['SeminarHeld']])
    t.equal(await completing.react({ events: [], position: told.position, isAll: true }), told.position)
    await completing.close?.()
  },
)

t.test('a program that starts completes what the one before left', async (t) => {
  const ids = await threeOrganisations()
  const once = onLog((append) => {
    if (append.stream.startsWith('collective-')) return house.log.append(append)
    throw new Error('stopped')
  })
  await t.rejects(recordCollectiveStep(once, { step: seminarOf(ids) }))
  const warnings: string[] = []
  const next = await openTrajectoires({
    dataDirectory: opened.dataDirectory,
    clock: () => NOW,
    warn: (message) => void warnings.push(message),
  })
  await next.close()
  t.strictSame(await recordedOf(ids), [['SeminarHeld'], ['SeminarHeld'], ['SeminarHeld']])
  t.strictSame(
    warnings.filter((warning) => warning.includes('collective')),
    [],
  )
})
