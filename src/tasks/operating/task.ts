import type { Task } from '#src/tasks/task.js'
import { healthRoutes } from './http/health.js'
import { serveCommand } from './cli/serve.js'
import { eventsCommand } from './cli/events.js'
import { rebuildCommand } from './cli/rebuild.js'
import { synthesiseCommand } from './cli/synthesise.js'
import { clockCommand } from './cli/clock.js'
import { copyCommand } from './cli/copy.js'
import type { Importing } from '#src/tasks/importing/use-cases/importing.js'
import { operating, type Operating } from './use-cases/operating.js'

export const operatingTask: Task<Operating, Importing & Operating> = {
  useCases: operating,
  routes: [healthRoutes],
  commands: [serveCommand, eventsCommand, rebuildCommand, copyCommand, synthesiseCommand, clockCommand],
}
