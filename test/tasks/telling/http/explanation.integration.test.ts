import t from 'tap'
import { Explanation } from '#projections/asked/explanation/explanation.js'
import { get } from '#test/support/call.js'
import { isProblem } from '#test/support/is-problem.js'
import { openApplication } from '#test/support/open-application.js'

const opened = await openApplication({ sample: true })
t.teardown(() => opened.close())

const path = '/v1/organisations/ville-de-paris/explanation'

t.test('the explanation of a day under a model, as its schema says', async (t) => {
  const answered = await get(opened.server, `${path}?asOf=2018-01-01&model=premier-modele@1`)
  t.equal(answered.status, 200)
  const { asOf, explained, organisation, position, dimensions, events, evidence } = Explanation.parse(
    answered.json,
  )
  t.strictSame(
    { asOf, explained, organisation },
    {
      asOf: '2018-01-01',
      explained: '2018-01-01',
      organisation: { id: 'ville-de-paris', name: 'Ville de Paris' },
    },
  )
  t.equal(position.positions.length, 5)
  t.equal(dimensions.length, 6)
  t.strictSame([...new Set(evidence.map(({ eventId }) => eventId))].sort(), [...events])
})

t.test('what was not known yet is no part of it', async (t) => {
  const answered = await get(opened.server, `${path}?asOf=2018-01-01&knownAt=2026-06-30`)
  const { events, position } = Explanation.parse(answered.json)
  t.strictSame(events, [])
  t.equal(position.state, 'none')
})

t.test('unknown organisations, models and parameters are refused as problems', async (t) => {
  const nobody = await get(opened.server, '/v1/organisations/ville-de-nulle-part/explanation')
  isProblem(t, nobody, { status: 404, code: 'organisation-unknown' })
  isProblem(t, await get(opened.server, `${path}?model=autre`), { status: 404, code: 'model-unknown' })
  isProblem(t, await get(opened.server, `${path}?asOf=hier`), { status: 400, code: 'invalid-input' })
})
