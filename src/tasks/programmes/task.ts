import type { Task } from '#src/tasks/task.js'
import { programmeRoutes } from './http/programmes.js'
import { programmePages } from './pages/programme-pages.js'
import { programmesCommand } from './cli/programmes.js'
import { programmes, type Programmes } from './use-cases/programmes.js'

export const programmesTask: Task<Programmes, Programmes> = {
  useCases: programmes,
  routes: [programmeRoutes],
  pages: [programmePages],
  commands: [programmesCommand],
}
