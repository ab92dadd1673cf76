import t from 'tap'
import { get } from '#test/support/call.js'
import { organisationsFile } from '#test/support/import-files.js'
import { multipartBody, multipartHeaders } from '#test/support/multipart.js'
import { openApplication } from '#test/support/open-application.js'

t.test('a form that brings files is not taken without the token of a page', async (t) => {
  const { server, app, house, close } = await openApplication()
  t.teardown(close)
  const { statusCode } = await server.inject({
    method: 'POST',
    url: '/imports',
    headers: multipartHeaders,
    payload: multipartBody([organisationsFile]),
  })
  t.equal(statusCode, 403)
  t.strictSame(await app.as(house.viewer).importing.list(), [])
})

t.test('an import that is not kept is not found, whatever stands in the address', async (t) => {
  const { server, close } = await openApplication()
  t.teardown(close)
  for (const id of ['nobody', '..%2F..%2Fjournal', '00000000-0000-4000-8000-000000000000'])
    t.equal((await get(server, `/imports/${id}`, { accept: 'text/html' })).status, 404, id)
  t.equal((await get(server, '/programmes/nobody', { accept: 'text/html' })).status, 404)
})

t.test('the pages speak English when asked, and name every column of the template', async (t) => {
  const { server, close } = await openApplication()
  t.teardown(close)
  const { text } = await get(server, '/imports/modele?langue=en', { accept: 'text/html' })
  t.match(text, /<html lang="en">/)
  t.match(text, /Write one of: lead, co-lead, host/)
  t.notMatch(text, /Écrire/)
})
