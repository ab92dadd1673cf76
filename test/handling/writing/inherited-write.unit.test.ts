import t from 'tap'
import { localStaff } from '#domain/access/viewer.js'
import { openMemoryEventLog } from '#adapters/event-log/memory/memory-event-log.js'
import { StepId } from '#domain/kernel/identifiers.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import { handleCommand, type CommandHandling } from '#src/handling/writing/write-organisation.js'
import { eventId, newFact, organisation, profile, record } from '#test/support/organisation-facts.js'

const closed = record(newFact(2, 'lab', 'ended', { occurred: '2020' }))

/** A registry that learns of the succession, and of the lab `labo` that came with it, only when it is waited for. */
const lateRegistry = (inTime: boolean): CommandHandling & { readonly waits: () => number } => {
  let steps: ReadonlyMap<StepId, KindCode> = new Map()
  let waits = 0
  return {
    log: openMemoryEventLog(),
    clock: () => Date.UTC(2024, 0, 15, 12),
    viewer: localStaff('http'),
    inheritedSteps: () => Promise.resolve(steps),
    successionsSeen: () => {
      waits += 1
      if (inTime) steps = new Map([[StepId.parse('labo'), 'lab']])
      return Promise.resolve(inTime)
    },
    waits: () => waits,
  }
}

const ask = async (deps: CommandHandling, command = closed) => {
  await handleCommand(deps, {
    organisation,
    command: { command: 'RegisterOrganisation', id: eventId(1), data: profile },
  })
  return handleCommand(deps, { organisation, command })
}

t.test('a later stage of what was inherited a moment ago is recorded', async (t) => {
  const deps = lateRegistry(true)
  t.equal((await ask(deps)).outcome, 'recorded')
  t.equal(deps.waits(), 1)
})

t.test('where the registry does not come, nothing is refused: the caller asks again', async (t) => {
  t.equal((await ask(lateRegistry(false))).outcome, 'busy')
})

t.test('what nobody left is refused all the same', async (t) => {
  const deps = lateRegistry(true)
  const other = record(newFact(2, 'place', 'ended', { stepId: 'lieu', occurred: '2020' }))
  t.match(await ask(deps, other), { outcome: 'refused', refusal: { code: 'step-unknown' } })
})

t.test('a step of its own waits for nobody', async (t) => {
  const deps = lateRegistry(true)
  t.equal((await ask(deps, record(newFact(2, 'lab', 'begun', { occurred: '2020' })))).outcome, 'recorded')
  t.equal(deps.waits(), 0)
})
