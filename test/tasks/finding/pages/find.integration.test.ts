import t from 'tap'
import { get } from '#test/support/call.js'
import { openApplication } from '#test/support/open-application.js'

const html = { accept: 'text/html' }

t.test('the page of the organisations', async (t) => {
  const { server, close } = await openApplication({ sample: true })
  t.teardown(close)

  t.test('it is light, and says how many were found', async (t) => {
    for (const query of ['', '?programme=transfo', '?sort=news', '?langue=en']) {
      const page = await get(server, `/organisations${query}`, html)
      t.equal(page.status, 200)
      t.ok(Buffer.byteLength(page.text) < 100_000, query)
      t.match(page.text, /<h2 id="found" tabindex="-1">\d+ organisations<\/h2>/)
    }
  })

  t.test('fields of the form that were left empty ask for nothing', async (t) => {
    const page = await get(
      server,
      '/organisations?q=&programme=&year=&kind=&reading=unrefuted&sort=name',
      html,
    )
    t.match(page.text, />112 organisations</)
    t.notMatch(page.text, /chosen-filters/)
  })

  t.test('what was asked stays in the form, in the links and in the file', async (t) => {
    const page = await get(
      server,
      '/organisations?q=r%C3%A9gion&kind=region&year=2012&sort=news&administration=true',
      html,
    )
    t.match(page.text, /value="région"/)
    t.match(page.text, /<option value="region" selected>région \(\d+\)/)
    t.match(page.text, /<option value="2012" selected>/)
    t.match(page.text, /<option value="true" selected>administration/)
    t.match(
      page.text,
      /href="\/v1\/organisations\?q=r%C3%A9gion&amp;kind=region&amp;year=2012&amp;administration=true&amp;sort=news&amp;format=csv&amp;profile=french"/,
    )
  })

  t.test('a value that leaves nothing stays chosen, and several kinds stay named', async (t) => {
    const none = await get(server, '/organisations?programme=jamais_vu', html)
    t.match(none.text, /<option value="jamais_vu" selected>Jamais vu \(0\)/)
    const two = await get(server, '/organisations?kind=region&kind=commune', html)
    t.match(two.text, /Type\s: région, commune/)
  })

  t.test('who heard nothing since it succeeded others stands on what they did', async (t) => {
    const page = await get(server, '/organisations?q=grand+est', html)
    t.match(page.text, /aucune depuis qu’elle a succédé/)
    const planned = await get(server, '/organisations?q=ile-de-france', html)
    t.match(planned.text, /une annonce, sans suite connue/)
    const brest = await get(server, '/organisations?q=brest', html)
    t.notMatch(brest.text, /aucune depuis/)
  })

  t.test(
    'the list of a programme says that it holds every role, and where those who took part are',
    async (t) => {
      const transfo = await get(server, '/organisations?programme=transfo', html)
      t.match(transfo.text, /Tous les rôles sont ici[^<]*<a href="\/programmes\/transfo">/)
      const all = await get(server, '/organisations', html)
      t.notMatch(all.text, /Tous les rôles sont ici/)
    },
  )

  t.test('where one filter or several leave nobody, it says which to take back', async (t) => {
    const one = await get(server, '/organisations?programme=inconnu', html)
    t.match(one.text, /Ce filtre ne laisse personne/)
    const several = await get(server, '/organisations?programme=transfo&year=1999', html)
    t.match(several.text, /Retirer un filtre.: ensemble, ils ne laissent personne/)
  })

  t.test('what can’t be asked is refused on a page that says what to do', async (t) => {
    for (const query of ['?year=hier', '?kind=club', '?cursor=zzz', '?position=champion', '?sort=position']) {
      const page = await get(server, `/organisations${query}`, html)
      t.equal(page.status, 400, query)
      t.match(page.text, /notice fault/, query)
      t.match(page.text, /<li><a href="\/organisations">La même page, sans ce qui la précisait</, query)
    }
  })

  t.test('and says which choice is meant as the page calls it', async (t) => {
    const page = await get(server, '/organisations?news=jamais', html)
    t.match(page.text, /<li>Dernière nouvelle \(news\).: /)
  })

  t.test('what is searched for is text, never markup', async (t) => {
    const page = await get(
      server,
      `/organisations?q=${encodeURIComponent('"><script>alert(1)</script>')}`,
      html,
    )
    t.notMatch(page.text, /<script>alert/)
  })
})

t.test('with nothing on record it says how to begin', async (t) => {
  const { server, close } = await openApplication()
  t.teardown(close)
  const page = await get(server, '/organisations', html)
  t.equal(page.status, 200)
  t.match(page.text, /Rien n’est encore enregistré/)
  t.match(page.text, /import --sample/)
})
