import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import autocannon, { type Client, type Options } from 'autocannon'
import Fastify from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { serviceLogger } from '#src/http/service/service-logger.js'
import { trajectoiresIn } from '#src/composition/trajectoires.js'
import { registerOrganisation } from '#src/tasks/registering/use-cases/register-organisation.js'
import { StepInput } from '#src/tasks/recording/use-cases/step-input.js'
import { openApplication } from '#test/support/open-application.js'
import { interleaved, machine, median, milliseconds, percentile, rate, ratio, table } from './measure.js'

/** Seconds a run, runs of which the median counts, and who asks at once. */
const [SECONDS, ROUNDS, CLIENTS] = [Number(process.env['BENCH_SECONDS'] ?? 4), 3, 64]
/** So many organisations that the life of each stays as short as real ones are. */
const EACH = 30
const ORGANISATIONS = CLIENTS * EACH
const COLD_QUESTIONS = 1000

const step = {
  kind: 'seminar',
  stage: 'happened',
  role: 'lead',
  title: 'Une journée de découverte',
  occurred: '2012-03~',
  place: 'Châlons-en-Champagne',
  source: { kind: 'document', reference: 'Bilan de l’année 2012, page 12' },
  attributes: { participants: '30~', format: 'discovery-day' },
}

const Served = z.object({ service: z.string(), limit: z.string(), real: z.array(z.string()) })
type Served = z.infer<typeof Served>

