import type { Task } from '#src/tasks/task.js'
import { obstacleRoutes } from './http/obstacles.js'
import { obstaclePages } from './pages/obstacle-pages.js'
import { obstaclesCommand } from './cli/obstacles.js'
import { obstacles, type Obstacles } from './use-cases/obstacles.js'

export const obstaclesTask: Task<Obstacles, Obstacles> = {
  useCases: obstacles,
  routes: [obstacleRoutes],
  pages: [obstaclePages],
  commands: [obstaclesCommand],
}
