import { readFileSync } from 'node:fs'
import t from 'tap'
import { kinds } from '#domain/steps/catalogue/catalogue.js'
import { describeCatalogue } from '#domain/steps/catalogue/describe-catalogue.js'

const page = describeCatalogue()

t.test('the page of the documentation is the one that the catalogue gives (else: make docs)', (t) => {
  const committed = readFileSync(new URL('../../../../docs/catalogue.md', import.meta.url), 'utf8')
  t.equal(committed, page)
  t.end()
})

t.test('the page names every code, event type and attribute, in French first', (t) => {
  for (const { code, labels, events, attributes } of kinds) {
    const heading = labels.fr === labels.en ? labels.fr : `${labels.fr} · ${labels.en}`
    const section = page.split(/^###? /m).find((part) => part.startsWith(`${heading} · \`${code}\`\n\nForme`))
    t.ok(section, code)
    for (const type of Object.values(events)) t.ok(section?.includes(`\`${type}\``), type)
    for (const [name, attribute] of Object.entries(attributes)) {
      t.ok(section?.includes(`| \`${name}\` |`), name)
      for (const value of 'codes' in attribute ? Object.keys(attribute.codes) : []) {
        t.ok(section?.includes(`\`${value}\``), `${name}: ${value}`)
      }
    }
  }
  t.end()
})

t.test('the tables of the page are tables', (t) => {
  const rows = page.split('\n').filter((line) => line.startsWith('|'))
  for (const [index, row] of rows.entries()) {
    if (!row.startsWith('| --- ')) continue
    t.equal(row.split(' | ').length, rows[index - 1]?.split(' | ').length)
    t.equal(row.split(' | ').length, rows[index + 1]?.split(' | ').length)
  }
  t.notMatch(page, /undefined|\[object|``/)
  t.end()
})
