import t from 'tap'
import { openApplication } from '#test/support/open-application.js'
import { get } from '#test/support/call.js'

const HTML = { accept: 'text/html' }

t.test('the pages of every organisation', async (t) => {
  const { house, server, close } = await openApplication({ sample: true })
  t.teardown(close)

  t.test('each is there, below 100 KB, and says its name', async (t) => {
    const byId = [...house.registry.index().byId.values()]
    t.ok(byId.length > 100)
    for (const { id, name } of byId) {
      const page = await get(server, `/organisations/${id}`, HTML)
      t.equal(page.status, 200, id)
      t.ok(Buffer.byteLength(page.text) < 100 * 1024, id)
      t.ok(page.text.includes(`<h1>${name.replaceAll('&', '&amp;')}</h1>`), `${id} bears its name`)
    }
  })

  t.test('titles in a browser tell pages of the same heading apart', async (t) => {
    const titled = async (path: string) => /<title>([^<]*)</.exec((await get(server, path, HTML)).text)?.[1]
    t.equal(
      await titled('/organisations/ville-de-paris/suite'),
      'Et ensuite\u202f? – Ville de Paris – Trajectoires',
    )
    t.equal(await titled('/organisations/region-bretagne'), 'Région Bretagne – région – Trajectoires')
  })

  t.test('a past day is told in words, and a source on the web can be followed', async (t) => {
    const page = await get(server, '/organisations/ville-de-paris?asOf=2015-11-26', HTML)
    t.match(page.text, /ce qui était vrai le 26 novembre 2015/)
    t.match(page.text, /<a href="https:\/\/[^"]+" rel="noreferrer">/)
  })

  t.test(
    'before anything of it was known, it still has a name, and nothing known since is told',
    async (t) => {
      const page = await get(
        server,
        '/organisations/region-bourgogne?asOf=2012-06-01&knownAt=2020-01-01',
        HTML,
      )
      t.match(page.text, /<h1>Région Bourgogne<\/h1>/)
      t.match(page.text, /Rien n’était consigné à cette date/)
      t.notMatch(page.text, /Obstacles rencontrés/)
      const next = await get(server, '/organisations/region-bourgogne/suite?knownAt=2020-01-01', HTML)
      t.match(next.text, /<p class="kicker">Région Bourgogne<\/p>/)
    },
  )

  t.test('what comes next is told as of the same day, under the same model', async (t) => {
    const question = '?asOf=2015-11-26&amp;model=facettes-innovation'
    const page = await get(server, `/organisations/ville-de-paris${question.replace('&amp;', '&')}`, HTML)
    t.ok(page.text.includes(`href="/organisations/ville-de-paris/suite${question}"`))
    const next = await get(server, '/organisations/ville-de-paris/suite?asOf=2015-11-26', HTML)
    t.match(next.text, /ce qui était vrai le 26 novembre 2015/)
    t.match(next.text, /Tel qu’on l’aurait conseillé le 26 novembre 2015, le jour demandé/)
    t.notMatch(next.text, /au plus tard le 26 novembre 2015/)
    t.notMatch(next.text.slice(next.text.indexOf('id="advice"')), /2026/)
    t.ok(next.text.includes('href="/organisations/ville-de-paris?asOf=2015-11-26"'))
  })

  t.test('the parts that it names at its top are there', async (t) => {
    const { text } = await get(server, '/organisations/ville-de-paris', HTML)
    const [, nav = ''] = /<nav aria-label="Sur cette page">([^]*?)<\/nav>/.exec(text) ?? []
    const named = [...nav.matchAll(/href="#([a-z]+)"/g)].flatMap(([, part]) => part ?? [])
    t.strictSame(named, ['trajectory', 'why', 'next', 'story'])
    for (const part of named) t.ok(text.includes(`id="${part}"`), part)
    t.notMatch(text, /l’organisation est inscrite/)
  })

  t.test('one that is not registered', async (t) => {
    const page = await get(server, '/organisations/ville-de-nulle-part', HTML)
    t.equal(page.status, 404)
    t.match(page.text, /Chercher l’organisation par son nom/)
  })

  t.test('a day that is none is named, with what to type', async (t) => {
    const page = await get(server, '/organisations/ville-de-paris?asOf=hier', HTML)
    t.equal(page.status, 400)
    t.match(page.text, /asOf/)
    t.match(page.text, /un jour civil attendu, par exemple 2015-11-26/)
  })

  t.test('the whole page in English', async (t) => {
    const page = await get(server, '/organisations/ville-de-paris?langue=en', HTML)
    t.match(page.text, /<html lang="en">/)
    t.match(page.text, /Builder when last heard of, to be confirmed since 14 February 2022/)
    t.notMatch(page.text, /Aucune nouvelle/)
  })
})
