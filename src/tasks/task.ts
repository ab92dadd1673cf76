import type { FastifyPluginAsync, FastifyPluginCallback, FastifyRequest } from 'fastify'
import type { Viewer } from '#domain/access/viewer.js'
import type { AddCommand } from '#src/cli/program.js'
import type { House } from '#src/handling/house.js'
import type { FormStates } from '#src/web/forms/form-states.js'

/** The door for a request: the use cases, as whoever asks may see them. */
export type Enter<UseCases> = (request: FastifyRequest) => UseCases

/** Routes of HTTP that reach the use cases through the door and nothing else. */
export type Routes<UseCases> = (enter: Enter<UseCases>) => FastifyPluginCallback | FastifyPluginAsync

/** Pages: beside the door they have where forms are kept until they are shown again. */
export type Pages<UseCases> = (
  enter: Enter<UseCases>,
  states: FormStates,
) => FastifyPluginCallback | FastifyPluginAsync

/**
 * What a person or a program does, whole. `useCases` are what the task offers, `Needs` what its routes, pages and
 * commands call: its own, and those of other tasks.
 */
export interface Task<UseCases, Needs> {
  /** Opens the task with the house, and enters it as somebody. */
  readonly useCases: (house: House) => (viewer: Viewer) => UseCases
  readonly routes?: readonly Routes<Needs>[]
  readonly pages?: readonly Pages<Needs>[]
  readonly commands?: readonly AddCommand<Needs>[]
}
