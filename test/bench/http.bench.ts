import autocannon from 'autocannon'
import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { StepInput } from '#src/application/step-input.js'
import { serviceLogger } from '#src/http/service-logger.js'
import { buildServer } from '#src/http/server.js'
import { openApplication } from '#test/support/open-application.js'
import { interleaved, machine, milliseconds, rate, ratio, table, type Line } from './measure.js'

/** Seconds a run, and runs of which the median counts. */
const [SECONDS, ROUNDS] = [4, 3]
const CLIENTS = 64

const body = JSON.stringify({
  kind: 'seminar',
  stage: 'happened',
  role: 'lead',
  title: 'Une journée de découverte',
  occurred: '2012-03~',
  place: 'Châlons-en-Champagne',
  source: { kind: 'document', reference: 'Bilan de l’année 2012, page 12' },
  attributes: { participants: '30~', format: 'discovery-day' },
})

/** What fastify does with the same schema and body, and nothing behind it; and its hello. */
const limitServer = async (): Promise<FastifyInstance> => {
  const server = Fastify({ logger: false })
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  server
    .withTypeProvider<ZodTypeProvider>()
    .post('/steps', { schema: { body: StepInput } }, ({ body: { kind } }, reply) => reply.code(201).send({ kind }))
  server.get('/hello', () => ({ hello: 'world' }))
  await server.listen({ host: '127.0.0.1', port: 0 })
  return server
}

const latencies: Record<string, number[]> = {}

/** Requests a second that were answered as expected; an answer that was not ends the bench. */
const load = async (
  name: string,
  options: autocannon.Options,
  expectedStatus = 200,
): Promise<number> => {
  const result = await autocannon({ connections: CLIENTS, duration: SECONDS, workers: 1, ...options })
  const expected = (result as { statusCodeStats?: Record<string, { count: number }> }).statusCodeStats?.[expectedStatus]
  if (expected?.count !== result.requests.total || result.errors > 0) {
    throw new Error(`${name}: ${JSON.stringify({ ...result, title: name }, undefined, 1)}`)
  }
  latencies[name] = [...(latencies[name] ?? []), result.latency.p99]
  return result.requests.total / result.duration
}

const p99 = (name: string): number =>
  [...(latencies[name] ?? [])].sort((one, other) => one - other)[Math.floor((latencies[name]?.length ?? 0) / 2)] ??
  Number.NaN

const post = (url: string): autocannon.Options => ({
  url,
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body,
})

const main = async (): Promise<void> => {
  const opened = await openApplication({ sample: true })
  const service = await buildServer(opened.app, serviceLogger('silent'))
  const [limit, address] = [await limitServer(), await service.listen({ host: '127.0.0.1', port: 0 })]
  const limitAddress = limit.listeningOrigin
  const page = await service.inject('/v1/organisations?limit=500')
  const ids = (page.json() as { organisations: readonly { id: string }[] }).organisations.map(({ id }) => id)

  const trajectory = `${address}/v1/organisations/region-champagne-ardenne/trajectory?asOf=2015-11-26`
  const reads = await interleaved(ROUNDS, {
    hello: () => load('hello', { url: `${limitAddress}/hello` }),
    hot: () => load('hot', { url: trajectory }),
    fresh: () => load('fresh', { url: trajectory, headers: { 'if-none-match': '"none"' } }),
  })
  const cold = await coldLatencies(service, ids)
  const many = await recordedOver(address, ids)
  const writes = await interleaved(ROUNDS, {
    limit: () => load('limit', post(`${limitAddress}/steps`), 201),
    record: many,
  })
  await service.close()
  await limit.close()
  await opened.close()

  const lines: readonly Line[] = [
    {
      what: `record a step, ${CLIENTS} clients`,
      reached: `${rate(writes.record)}, p99 ${milliseconds(p99('record'))}`,
      ratio: `${ratio(writes.record / writes.limit)} fastify’s own POST (${rate(writes.limit)}, p99 ${milliseconds(p99('limit'))})`,
      target: '>= 0.5 x, p99 < 15 ms',
    },
    {
      what: 'trajectory, hot',
      reached: `${rate(reads.hot)}, p99 ${milliseconds(p99('hot'))}`,
      ratio: `${ratio(reads.hot / reads.hello)} fastify’s hello (${rate(reads.hello)})`,
      target: '>= 0.6 x',
    },
    {
      what: 'trajectory, cold, one after the other',
      reached: `p50 ${milliseconds(cold.p50)}, p99 ${milliseconds(cold.p99)}`,
      ratio: '',
      target: 'p99 < 5 ms',
    },
  ]
  console.log(`${machine()}; median of ${ROUNDS} runs of ${SECONDS} s; no log is written by either side`)
  console.log(table(lines))
}
