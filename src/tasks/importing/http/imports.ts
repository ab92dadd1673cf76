import multipart from '@fastify/multipart'
import type { FastifyError, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import type { ImportFile } from '#src/tasks/importing/use-cases/table/read-table.js'
import { reportCsv } from '#src/tasks/importing/use-cases/report/report-table.js'
import { templateOf } from '#src/tasks/importing/use-cases/table/template.js'
import { LARGEST_UPLOAD, uploadLimits } from '#src/messages/upload-limits.js'
import { ImportQuery } from '#src/tasks/importing/use-cases/shelf/import-input.js'
import type { Committed } from '#src/tasks/importing/use-cases/shelf/keep-imports.js'
import { ImportSummary, KeptImport } from '#src/tasks/importing/use-cases/shelf/kept-import.js'
import type { Importing } from '#src/tasks/importing/use-cases/importing.js'
import type { Enter } from '#src/tasks/task.js'
import { answerError } from '#src/http/problems/validation.js'
import { isOfOwnOrigin } from '#src/http/service/own-origin.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { sendCsv } from '#src/http/send-csv.js'
import { uploadedIn } from '#src/http/uploaded-files.js'

const Id = z.strictObject({ id: z.uuid() })
const Profile = z.strictObject({ profile: z.enum(['open', 'french']).default('open') })

/** Histories as files: try, commit what was shown, and the reports that are kept of it. */
export const importRoutes =
  (enter: Enter<Importing>): FastifyPluginAsync =>
  async (server) => {
    await server.register(multipart, { attachFieldsToBody: true, limits: uploadLimits })
    server.addContentTypeParser(
      'text/csv',
      { parseAs: 'buffer', bodyLimit: LARGEST_UPLOAD },
      (_request, body, done) => done(null, body),
    )
    server.addHook('onRequest', async (request, reply) => {
      if (request.method !== 'GET' && !isOfOwnOrigin(request)) return sendOutcome(reply, 'wrong-origin')
    })
    server.setErrorHandler(answerImportError)
    const typed = server.withTypeProvider<ZodTypeProvider>()

    typed.post(
      '/v1/imports',
      {
        schema: {
          tags: ['imports'],
          summary:
            'Importer des fichiers CSV, ou voir ce que cela donnerait (import CSV files, or a dry run)',
          description:
            'Un formulaire multipart/form-data avec un ou plusieurs fichiers, ou un seul fichier en text/csv. ' +
            '(One or more files as multipart/form-data, or a single one as text/csv.)',
          consumes: ['multipart/form-data', 'text/csv'],
          querystring: ImportQuery,
          response: { 201: KeptImport, ...problems },
        },
      },
      async (request, reply) => {
        const { dryRun, name, collection, applyCorrections } = request.query
        const [first, ...others] = await filesIn(request, name)
        if (first === undefined) return sendOutcome(reply, 'import-without-file')
        const tried = await enter(request).importing.try({
          files: [first, ...others],
          ...present({ collection, applyCorrections }),
        })
        if (tried.outcome !== 'tried') return sendOutcome(reply, tried.outcome)
        const { kept } = tried
        void reply.code(201).header('location', `/v1/imports/${kept.id}`)
        return dryRun === true
          ? reply.send(kept)
          : sendCommitted(reply, await enter(request).importing.commit(kept.id))
      },
    )
    typed.post(
      '/v1/imports/:id/commit',
      {
        schema: {
          tags: ['imports'],
          summary: 'Enregistrer ce que l’essai a montré, sans renvoyer les fichiers (commit what was shown)',
          params: Id,
          response: { 200: KeptImport, ...problems },
        },
      },
      async (request, reply) =>
        sendCommitted(reply, await enter(request).importing.commit(request.params.id)),
    )
    typed.get(
      '/v1/imports',
      {
        schema: {
          tags: ['imports'],
          summary: 'Les imports gardés, le dernier d’abord (imports that are kept)',
          response: { 200: z.strictObject({ imports: z.array(ImportSummary) }), ...problems },
        },
      },
      async (request, reply) => reply.send({ imports: [...(await enter(request).importing.list())] }),
    )
    typed.get(
      '/v1/imports/:id',
      {
        schema: {
          tags: ['imports'],
          summary: 'Un import et son rapport, ligne par ligne (one import with its report)',
          params: Id,
          response: { 200: KeptImport, ...problems },
        },
      },
      async (request, reply) => {
        const { params } = request
        const kept = await enter(request).importing.find(params.id)
        return kept === undefined ? sendOutcome(reply, 'import-unknown') : reply.send(kept)
      },
    )
    typed.get(
      '/v1/imports/:id/report.csv',
      {
        schema: {
          tags: ['imports'],
          summary:
            'Le rapport en CSV : « open » pour un programme, « french » pour un tableur (report as CSV)',
          params: Id,
          querystring: Profile,
          produces: ['text/csv'],
          response: { 200: z.string(), ...problems },
        },
      },
      async (request, reply) => {
        const { params, query } = request
        const kept = await enter(request).importing.find(params.id)
        if (kept === undefined) return sendOutcome(reply, 'import-unknown')
        return sendCsv(reply, `rapport-${kept.collection}.csv`, reportCsv(kept.report, query.profile))
      },
    )
    typed.delete(
      '/v1/imports/:id',
      {
        schema: {
          tags: ['imports'],
          summary:
            'Effacer les fichiers et le rapport ; ce qui est enregistré le reste (erase files and report)',
          params: Id,
          response: { 204: z.null(), ...problems },
        },
      },
      async (request, reply) =>
        (await enter(request).importing.forget(request.params.id))
          ? reply.code(204).send(null)
          : sendOutcome(reply, 'import-unknown'),
    )
    typed.get(
      '/v1/import-templates/:table',
      {
        schema: {
          tags: ['imports'],
          summary: 'Le modèle à remplir, en CSV (the template to fill in, as CSV)',
          params: z.strictObject({ table: z.enum(['organisations', 'steps']) }),
          querystring: z.strictObject({ headers: z.enum(['fr', 'codes']).default('fr') }),
          produces: ['text/csv'],
          response: { 200: z.string(), ...problems },
        },
      },
      async ({ params, query }, reply) =>
        sendCsv(reply, `modele-${params.table}.csv`, templateOf(params.table, query.headers)),
    )
  }

const filesIn = async (request: FastifyRequest, name = 'import.csv'): Promise<readonly ImportFile[]> => {
  if (request.body instanceof Uint8Array) return [{ name, bytes: request.body }]
  return request.isMultipart() ? (await uploadedIn(request.body)).files : []
}

/** What is refused of a body here is about files, where elsewhere it is about JSON. */
const answerImportError = (thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const { code = '' } = thrown as Partial<FastifyError> // anything else has none of its fields
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return sendOutcome(reply, 'import-too-large')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return sendOutcome(reply, 'import-without-file')
  return answerError(thrown, request, reply)
}

const sendCommitted = (reply: FastifyReply, committed: Committed): FastifyReply => {
  if (committed.outcome === 'committed') return reply.send(committed.kept)
  if (committed.outcome !== 'import-changed') return sendOutcome(reply, committed.outcome)
  const { id, tried } = committed.kept
  return sendOutcome(reply, committed.outcome, { import: id, changed: tried.changed })
}
