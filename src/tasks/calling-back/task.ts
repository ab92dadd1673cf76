import type { Task } from '#src/tasks/task.js'
import { callBackRoutes } from './http/call-backs.js'
import { serveForm } from '#src/web/forms/checked-form.js'
import { callBackForm, stillTrueReports } from './pages/call-back-form.js'
import { callBacksCommand } from './cli/call-backs.js'
import { callingBack, type CallingBack } from './use-cases/calling-back.js'

export const callingBackTask: Task<CallingBack, CallingBack> = {
  useCases: callingBack,
  routes: [callBackRoutes],
  pages: [(enter, states) => serveForm(callBackForm(states))(enter, states), stillTrueReports],
  commands: [callBacksCommand],
}
