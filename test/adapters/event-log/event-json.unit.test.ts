import t from 'tap'
import { asciiJson, departureFromJson } from '#adapters/event-log/event-json.js'

t.test('JSON is written in ASCII only, and means the same', (t) => {
  const data = { clé: 'cœur 🌱 \u2028', lone: '\ud83c', plain: 'a"\\\n' }
  const text = asciiJson(data)
  t.equal(text, String.raw`{"cl\u00e9":"c\u0153ur \ud83c\udf31 \u2028","lone":"\ud83c","plain":"a\"\\\n"}`)
  t.strictSame(JSON.parse(text), data)
  t.end()
})

const departures: readonly (readonly [unknown, string | undefined])[] = [
  [{ a: [1, 'b', null, { c: true }] }, undefined],
  [Object.assign(Object.create(null) as object, { a: 1 }), undefined],
  [{ period: { end: undefined } }, '.period.end is undefined'],
  [{ list: [1, Number.NaN] }, '.list[1] is NaN'],
  [{ big: 1n }, '.big is a bigint'],
  [{ when: new Date(0) }, '.when is no plain object'],
  [{ call: () => 1 }, '.call is a function'],
  [{ holes: Array(2) }, '.holes[0] is undefined'],
]
for (const [index, [value, departure]] of departures.entries()) {
  t.test(`what is not JSON is named by its place: ${departure ?? `nothing in sample ${index}`}`, (t) => {
    t.equal(departureFromJson(value), departure)
    t.end()
  })
}
