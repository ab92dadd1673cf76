import type { Task } from '#src/tasks/task.js'
import { organisationRoutes } from './http/organisations.js'
import { findPages } from './pages/find-pages.js'
import { organisationsCommand } from './cli/organisations.js'
import { finding, type Finding } from './use-cases/finding.js'

export const findingTask: Task<Finding, Finding> = {
  useCases: finding,
  routes: [organisationRoutes],
  pages: [findPages],
  commands: [organisationsCommand],
}
