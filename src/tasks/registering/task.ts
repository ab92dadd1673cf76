import type { Task } from '#src/tasks/task.js'
import { registrationRoutes } from './http/registration.js'
import { organisationLifeRoutes } from './http/organisation-life.js'
import { registerForm } from './pages/register-form.js'
import { changeForm } from './pages/change-form.js'
import { serveForm } from '#src/web/forms/checked-form.js'
import { successionCommand } from './cli/succession.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import { registering, type Registering } from './use-cases/registering.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'

export const registeringTask: Task<Registering, Finding & Registering & Telling> = {
  useCases: registering,
  routes: [registrationRoutes, organisationLifeRoutes],
  pages: [serveForm(registerForm), serveForm(changeForm)],
  commands: [successionCommand],
}
