import type { FastifyError, FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import type { Labels } from '#domain/kernel/labels.js'
import { Collection } from '#src/tasks/importing/use-cases/shelf/import-input.js'
import type { Importing } from '#src/tasks/importing/use-cases/importing.js'
import type { Enter } from '#src/tasks/task.js'
import { uploadedIn } from '#src/http/uploaded-files.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { importWords } from './import-words.js'
import type { FaultsByField } from '#src/web/forms/content-of-fields.js'
import type { FormStates } from '#src/web/forms/form-states.js'
import { drawnForm, keepForm, keptForm } from '#src/web/forms/shown-again.js'
import type { TypedForm } from '#src/web/forms/typed-form.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { answerPageError, sendNotFound, sendRefusedPage } from '#src/web/page-errors.js'
import { readInput } from '#src/web/read-input.js'
import { ImportPage } from './import-page.js'
import { ImportsPage } from './imports-page.js'
import { reportViews } from './report-view.js'
import { TemplatePage } from './template-page.js'

const Params = z.object({ id: z.string() })
const ReportAsked = z.object({
  view: z.enum(reportViews).optional(),
  page: z.coerce.number().int().min(1).default(1),
})

/** Files to import: try, read the report, commit what it showed; and the imports that are kept. */
export const importPages =
  (enter: Enter<Importing>, states: FormStates): FastifyPluginCallback =>
  (server, _options, done) => {
    const showAgain = async (
      reply: FastifyReply,
      typed: TypedForm,
      faults: FaultsByField,
    ): Promise<FastifyReply> => reply.redirect(await keepForm(states, '/imports', { typed, faults }), 303)

    server.get('/imports', async (request, reply) => {
      const form = drawnForm(request, await keptForm(states, '/imports', request), {
        first: {},
        fields: ['files', 'collection', 'applyCorrections'],
      })
      return sendPage(reply, <ImportsPage imports={await enter(request).importing.list()} form={form} />)
    })

    server.post('/imports', { errorHandler: tooLargeOr(showAgain) }, async (request, reply) => {
      const { files, fields } = await uploadedIn(request.body)
      const [first, ...others] = files
      const collection = Collection.optional().safeParse(blankIsNone(fields['collection']), inFrench)
      const applyCorrections = fields['applyCorrections'] === 'true'
      if (first === undefined || !collection.success) {
        const unfit = collection.error?.issues[0]?.message
        return showAgain(
          reply,
          typedOf(fields),
          present({
            files: first === undefined ? importWords.noFile : undefined,
            collection: unfit === undefined ? undefined : { fr: unfit, en: unfit },
          }),
        )
      }
      const tried = await enter(request).importing.try({
        files: [first, ...others],
        applyCorrections,
        ...present({ collection: collection.data }),
      })
      return tried.outcome === 'tried'
        ? reply.redirect(`/imports/${tried.kept.id}`, 303)
        : showAgain(reply, typedOf(fields), { '': outcomeAnswers[tried.outcome] })
    })

    server.get('/imports/modele', (_request, reply) => sendPage(reply, <TemplatePage />))

    server.get('/imports/:id', async (request, reply) => {
      const { id } = readInput(Params, request.params)
      const kept = await enter(request).importing.find(id)
      if (kept === undefined) return sendNotFound(reply)
      const { view, page } = readInput(ReportAsked, request.query)
      return sendPage(reply, <ImportPage kept={kept} view={view} page={page} />)
    })

    server.post('/imports/:id/enregistrer', async (request, reply) => {
      const { id } = readInput(Params, request.params)
      const committed = await enter(request).importing.commit(id)
      if (committed.outcome === 'import-unknown') return sendNotFound(reply)
      return committed.outcome === 'committed' || committed.outcome === 'import-changed'
        ? reply.redirect(`/imports/${id}`, 303)
        : sendOutcomePage(reply, committed.outcome)
    })

    server.post('/imports/:id/effacer', async (request, reply) => {
      const { id } = readInput(Params, request.params)
      return (await enter(request).importing.forget(id))
        ? reply.redirect('/imports', 303)
        : sendNotFound(reply)
    })
    done()
  }

/** A file that is too large is a fault at its field, like any other. */
const tooLargeOr =
  (showAgain: (reply: FastifyReply, typed: TypedForm, faults: FaultsByField) => Promise<FastifyReply>) =>
  (thrown: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    if (!tooLarge.has(thrown.code)) {
      answerPageError(thrown, request, reply)
      return
    }
    showAgain(reply, {}, { files: outcomeAnswers['import-too-large'] }).catch((fault: unknown) =>
      answerPageError(fault, request, reply),
    )
  }

const tooLarge: ReadonlySet<string> = new Set([
  'FST_REQ_FILE_TOO_LARGE',
  'FST_FILES_LIMIT',
  'FST_PARTS_LIMIT',
  'FST_FIELDS_LIMIT',
])

const blankIsNone = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : text.trim()

const typedOf = (fields: Readonly<Record<string, string>>): TypedForm =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]))

const sendOutcomePage = (
  reply: FastifyReply,
  outcome: 'not-seen-yet' | 'import-files-gone',
): FastifyReply => {
  const { status, ...advice }: Labels & { readonly status: number } = outcomeAnswers[outcome]
  return sendRefusedPage(reply, status, advice)
}
