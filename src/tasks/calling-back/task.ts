import type { Task } from '#src/tasks/task.js'
import { callBackRoutes } from './http/call-backs.js'
import { callBackPages } from './pages/call-back-pages.js'
import { callBacksCommand } from './cli/call-backs.js'
import { callingBack, type CallingBack } from './use-cases/calling-back.js'

export const callingBackTask: Task<CallingBack, CallingBack> = {
  useCases: callingBack,
  routes: [callBackRoutes],
  pages: [callBackPages],
  commands: [callBacksCommand],
}
