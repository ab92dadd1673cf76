import type { Task } from '#src/tasks/task.js'
import { memberRoutes } from './http/members.js'
import { memberPages } from './pages/member-pages.js'
import { membersCommand } from './cli/members.js'
import { members, type Members } from './use-cases/members.js'

export const membersTask: Task<Members, Members> = {
  useCases: members,
  routes: [memberRoutes],
  pages: [memberPages],
  commands: [membersCommand],
}
