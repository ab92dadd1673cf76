import { Command } from 'commander'
import { readModelsOf } from '#src/composition/keep-read-models.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus } from '#src/cli/terminal.js'
import { withTrajectoires } from '#src/cli/with-trajectoires.js'

/** `rebuild`: the read models anew from the log. */
export const rebuildCommand = (surroundings: Surroundings, end: (status: ExitStatus) => void): Command =>
  new Command('rebuild')
    .description('reconstruit les lectures depuis le journal (rebuild the read models)')
    .action(async () => {
      const { terminal } = surroundings
      const status = await withTrajectoires(surroundings, async (app) => {
        let aside = 0
        const readers = readModelsOf(app)
        await Promise.all(readers.map((reader) => reader.rebuild())) // in one pass over the log
        for (const reader of readers) {
          const { name, version, position, quarantined } = await reader.state()
          terminal.print(`${name} v${version} : reconstruit jusqu’à la position ${position}.`)
          for (const { id, reason } of quarantined) terminal.complain(`${id} : mis de côté. ${reason}`)
          aside += quarantined.length
        }
        return aside === 0 ? 0 : 1
      })
      end(status)
    })
