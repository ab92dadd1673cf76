import { localStaff, type Viewer } from '#domain/access/viewer.js'
import { onceForEach } from '#domain/kernel/once-for-each.js'
import type { Application, Setup } from '#src/cli/surroundings.js'
import type { House } from '#src/handling/house.js'
import { buildServer } from '#src/http/server.js'
import { formStatesInMemory } from '#src/web/forms/form-states.js'
import { pages } from '#src/web/pages.js'
import { openHouse, type OpenHouse } from './open-house.js'
import { tasks, type Entered } from './tasks.js'

/** The application: opened once, and entered as somebody. */
export type Trajectoires = Application<Entered>

/** Opens everything, with the use cases of every task behind the door. */
export const openTrajectoires = async (setup: Setup): Promise<Trajectoires> =>
  trajectoiresIn(await openHouse(setup))

/** The application in a house that is open already. */
export const trajectoiresIn = (house: OpenHouse): Trajectoires => {
  const as = doorOf(house)
  return {
    as,
    caughtUp: async () => {
      const head = await house.log.head()
      return (await house.registry.hasSeen(head)) && (await house.standings.hasSeen(head))
    },
    server: async (logger, options) => {
      // Until identity exists, whoever asks in one way is one viewer.
      const enter = (viewer: Viewer) => () => as(viewer)
      const [programs, people] = [enter(localStaff('http')), enter(localStaff('pages'))]
      const states = formStatesInMemory()
      return buildServer(
        {
          logIdentity: await house.log.identity(),
          aheadOfClock: house.time.aheadOfClock,
          plugins: [
            ...tasks.flatMap((task) => ('routes' in task ? task.routes.map((of) => of(programs)) : [])),
            pages(
              tasks.flatMap((task) => ('pages' in task ? task.pages.map((of) => of(people, states)) : [])),
            ),
          ],
        },
        logger,
        options,
      )
    },
    close: house.close,
  }
}

/** The one way in: all use cases, as one viewer may call them. */
const doorOf = (house: House): ((viewer: Viewer) => Entered) => {
  const opened = tasks.map(({ useCases }) => useCases(house))
  // Each task gives its own part of the whole, whose type is joined from the same list.
  return onceForEach((viewer) => Object.assign({}, ...opened.map((enter) => enter(viewer))) as Entered)
}
