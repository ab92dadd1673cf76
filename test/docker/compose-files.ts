import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { packageRootOf } from '#src/config/package-root.js'

export const DOCKER = join(packageRootOf(import.meta.url), 'docker')

const Service = z.strictObject({
  image: z.string(),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  user: z.string().optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()).optional(),
  network_mode: z.string().optional(),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()),
      interval: z.string(),
      timeout: z.string(),
      retries: z.number(),
    })
    .optional(),
  depends_on: z
    .record(
      z.string(),
      z.strictObject({ condition: z.enum(['service_healthy', 'service_completed_successfully']) }),
    )
    .default({}),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  stop_grace_period: z.string().optional(),
  restart: z.string(),
})

/** Compose's own words, so far as these files use them: another one is a mistake of writing. */
const Compose = z.strictObject({
  name: z.string(),
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), z.null()).optional(),
  volumes: z.record(z.string(), z.null()),
})

export type ComposeFile = z.infer<typeof Compose>
export type ComposeService = z.infer<typeof Service>

export const textOf = (name: string): string => readFileSync(join(DOCKER, name), 'utf8')

/**
 * A compose file with its variables resolved as Compose does: `${NAME}`, `${NAME:-default}`, `${NAME:?why}`, `$$`.
 *
 * @throws Error for a variable that is not set and has to be
 */
export const readCompose = (name: string, environment: Readonly<Record<string, string>>): ComposeFile => {
  const written = parse(textOf(name), { merge: true }) as Record<string, unknown>
  const own = Object.fromEntries(Object.entries(written).filter(([key]) => !key.startsWith('x-')))
  return Compose.parse(resolved(own, environment))
}

const resolved = (value: unknown, environment: Readonly<Record<string, string>>): unknown => {
  if (typeof value === 'string') return interpolated(value, environment)
  if (Array.isArray(value)) return value.map((item: unknown) => resolved(item, environment))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolved(item, environment)]))
}

const variable = /\$\$|\$\{(?<name>[A-Z_]+)(?:(?<operator>:-|:\?)(?<rest>[^}]*))?\}|\$/g

const interpolated = (text: string, environment: Readonly<Record<string, string>>): string =>
  text.replaceAll(variable, (whole: string, name?: string, operator?: string, rest?: string): string => {
    if (whole === '$$') return '$'
    if (name === undefined) throw new Error(`a $ that is no variable: ${text}`)
    const value = environment[name]
    if (value !== undefined && value !== '') return value
    if (operator === ':-') return rest ?? ''
    throw new Error(`${name} is not set: ${rest ?? ''}`)
  })
