import t from 'tap'
import { day } from '#domain/time/day.js'
import { organisationsCsv } from '#projections/exported/organisations-table.js'
import type { ListedOrganisation } from '#projections/asked/finding/listed-organisation.js'
import { aRow } from '#test/projections/kept/registry/registry-rows.js'

const listed: ListedOrganisation = {
  ...aRow('x', { name: '=HYPERLINK("http://x"; "Région")', aliases: ['+33', 'B;b'], kind: 'metropole' }),
  region: '11',
  predecessors: [],
  member: 'to-renew',
  news: { recordedAt: 0, happened: { earliest: day(15_000), latest: day(15_030) } },
  standing: {
    position: { code: 'curieux', labels: { fr: 'curieux', en: 'curious' } },
    state: 'stale',
    since: day(16_000),
    began: { earliest: day(16_000), latest: day(16_000) },
  },
}

t.test('for programs: codes, and every cell as it is', (t) => {
  const [head = '', row = ''] = organisationsCsv([listed], 'open').trimEnd().split('\n')
  t.equal(head.split(',').length, 17)
  t.equal(
    row,
    'x,"=HYPERLINK(""http://x""; ""Région"")",,+33 | B;b,metropole,11,,,,to-renew,2011-01-26,2011-02-25,false,curieux,stale,2013-10-22,',
  )
  t.end()
})

t.test('for a spreadsheet: words, and nothing that it would take for a formula', (t) => {
  const text = organisationsCsv([listed], 'french')
  t.equal(text.charCodeAt(0), 0xfeff, 'a byte order mark, for the accents')
  const row = text.split('\r\n')[1]
  t.equal(
    row,
    `x;"'=HYPERLINK(""http://x""; ""Région"")";;"'+33 | B;b";métropole;Île-de-France;;;;à renouveler;2011-01-26;2011-02-25;non;curieux;à confirmer;2013-10-22;`,
  )
  t.end()
})

t.test('who has ended has no position, and where nothing is observed that is said', (t) => {
  const { standing: _standing, ...ended } = listed
  const began = { earliest: day(0), latest: day(0) }
  const none = { ...listed, standing: { state: 'none' as const, since: day(0), began } }
  const positions = organisationsCsv([{ ...ended, end: {} }, none], 'open')
    .trimEnd()
    .split('\n')
    .map((row) => row.split(',').slice(-5).join(','))
  t.strictSame(positions, ['ended,position,state,since,surely', 'true,,,,', 'false,none,,,'])
  t.end()
})