/** The process that answers: the service on the real history, and beside it fastify with nothing behind. */
const serve = async (): Promise<void> => {
  const opened = await openApplication({ sample: true })
  const { house } = opened
  const service = await trajectoiresIn(house).server(serviceLogger('silent'))
  const page = await service.inject('/v1/organisations?limit=500')
  const { organisations } = page.json<{ readonly organisations: readonly { readonly id: string }[] }>()
  await Promise.all(
    Array.from({ length: ORGANISATIONS }, (_, index) =>
      registerOrganisation(house, {
        organisation: {
          id: OrganisationId.parse(`commune-${index}`),
          name: `Commune ${index}`,
          kind: 'commune',
        },
      }),
    ),
  )
  const limit = Fastify({ logger: false })
  limit.setValidatorCompiler(validatorCompiler)
  limit.setSerializerCompiler(serializerCompiler)
  limit
    .withTypeProvider<ZodTypeProvider>()
    .post('/steps', { schema: { body: StepInput } }, ({ body }, reply) => reply.code(201).send(body))
  limit.get('/hello', () => ({ hello: 'world' }))
  const asked = await service.inject('/v1/organisations/region-champagne-ardenne/trajectory?asOf=2015-11-26')
  limit.get('/same', (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(asked.rawPayload),
  )
  const served: Served = {
    service: await service.listen({ host: '127.0.0.1', port: 0 }),
    limit: await limit.listen({ host: '127.0.0.1', port: 0 }),
    real: organisations.map(({ id }) => id),
  }
  process.send?.(served)
  await once(process, 'message')
  await service.close()
  await limit.close()
  await opened.close()
  process.disconnect()
}

interface Load {
  readonly perSecond: () => Promise<number>
  /** Median over the runs. */
  readonly p99: () => number
}

/** Requests a second; one that is not answered with a yes ends the bench. */
const load = (options: Options): Load => {
  const latencies: number[] = []
  return {
    perSecond: async () => {
      const result = await autocannon({ connections: CLIENTS, duration: SECONDS, ...options })
      const { non2xx, errors, requests, latency, duration } = result
      if (result['2xx'] === 0 || non2xx > 0 || errors > 0) {
        throw new Error(`${options.url}: ${result['2xx']} answered, ${non2xx} refused, ${errors} errors`)
      }
      latencies.push(latency.p99)
      return requests.total / duration
    },
    p99: () => median(latencies),
  }
}

const json = { method: 'POST', headers: { 'content-type': 'application/json' } } as const

/** Each client goes through organisations of its own, as clerks do who work side by side. */
const overOrganisations = (): ((client: Client) => void) => {
  let clients = 0
  return (client) => {
    const first = (clients % CLIENTS) * EACH
    clients += 1
    client.setRequests(
      Array.from({ length: EACH }, (_, index) => ({
        ...json,
        path: `/v1/organisations/commune-${first + index}/steps`,
        body: JSON.stringify(step),
      })),
    )
  }
}

/** Milliseconds of questions that nobody asked before, one after the other. */
const coldLatencies = async ({ service, real }: Served): Promise<readonly number[]> => {
  const milliseconds: number[] = []
  for (let index = 0; index < COLD_QUESTIONS; index += 1) {
    const day = `${2008 + (index % 18)}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`
    const url = `${service}/v1/organisations/${real[index % real.length] ?? ''}/trajectory?asOf=${day}`
    const started = performance.now()
    const answered = await fetch(url)
    await answered.arrayBuffer()
    if (answered.status !== 200) throw new Error(`${url}: ${answered.status}`)
    milliseconds.push(performance.now() - started)
  }
  return milliseconds.slice(50) // while nothing is compiled yet, it is the compiler that is measured
}

const measure = async (served: Served): Promise<void> => {
  const { service, limit } = served
  const cold = await coldLatencies(served)
  const hot = load({
    url: `${service}/v1/organisations/region-champagne-ardenne/trajectory?asOf=2015-11-26`,
  })
  const small = load({
    url: `${service}/v1/organisations/commune-0/trajectory?asOf=2005-11-26`,
  })
  const same = load({ url: `${limit}/same` })
  const hello = load({ url: `${limit}/hello` })
  const reads = await interleaved(ROUNDS, {
    hello: hello.perSecond,
    same: same.perSecond,
    hot: hot.perSecond,
    small: small.perSecond,
  })
  const bare = load({ url: `${limit}/steps`, ...json, body: JSON.stringify(step) })
  const record = load({ url: service, setupClient: overOrganisations() })
  const writes = await interleaved(ROUNDS, { bare: bare.perSecond, record: record.perSecond })

  console.log(
    `${machine()}; the service in a process of its own, nothing logged; median of ${ROUNDS} runs of ${SECONDS} s, ${CLIENTS} clients`,
  )
  console.log(
    table([
      {
        what: 'record a step',
        reached: `${rate(writes.record)}, p99 ${milliseconds(record.p99())}`,
        ratio: `${ratio(writes.record / writes.bare)} fastify’s own POST (${rate(writes.bare)})`,
        target: '>= 0.5 x, p99 < 15 ms',
      },
      {
        what: 'trajectory, hot, 20 KB',
        reached: `${rate(reads.hot)}, p99 ${milliseconds(hot.p99())}`,
        ratio: `${ratio(reads.hot / reads.hello)} fastify’s hello (${rate(reads.hello)})`,
        target: '>= 0.6 x',
      },
      {
        what: '… against the same bytes from memory',
        reached: '',
        ratio: `${ratio(reads.hot / reads.same)} fastify sending them (${rate(reads.same)})`,
        target: '',
      },
      {
        what: 'trajectory, hot, of who did nothing yet',
        reached: `${rate(reads.small)}, p99 ${milliseconds(small.p99())}`,
        ratio: `${ratio(reads.small / reads.hello)} fastify’s hello`,
        target: '>= 0.6 x',
      },
      {
        what: 'trajectory, cold, one by one',
        reached: `p50 ${milliseconds(median(cold))}, p99 ${milliseconds(percentile(cold, 99))}`,
        ratio: '',
        target: 'p99 < 5 ms',
      },
    ]),
  )
}

const main = async (): Promise<void> => {
  if (process.argv[2] === 'serve') {
    await serve()
    return
  }
  const serving = fork(fileURLToPath(import.meta.url), ['serve'])
  const [message] = (await once(serving, 'message')) as [unknown]
  try {
    await measure(Served.parse(message))
  } finally {
    serving.send('enough')
  }
}

await main()
