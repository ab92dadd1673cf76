import { Command } from 'commander'
import { z } from 'zod'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { organisationOfStream } from '#domain/organisation/stream.js'
import type { Operating } from '#src/tasks/operating/use-cases/operating.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { complainOf, complainOfFaults } from '#src/cli/complain.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus } from '#src/cli/terminal.js'
import { withTrajectoires } from '#src/cli/with-trajectoires.js'

const Input = z.object({
  organisation: OrganisationId.optional(),
  after: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().positive().optional(),
  json: z.boolean().optional(),
})

/** `events`: the log as it was written. */
export const eventsCommand = (
  surroundings: Surroundings<Operating>,
  end: (status: ExitStatus) => void,
): Command =>
  new Command('events')
    .description('montre le journal tel qu’il fut écrit (the log as written)')
    .option('--organisation <identifiant>', 'd’une seule organisation')
    .option('--after <position>', 'à partir de cette position, exclue')
    .option('--limit <nombre>', 'au plus tant d’événements')
    .option('--json', 'un événement JSON par ligne')
    .action(async (options: unknown) => {
      const input = Input.safeParse(options, inFrench)
      end(
        input.success
          ? await run(surroundings, input.data)
          : complainOfFaults(surroundings.terminal, input.error.issues),
      )
    })

const run = (
  surroundings: Surroundings<Operating>,
  { organisation, after, limit = Number.POSITIVE_INFINITY, json }: z.infer<typeof Input>,
): Promise<ExitStatus> =>
  withTrajectoires(surroundings, async ({ operating }) => {
    const print = (event: RecordedAsWritten): void =>
      surroundings.terminal.print(
        json === true ? JSON.stringify({ ...event, recordedAt: momentOf(event) }) : lineOf(event),
      )
    if (organisation !== undefined) {
      const events = await operating.eventsOf(organisation)
      if (events.length === 0) {
        const code = 'organisation-unknown'
        return complainOf(surroundings.terminal, code, outcomeAnswers[code], organisation)
      }
      for (const event of events.filter(({ position }) => position > after).slice(0, limit)) print(event)
      return 0
    }
    let left = limit
    for await (const event of operating.events(after)) {
      print(event)
      left -= 1
      if (left <= 0) break
    }
    return 0
  })

type RecordedAsWritten = Awaited<ReturnType<Operating['operating']['eventsOf']>>[number]

const momentOf = ({ recordedAt }: Pick<RecordedAsWritten, 'recordedAt'>): string =>
  new Date(recordedAt).toISOString()

const lineOf = ({ position, recordedAt, stream, revision, type, id }: RecordedAsWritten): string =>
  [
    String(position).padStart(6),
    momentOf({ recordedAt }),
    `${organisationOfStream(stream) ?? stream}@${revision}`,
    type,
    id,
  ].join('  ')
