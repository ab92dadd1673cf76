import t from 'tap'
import { openApplication } from '#test/support/open-application.js'
import { get } from '#test/support/call.js'

t.test('what stands around every page', async (t) => {
  const { server, close } = await openApplication()
  t.teardown(close)

  t.test('a program that asks for what is not there is answered as a program', async (t) => {
    const answered = await get(server, '/nulle-part')
    t.equal(answered.status, 404)
    t.match(answered.json, { code: 'route-unknown' })
  })

  t.test('the pages let nothing in from elsewhere, and nothing inline', async (t) => {
    const { headers } = await get(server, '/nulle-part', { accept: 'text/html' })
    t.equal(
      headers['content-security-policy'],
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    )
    t.equal(headers['x-content-type-options'], 'nosniff')
  })

  t.test('style and scripts keep for good, under an address that names their content', async (t) => {
    const page = await get(server, '/nulle-part', { accept: 'text/html' })
    const address = /href="(\/assets\/pages\.css\?v=[0-9a-f]{12})"/.exec(page.text)?.[1] ?? ''
    const style = await get(server, address)
    t.equal(style.status, 200)
    t.equal(style.headers['cache-control'], 'public, max-age=31536000, immutable')
  })
})
