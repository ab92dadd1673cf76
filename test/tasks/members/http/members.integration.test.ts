import { parse } from 'csv-parse/sync'
import t from 'tap'
import { z } from 'zod'
import { MembersAnswer } from '#src/tasks/members/use-cases/answer-members.js'
import { get } from '#test/support/call.js'
import { isProblem } from '#test/support/is-problem.js'
import { openApplication } from '#test/support/open-application.js'

const opened = await openApplication({ sample: true })
const { server } = opened
t.teardown(() => opened.close())

const ask = async (query: string): Promise<MembersAnswer> => {
  const { status, json, text } = await get(server, `/v1/members${query}`)
  t.equal(status, 200, text)
  return MembersAnswer.parse(json)
}

t.test('the nine regions of 2014, whom to ask in 2015, and what is not known after', async (t) => {
  const counts = async (year: number) => {
    const { results } = await ask(`?year=${year}`)
    return [results.member, results.perhaps, results.toRenew, results.lapsed]
  }
  t.strictSame(await counts(2014), [9, 0, 0, 0])
  t.strictSame(await counts(2015), [0, 0, 9, 0])
  t.strictSame(await counts(2016), [0, 0, 0, 9])
  t.equal((await ask('')).year, 2026, 'this year by default')
  const { members, withoutMembership } = await ask('?year=2016')
  t.match(
    members.find(({ organisation }) => organisation.id === 'region-bourgogne'),
    { because: 'organisation-ended', heirs: [{ id: 'region-bourgogne-franche-comte' }] },
  )
  t.strictSame(
    withoutMembership?.map(({ organisation }) => organisation.id),
    ['mulhouse-alsace-agglomeration', 'ville-de-mulhouse', 'ville-de-paris'],
  )
})

t.test('the list of organisations knows the same members of this year, state by state', async (t) => {
  const { members } = await ask('?year=2026')
  t.equal(members.length, 9)
  for (const state of ['member', 'perhaps', 'to-renew', 'lapsed'] as const) {
    const { json } = await get(server, `/v1/organisations?member=${state}`)
    const { organisations } = z.object({ organisations: z.array(z.object({ id: z.string() })) }).parse(json)
    const listed = members.filter((member) => member.state === state)
    t.strictSame(
      organisations.map(({ id }) => id),
      listed.map(({ organisation }) => organisation.id),
      state,
    )
  }
})

t.test('another association, with its target beside its results', async (t) => {
  const { association, results, targets, associations, withoutMembership } = await ask(
    '?year=2014&association=re_acteur_public',
  )
  t.equal(association.labels.fr, 'Re•acteur Public')
  t.strictSame(
    [results.member, targets.map(({ stepId }) => stepId), withoutMembership],
    [11, ['histoire.h099'], null],
  )
  t.strictSame(
    associations.map(({ code, organisations }) => [code, organisations]),
    [
      ['adhesion', 9],
      ['re_acteur_public', 11],
    ],
  )
})

t.test('as a table for programs and for spreadsheets', async (t) => {
  const open = await get(server, '/v1/members.csv?year=2014')
  t.equal(open.headers['content-type'], 'text/csv; charset=utf-8')
  t.strictSame(open.text.split('\n').slice(0, 2), [
    'organisation,name,kind,year,state,because,known_from,known_until,amount_eur_min,amount_eur_max,payer,tier,rights_used,research_action_steps',
    'region-aquitaine,Région Aquitaine,region,2014,member,,2012,2014,,,,,,',
  ])
  t.equal(open.text.trimEnd().split('\n').length, 10)
  const french = await get(server, '/v1/members.csv?year=2016&profile=french')
  t.ok(french.text.startsWith('\ufeffIdentifiant;Organisation;Type;Année;Adhésion;'))
  const rows: readonly (readonly string[])[] = parse(french.text, { bom: true, delimiter: ';' })
  t.equal(rows.length, 1 + 9 + 3, 'a header, nine former members, three without membership; all of one width')
  t.strictSame(rows.at(-1)?.slice(0, 6), [
    'ville-de-paris',
    'Ville de Paris',
    'commune',
    '2016',
    'sans adhésion connue',
    'Aucune adhésion connue, ni en 2016 ni avant.',
  ])
})

t.test('a year that is none is refused', async (t) => {
  for (const query of ['?year=89', '?year=x', '?annee=2014'])
    isProblem(t, await get(server, `/v1/members${query}`), { status: 400, code: 'invalid-input' })
})
