import t from 'tap'
import { trajectoiresIn } from '#src/composition/trajectoires.js'
import { rehearsePages } from '#src/tasks/operating/cli/rehearse-pages.js'
import { openApplication } from '#test/support/open-application.js'
import { post } from '#test/support/call.js'

t.test('pages are asked before anybody does: nothing is written, and a failing one is told', async (t) => {
  const { house, server, close } = await openApplication()
  t.teardown(close)
  await post(server, '/v1/organisations', { id: 'ville-de-paris', name: 'Ville de Paris', kind: 'commune' })
  const head = await house.log.head()
  await house.standings.hasSeen(head)
  const asked: string[] = []
  const watched = {
    ...house,
    registry: {
      ...house.registry,
      index: () => {
        asked.push('registry')
        return house.registry.index()
      },
    },
  }

  await rehearsePages(trajectoiresIn(watched), AbortSignal.timeout(60_000))
  t.ok(asked.length > 3, 'the pages were really asked')
  t.equal(await house.log.head(), head)

  asked.length = 0
  await rehearsePages(trajectoiresIn(watched), AbortSignal.abort())
  t.equal(asked.length, 1, 'only what there is to ask was looked up')

  const broken = trajectoiresIn({ ...house, programmes: { ...house.programmes, index: failing } })
  await t.rejects(rehearsePages(broken, AbortSignal.timeout(60_000)), { message: '/programmes answers 500' })
})

const failing = (): never => {
  throw new Error('this page fails')
}
