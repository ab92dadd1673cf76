import type { Task } from '#src/tasks/task.js'
import { historyRoutes } from './http/history.js'
import { trajectoryRoutes } from './http/trajectory.js'
import { explanationRoutes } from './http/explanation.js'
import { nextStepsRoutes } from './http/next-steps.js'
import { whatIfRoutes } from './http/what-if.js'
import { changesRoutes } from './http/changes.js'
import { organisationPages } from './pages/organisation-pages.js'
import { trajectoryCommand } from './cli/trajectory.js'
import { explainCommand } from './cli/explain.js'
import { nextStepsCommand } from './cli/next-steps.js'
import { whatIfCommand } from './cli/what-if.js'
import { changesCommand } from './cli/changes.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import type { Models } from '#src/tasks/models/use-cases/models.js'
import { telling, type Telling } from './use-cases/telling.js'

export const tellingTask: Task<Telling, Finding & Models & Telling> = {
  useCases: telling,
  routes: [historyRoutes, trajectoryRoutes, explanationRoutes, nextStepsRoutes, whatIfRoutes, changesRoutes],
  pages: [organisationPages],
  commands: [trajectoryCommand, explainCommand, nextStepsCommand, whatIfCommand, changesCommand],
}
