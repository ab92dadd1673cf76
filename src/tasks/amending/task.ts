import type { Task } from '#src/tasks/task.js'
import { oneStepRoutes } from './http/one-step.js'
import { stepPages } from './pages/step-pages.js'
import { confirmForm } from './pages/confirm-form.js'
import { correctForm } from './pages/correct-form.js'
import { linkForm } from './pages/link-form.js'
import { retractForm } from './pages/retract-form.js'
import { serveForm } from '#src/web/forms/checked-form.js'
import { stepCommand } from './cli/step.js'
import { correctCommand } from './cli/correct.js'
import { retractCommand } from './cli/retract.js'
import { confirmCommand } from './cli/confirm.js'
import { linkCommand } from './cli/link.js'
import { amending, type Amending } from './use-cases/amending.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'

export const amendingTask: Task<Amending, Amending & Finding & Telling> = {
  useCases: amending,
  routes: [oneStepRoutes],
  pages: [
    stepPages,
    serveForm(correctForm),
    serveForm(retractForm),
    serveForm(confirmForm),
    serveForm(linkForm),
  ],
  commands: [stepCommand, correctCommand, retractCommand, confirmCommand, linkCommand],
}
