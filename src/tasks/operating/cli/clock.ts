import { Command } from 'commander'
import { match } from 'ts-pattern'
import { z } from 'zod'
import { clockEventSchemas } from '#domain/clock/clock-event.js'
import { acceptClock, clockStanding, type ClockStanding } from '#src/handling/clock/accept-clock.js'
import { inFrench } from '#src/messages/faults.js'
import { momentInWords } from '#src/messages/moment-in-words.js'
import { complainOfFaults } from '#src/cli/complain.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { withOwnLog } from '#src/cli/with-own-log.js'
import { localStaff } from '#domain/access/viewer.js'

const Input = z.object({ reason: clockEventSchemas.ClockJumpAccepted.shape.reason })

/** `clock`: how this machine’s clock stands to the log; `clock accept`: the log is right in being ahead. */
export const clockCommand = (surroundings: Surroundings, end: (status: ExitStatus) => void): Command => {
  const command = new Command('clock')
    .description('dit si l’horloge de cette machine retarde sur le journal (is this clock behind the log?)')
    .action(async () => end(await show(surroundings)))
  command
    .command('accept')
    .description('accepte que le journal soit en avance ; c’est consigné (accept that the log is ahead)')
    .requiredOption('--reason <pourquoi>', 'ce qui a été vérifié, et pourquoi on l’accepte')
    .action(async (options: unknown) => {
      const input = Input.safeParse(options, inFrench)
      end(
        input.success
          ? await accept(surroundings, input.data.reason)
          : complainOfFaults(surroundings.terminal, input.error.issues),
      )
    })
  return command
}

const show = (surroundings: Surroundings): Promise<ExitStatus> =>
  withOwnLog(surroundings, async (log) => {
    const standing = await clockStanding(log, surroundings.clock)
    tell(standing, surroundings.terminal)
    return standing.state === 'behind' ? 1 : 0
  })

const accept = (surroundings: Surroundings, reason: string): Promise<ExitStatus> =>
  withOwnLog(surroundings, async (log) => {
    const { terminal, clock } = surroundings
    return match(await acceptClock(log, clock, { reason, actor: localStaff('command-line').actor }))
      .with({ outcome: 'accepted' }, ({ standing: { lastRecorded } }): ExitStatus => {
        terminal.print(
          `Accepté, et consigné : le journal va jusqu’au ${momentInWords(lastRecorded, 'fr')}, et l’on y écrit de nouveau. (Accepted and recorded.)`,
        )
        return 0
      })
      .with({ outcome: 'nothing-to-accept' }, ({ standing }): ExitStatus => {
        tell(standing, terminal)
        return 0
      })
      .with({ outcome: 'not-written' }, ({ why }): ExitStatus => {
        terminal.complain(
          `Rien n’a été consigné : redemander dans un instant. (Nothing was recorded.) [${why}]`,
        )
        return 3
      })
      .exhaustive()
  })

const tell = ({ clock, lastRecorded, state }: ClockStanding, terminal: Terminal): void => {
  terminal.print(`Horloge de cette machine (this clock) : ${momentInWords(clock, 'fr')}`)
  if (lastRecorded > 0) {
    terminal.print(`Dernier instant du journal (last recorded) : ${momentInWords(lastRecorded, 'fr')}`)
  }
  terminal.print(states[state])
}

const states = {
  right: 'Rien à faire. (Nothing to do.)',
  behind:
    'L’horloge retarde de plus de cinq minutes : rien ne s’enregistre ici. La régler ; ou, si c’est le journal qui a sauté : trajectoires clock accept --reason « pourquoi ». (Behind: set it right, or accept the jump.)',
  accepted: 'L’horloge retarde, et c’est accepté : on écrit. (Behind, and accepted: writing goes on.)',
} as const satisfies Record<ClockStanding['state'], string>
