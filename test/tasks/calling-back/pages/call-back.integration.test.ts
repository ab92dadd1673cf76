import t from 'tap'
import { get } from '#test/support/call.js'
import { openApplication } from '#test/support/open-application.js'

t.test('what a successor is asked about names whom it has it from', async (t) => {
  const { server, close } = await openApplication({ sample: true })
  t.teardown(close)
  const french = await get(server, '/a-rappeler', { accept: 'text/html' })
  t.match(french.text, /\(héritage d’École nationale d.administration\), annoncée en octobre 2014/)
  t.match(french.text, /achevée en décembre 2009 \(héritage de Région Aquitaine\)/)
  const english = await get(server, '/a-rappeler?langue=en', { accept: 'text/html' })
  t.match(english.text, /\(inherited from Région Aquitaine\)/)
})
