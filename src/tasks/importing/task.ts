import type { Task } from '#src/tasks/task.js'
import { importRoutes } from './http/imports.js'
import { importPages } from './pages/import-pages.js'
import { importCommand } from './cli/import.js'
import { importsCommand } from './cli/imports.js'
import { importing, type Importing } from './use-cases/importing.js'

export const importingTask: Task<Importing, Importing> = {
  useCases: importing,
  routes: [importRoutes],
  pages: [importPages],
  commands: [importCommand, importsCommand],
}
