import type { Task } from '#src/tasks/task.js'
import { modelRoutes } from './http/models.js'
import { modelDocumentRoutes } from './http/model-documents.js'
import { modelCommand } from './cli/model.js'
import { models, type Models } from './use-cases/models.js'

export const modelsTask: Task<Models, Models> = {
  useCases: models,
  routes: [modelRoutes, modelDocumentRoutes],
  commands: [modelCommand],
}
