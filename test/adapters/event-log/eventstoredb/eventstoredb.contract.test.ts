import t from 'tap'
import { GenericContainer, getContainerRuntimeClient, Wait } from 'testcontainers'
import { openEventStoreDbEventLog } from '#adapters/event-log/eventstoredb/eventstoredb-event-log.js'
import { eventLogContract } from '#test/contract/event-log/event-log-contract.js'

/*
 * The promises of the port on real servers, where there are any: the one at EVENTSTOREDB_URL, which may hold other
 * streams but must have no other writer meanwhile, and one in a container. What can't run is skipped by name.
 */

t.setTimeout(900_000)

/** The last line under a free licence, in a build that its makers' own tests use. */
const image = 'eventstore/eventstore:23.10.0-bookworm-slim'

const contractAt = (name: string, url: string): void =>
  eventLogContract(name, () =>
    Promise.resolve({
      open: () => openEventStoreDbEventLog({ url }),
      destroy: () => Promise.resolve(),
    }),
  )

const skipped = (name: string, reason: string): void => void t.test(name, { skip: reason }, () => undefined)

const url = process.env['EVENTSTOREDB_URL'] ?? ''
if (url === '') skipped('EventStoreDB at EVENTSTOREDB_URL', 'no server: EVENTSTOREDB_URL is not set')
else contractAt('EventStoreDB at EVENTSTOREDB_URL', url)

const noEngine = await getContainerRuntimeClient().then(
  () => undefined,
  (error: unknown) => (error instanceof Error ? error.message : String(error)),
)
if (noEngine !== undefined)
  skipped(`EventStoreDB in a container (${image})`, `no container engine: ${noEngine}`)
else {
  const container = await new GenericContainer(image)
    .withExposedPorts(2113)
    .withEnvironment({
      EVENTSTORE_CLUSTER_SIZE: '1',
      EVENTSTORE_INSECURE: 'true',
      EVENTSTORE_MEM_DB: 'true',
      EVENTSTORE_RUN_PROJECTIONS: 'None',
      EVENTSTORE_START_STANDARD_PROJECTIONS: 'false',
      EVENTSTORE_TELEMETRY_OPTOUT: 'true',
    })
    .withWaitStrategy(Wait.forHttp('/health/live', 2113).forStatusCode(204))
    .start()
  t.teardown(() => container.stop())
  const address = `esdb://${container.getHost()}:${container.getMappedPort(2113)}?tls=false`
  contractAt(`EventStoreDB in a container (${image})`, address)
}
