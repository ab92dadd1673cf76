import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { labelsOf, LabelsView } from '#domain/kernel/labels.js'
import { nameOfProgramme } from '#domain/programmes/programme-names.js'
import { ProgrammeCode } from '#domain/steps/fact-fields.js'
import { ProgrammeSummary, ProgrammeView } from '#projections/asked/programmes/programme-view.js'
import type { Counts, CountsByYear, CountsOverYears } from '#projections/asked/programmes/year-counts.js'
import { YearsQuery } from '#src/tasks/programmes/use-cases/answer-programmes.js'
import { yearCountsCsv } from '#projections/exported/year-counts-table.js'
import type { Programmes } from '#src/tasks/programmes/use-cases/programmes.js'
import type { Enter } from '#src/tasks/task.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { sendCsv } from '#src/http/send-csv.js'

/** `possible` comes on top of `certain`. */
const Count = z.strictObject({ certain: z.int(), possible: z.int() })
const counts = { steps: Count, participations: Count, organisations: Count } as const
const counted = {
  years: z.array(z.strictObject({ year: z.int(), ...counts })),
  /** Of the whole period, each once: not the sum of the years. */
  period: z.strictObject(counts),
  /** Steps of which nobody says since when, and that are in no year. */
  undated: z.int(),
} as const

const CountsView = z.strictObject({
  from: z.int(),
  to: z.int(),
  programmes: z.array(
    z.strictObject({ code: z.string(), labels: LabelsView, inCatalogue: z.boolean(), ...counted }),
  ),
  /** Of the programmes of the catalogue together: an organisation in several counts once. */
  catalogue: z.strictObject(counted),
  /** Of everything that facts name as a programme. */
  all: z.strictObject(counted),
})

/** Who took part in which programme, what came out of it, and how many by year. */
export const programmeRoutes =
  (enter: Enter<Programmes>): FastifyPluginCallback =>
  (server, _options, done) => {
    const typed = server.withTypeProvider<ZodTypeProvider>()
    typed.get(
      '/v1/programmes',
      {
        schema: {
          tags: ['programmes'],
          summary: 'Les programmes, et combien y ont pris part (programmes)',
          response: { 200: z.strictObject({ programmes: z.array(ProgrammeSummary) }), ...problems },
        },
      },
      async (request, reply) => {
        const answer = await enter(request).programmes.all()
        if (answer.outcome !== 'answered') return sendOutcome(reply, answer.outcome)
        return reply.send({ programmes: [...answer.programmes] })
      },
    )
    typed.get(
      '/v1/programmes/:code',
      {
        schema: {
          tags: ['programmes'],
          summary: 'Qui y a pris part, par édition, et ce qui en est sorti (one programme)',
          params: z.strictObject({ code: ProgrammeCode }),
          response: { 200: ProgrammeView, ...problems },
        },
      },
      async (request, reply) => {
        const { params } = request
        const answer = await enter(request).programmes.one(params.code)
        return answer.outcome === 'answered'
          ? reply.send(answer.programme)
          : sendOutcome(reply, answer.outcome)
      },
    )
    typed.get(
      '/v1/programme-counts',
      {
        schema: {
          tags: ['programmes'],
          summary: 'Combien ont pris part, par année : certains, et possibles en plus (counts by year)',
          querystring: YearsQuery,
          response: { 200: CountsView, ...problems },
        },
      },
      async (request, reply) => {
        const { query } = request
        const answer = await enter(request).programmes.yearCounts(query)
        return answer.outcome === 'answered'
          ? reply.send(countsView(answer.counts))
          : sendOutcome(reply, answer.outcome)
      },
    )
    typed.get(
      '/v1/programme-counts.csv',
      {
        schema: {
          tags: ['programmes'],
          summary:
            'Les mêmes comptes en CSV : « open » pour un programme, « french » pour un tableur (as CSV)',
          querystring: YearsQuery.safeExtend({ profile: z.enum(['open', 'french']).default('open') }),
          response: { 200: z.string(), ...problems },
          produces: ['text/csv'],
        },
      },
      async (request, reply) => {
        const { profile, ...years } = request.query
        const answer = await enter(request).programmes.yearCounts(years)
        if (answer.outcome !== 'answered') return sendOutcome(reply, answer.outcome)
        return sendCsv(reply, 'programmes-par-annee.csv', yearCountsCsv(answer.counts, profile))
      },
    )
    done()
  }

const countsView = ({ from, to, programmes, catalogue, all }: CountsByYear) => ({
  from,
  to,
  programmes: programmes.map((one) => ({
    code: one.programme,
    labels: labelsOf(nameOfProgramme(one.programme)),
    inCatalogue: one.inCatalogue,
    ...countedOf(one),
  })),
  catalogue: countedOf(catalogue),
  all: countedOf(all),
})

const countedOf = ({ years, period, undated }: CountsOverYears) => ({
  years: years.map(({ year, ...one }) => ({ year, ...countsOf(one) })),
  period: countsOf(period),
  undated,
})

const countsOf = ({ steps, participations, organisations }: Counts) => ({
  steps: { ...steps },
  participations: { ...participations },
  organisations: { ...organisations },
})
