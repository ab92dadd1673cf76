import t from 'tap'
import type { ChangesAnswer } from '#src/tasks/telling/use-cases/explain-changes.js'
import { get } from '#test/support/call.js'
import { isProblem } from '#test/support/is-problem.js'
import { openApplication } from '#test/support/open-application.js'

const opened = await openApplication({ sample: true })
const { server } = opened
t.teardown(() => opened.close())

const champagne = '/v1/organisations/region-champagne-ardenne/changes'
const changes = async (query: string): Promise<ChangesAnswer> => {
  const { status, json, text } = await get(server, `${champagne}?${query}`)
  t.equal(status, 200, text)
  return json as ChangesAnswer
}
const causes = ({ parts }: ChangesAnswer) =>
  parts.filter(({ differences }) => differences.length > 0).map(({ cause }) => cause)

t.test('between two days the organisation changed, by facts that are named', async (t) => {
  const view = await changes('fromAsOf=2011-06-01&toAsOf=2015-11-26')
  t.strictSame(causes(view), ['organisation'])
  t.match(view, { changed: true, from: { asOf: '2011-06-01' }, to: { asOf: '2015-11-26' } })
  const [, , organisation] = view.parts
  t.match(organisation.because, [{ type: 'happened', days: [/^\d{4}-\d\d-\d\d$/] }])
  t.ok(organisation.because.every(({ events, paths }) => events.length > 0 && paths.length > 0))
  t.ok(
    organisation.because.every(({ days }) => days.every((day) => day > '2011-06-01' && day <= '2015-11-26')),
  )
  t.match(
    organisation.sentence.fr,
    /^Parce que l’organisation a changé : la position passe de « .+ » à « .+ »\./,
  )
  t.match(
    organisation.sentence.en,
    /^Because the organisation changed: the position goes from “.+” to “.+”\./,
  )
})

t.test('between two moments of knowledge only what is known changed', async (t) => {
  const view = await changes('fromKnownAt=2020-01-01&toAsOf=2015-11-26&fromAsOf=2015-11-26')
  t.strictSame(causes(view), ['knowledge'])
  const [knowledge] = view.parts
  t.ok(knowledge.because.length > 3)
  t.match(knowledge.because.at(-1)?.sentence.fr, /^(Consigné|La fin|Une succession)/)
  const backwards = await changes('toAsOf=2015-11-26&fromKnownAt=2026-07-01&toKnownAt=2020-01-01')
  t.match(backwards.parts[0].because.at(-1)?.sentence.fr, /^Pas encore connu : /)
})

t.test(
  'nothing moved, nothing changed; across a succession the organisation ends and does not fall',
  async (t) => {
    const same = await changes('')
    t.match(same, { changed: false, sentence: { fr: 'Rien n’a changé.', en: 'Nothing has changed.' } })
    const view = await changes('fromAsOf=2015-12-31&toAsOf=2016-06-01')
    t.strictSame(
      view.differences.map(({ of }) => of),
      ['period'],
    )
    t.match(view.parts[2].because, [
      {
        type: 'end',
        days: ['2016-01-01'],
        sentence: { fr: 'Le 1er janvier 2016 : l’organisation a laissé place à une autre.' },
      },
    ])
  },
)

t.test('an unknown model, organisation or field is refused', async (t) => {
  isProblem(t, await get(server, `${champagne}?fromModel=ailleurs`), { status: 404, code: 'model-unknown' })
  isProblem(t, await get(server, '/v1/organisations/atlantide/changes'), {
    status: 404,
    code: 'organisation-unknown',
  })
  isProblem(t, await get(server, `${champagne}?from=2012`), { status: 400, code: 'invalid-input' })
})
