import type { Task } from '#src/tasks/task.js'
import { stepRoutes } from './http/steps.js'
import { collectiveStepRoutes } from './http/collective-steps.js'
import { dateRoutes } from './http/dates.js'
import { recordForm } from './pages/record-form.js'
import { recordPages } from './pages/record-pages.js'
import { serveForm } from '#src/web/forms/checked-form.js'
import { recordCommand } from './cli/record.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import { recording, type Recording } from './use-cases/recording.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'

export const recordingTask: Task<Recording, Finding & Recording & Telling> = {
  useCases: recording,
  routes: [stepRoutes, collectiveStepRoutes, dateRoutes],
  pages: [recordPages, serveForm(recordForm)],
  commands: [recordCommand],
}
