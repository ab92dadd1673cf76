import { amendingTask } from '#src/tasks/amending/task.js'
import { callingBackTask } from '#src/tasks/calling-back/task.js'
import { findingTask } from '#src/tasks/finding/task.js'
import { importingTask } from '#src/tasks/importing/task.js'
import { membersTask } from '#src/tasks/members/task.js'
import { modelsTask } from '#src/tasks/models/task.js'
import { obstaclesTask } from '#src/tasks/obstacles/task.js'
import { operatingTask } from '#src/tasks/operating/task.js'
import { programmesTask } from '#src/tasks/programmes/task.js'
import { recordingTask } from '#src/tasks/recording/task.js'
import { registeringTask } from '#src/tasks/registering/task.js'
import { tellingTask } from '#src/tasks/telling/task.js'

/** Everything that people and programs do here, in the order in which the program lists its commands. A new task is one line. */
export const tasks = [
  operatingTask,
  importingTask,
  recordingTask,
  tellingTask,
  modelsTask,
  obstaclesTask,
  callingBackTask,
  membersTask,
  programmesTask,
  amendingTask,
  registeringTask,
  findingTask,
] as const

type Faces = ReturnType<ReturnType<(typeof tasks)[number]['useCases']>>
type Joined<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never

/** The use cases of all tasks, as one viewer may call them. */
export type Entered = Joined<Faces>
