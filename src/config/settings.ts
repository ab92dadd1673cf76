import { z } from 'zod'
import { faultsOf, inFrench } from '#src/messages/faults.js'

const Loopback = new Set(['127.0.0.1', '::1', 'localhost'])

const hostsExpected =
  'des noms d’hôtes séparés par des virgules, sans « * » (host names separated by commas, no “*”)'

/** Each a name or an IPv4 address, with or without a port. */
const hostNames = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?(,[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?)*$/

const engineExpected =
  'sqlite est attendu, ou l’adresse d’une base EventStoreDB : esdb://[utilisateur:mot-de-passe@]hôte[:port][?tls=false] (sqlite, or the address of an EventStoreDB)'

const portExpected = 'un numéro de port de 0 à 65535 est attendu (a port number from 0 to 65535)'

/** Everything that can be set from outside, each with a default that works on one machine. */
const Environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  /** The names by which callers reach it through what stands in front of it; without any, it listens on the loopback only. */
  TRUSTED_HOSTS: z
    .string()
    .transform((names) => names.replaceAll(/\s/g, '').toLowerCase())
    .pipe(z.string().regex(hostNames, hostsExpected))
    .transform((names) => names.split(','))
    .default([]),
  /** 0: any free one. */
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, portExpected)
    .transform(Number)
    .refine((port) => port <= 65535, portExpected)
    .default(2727),
  /** `sqlite`, in DATA_DIR, or an EventStoreDB. Its password is never shown. */
  EVENT_LOG: z
    .string()
    .regex(/^(sqlite$|esdb:\/\/|esdb\+discover:\/\/)/, engineExpected)
    .default('sqlite'),
  /** Where the embedded engine keeps its files, and every node its read models. */
  DATA_DIR: z.string().min(1).default('data'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export interface Settings {
  readonly host: string
  /** In lower case; none: the server listens on the loopback only. */
  readonly trustedHosts: readonly string[]
  readonly port: number
  readonly dataDirectory: string
  readonly eventLog: string
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL']
}

export type SettingsOutcome =
  | { readonly valid: true; readonly settings: Settings }
  | { readonly valid: false; readonly faults: readonly string[] }

/** Reads the settings from environment variables, of which an empty one is not set; every fault names its variable and what it expects. */
export const readSettings = (environment: Readonly<Record<string, string | undefined>>): SettingsOutcome => {
  const parsed = Environment.safeParse(withoutEmpty(environment), inFrench)
  if (!parsed.success) {
    return {
      valid: false,
      faults: faultsOf(parsed.error.issues).map(({ path, message }) => `${path} : ${message}`),
    }
  }
  const { HOST, TRUSTED_HOSTS, PORT, DATA_DIR, EVENT_LOG, LOG_LEVEL } = parsed.data
  if (!isLoopback(HOST) && TRUSTED_HOSTS.length === 0) {
    return {
      valid: false,
      faults: [
        `HOST=${HOST} : tant que l’identité n’est pas gérée, le serveur n’écoute que sur la boucle locale (127.0.0.1). ` +
          'Derrière un mandataire ou dans un conteneur qui décident qui entre, TRUSTED_HOSTS nomme les hôtes par lesquels on y arrive. ' +
          '(Until identity exists the server listens on loopback only; behind a proxy or in a container that decides who gets in, ' +
          'TRUSTED_HOSTS names the hosts by which it is reached.)',
      ],
    }
  }
  return {
    valid: true,
    settings: {
      host: HOST,
      trustedHosts: TRUSTED_HOSTS,
      port: PORT,
      dataDirectory: DATA_DIR,
      eventLog: EVENT_LOG,
      logLevel: LOG_LEVEL,
    },
  }
}

/** True where only this machine reaches the server. */
export const isLoopback = (host: string): boolean => Loopback.has(host)

const withoutEmpty = (environment: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
