import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { Viewer } from '#domain/access/viewer.js'
import type { Clock } from '#domain/ports/clock.js'
import type { OpenLog, OpenOwnLog } from '#src/handling/open-log.js'
import type { Terminal } from './terminal.js'

/** Where and how the application is opened. */
export interface Setup {
  /** The folder of the embedded engine, and of the read models; made when there is none. */
  readonly dataDirectory: string
  /** `sqlite`, which is the default, or the address of a database of events. */
  readonly eventLog?: string
  readonly clock: Clock
  /** Hears what an operator should know of what goes on by itself. */
  readonly warn: (message: string) => void
}

/** The application, opened once and entered as somebody. */
export interface Application<UseCases> {
  readonly as: (viewer: Viewer) => UseCases
  /** Resolves once everything that is recorded by now can be read; false when not within a few seconds. */
  readonly caughtUp: () => Promise<boolean>
  /** The application over HTTP, ready to be called or to listen. `trustedHosts`: the names by which callers may call it. */
  readonly server: (
    logger: FastifyBaseLogger,
    options?: { readonly trustedHosts?: readonly string[] },
  ) => Promise<FastifyInstance>
  /** Ends what runs, then closes the files. */
  readonly close: () => Promise<void>
}

/** What every command runs in; tests bring their own. */
export interface Surroundings<UseCases = unknown> {
  readonly terminal: Terminal
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly clock: Clock
  /** Aborted when the process is asked to end. */
  readonly ending: AbortSignal
  readonly open: (setup: Setup) => Promise<Application<UseCases>>
  /** A log by itself, for what is done with whole logs. */
  readonly openLog: OpenLog
  /** The same of the log that the settings name, without anything else. */
  readonly openOwnLog: OpenOwnLog
}
