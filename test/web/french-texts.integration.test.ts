import t from 'tap'
import { sayIn } from '#src/web/layout/page-context.js'
import { openApplication } from '#test/support/open-application.js'

const opened = await openApplication({ sample: true })
t.teardown(() => opened.close())

/** A form is led to the address that names it. */
const pageIn = async (url: string, language: string): Promise<string> => {
  const headers = { accept: 'text/html' }
  const answer = await opened.server.inject({ url, cookies: { langue: language }, headers })
  const { location } = answer.headers
  return location === undefined ? answer.body : pageIn(location, language)
}

/** What is read on a page, without what was typed into fields and without tags. */
const readOn = (html: string): string =>
  html
    .replace(/<(textarea|code|pre|title|script|style)\b[^]*?<\/\1>/g, '|')
    .replace(/<[^>"]*(?:"[^"]*"[^>"]*)*>/g, '|')

t.test('no line of a French page can break before a sign of two parts or inside guillemets', async (t) => {
  for (const url of [
    '/organisations',
    '/organisations/nouvelle?cle=5f0e2f6e-27e2-4c8e-8f10-27e27e27e002',
    '/programmes',
    '/organisations/ville-de-paris/suite',
    '/organisations/region-bourgogne-franche-comte/suite',
    '/adherents?annee=2014',
  ]) {
    const text = readOn(await pageIn(url, 'fr'))
    t.match(text, /[\u00a0\u202f]/, url)
    t.strictSame(text.match(/.{0,30}(?:« | [»:;?!]).{0,20}/g) ?? [], [], url)
  }
})

t.test(
  'what somebody typed is shown as it was typed, and English has no space before its signs',
  async (t) => {
    const typed = 'Balcon des Ardennes est la 3e (« third residency in the Champagne-Ardenne region »)'
    t.ok((await pageIn('/organisations/region-champagne-ardenne', 'fr')).includes(typed))
    const english = readOn(await pageIn('/organisations/ville-de-paris/suite', 'en'))
    t.strictSame(english.match(/.{0,30}[\u00a0\u202f][:;?!].{0,20}/g) ?? [], [])
  },
)

t.test('a name or a code is no French, and stays as it is', async (t) => {
  t.equal(sayIn('fr')({ fr: 'Vrai ?', en: 'True?' }), 'Vrai\u202f?')
  t.equal(sayIn('fr')({ fr: 'Qui ?', en: 'Qui ?' }), 'Qui ?')
  t.equal(sayIn('en')({ fr: 'Vrai ?', en: 'True ?' }), 'True ?')
})
