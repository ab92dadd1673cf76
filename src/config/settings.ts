import { z } from 'zod'

const Loopback = new Set(['127.0.0.1', '::1', 'localhost'])

/** Everything that can be set from outside, each with a default that works on one machine. */
const Environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(2727),
  /** Where the embedded engine keeps its files. */
  DATA_DIR: z.string().min(1).default('data'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export interface Settings {
  readonly host: string
  readonly port: number
  readonly dataDirectory: string
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL']
}

export type SettingsOutcome =
  | { readonly valid: true; readonly settings: Settings }
  | { readonly valid: false; readonly faults: readonly string[] }

/** Reads the settings from environment variables; every fault names its variable and what it expects. */
export const readSettings = (environment: Readonly<Record<string, string | undefined>>): SettingsOutcome => {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    return {
      valid: false,
      faults: parsed.error.issues.map(({ path, message }) => `${path.join('.')} : ${message}`),
    }
  }
  const { HOST, PORT, DATA_DIR, LOG_LEVEL } = parsed.data
  if (!Loopback.has(HOST)) {
    return {
      valid: false,
      faults: [
        `HOST=${HOST} : tant que l’identité n’est pas gérée, le serveur n’écoute que sur la boucle locale (127.0.0.1). ` +
          '(Until identity exists the server listens on loopback only.)',
      ],
    }
  }
  return { valid: true, settings: { host: HOST, port: PORT, dataDirectory: DATA_DIR, logLevel: LOG_LEVEL } }
}
