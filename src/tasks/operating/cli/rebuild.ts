import { Command } from 'commander'
import type { Operating } from '#src/tasks/operating/use-cases/operating.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus } from '#src/cli/terminal.js'
import { withTrajectoires } from '#src/cli/with-trajectoires.js'

/** `rebuild`: the read models anew from the log. */
export const rebuildCommand = (
  surroundings: Surroundings<Operating>,
  end: (status: ExitStatus) => void,
): Command =>
  new Command('rebuild')
    .description('reconstruit les lectures depuis le journal (rebuild the read models)')
    .action(async () => {
      const { terminal } = surroundings
      const status = await withTrajectoires(surroundings, async ({ operating }) => {
        let aside = 0
        for await (const { name, version, position, quarantined } of operating.rebuildReadModels()) {
          terminal.print(`${name} v${version} : reconstruit jusqu’à la position ${position}.`)
          for (const { id, reason } of quarantined) terminal.complain(`${id} : mis de côté. ${reason}`)
          aside += quarantined.length
        }
        return aside === 0 ? 0 : 1
      })
      end(status)
    })
