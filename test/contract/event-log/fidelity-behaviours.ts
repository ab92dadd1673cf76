import fc from 'fast-check'
import { type JsonObject } from '#domain/kernel/json.js'
import { type NewEvent } from '#domain/ports/event-log.js'
import { propertyRuns } from '#test/support/property.js'
import { anEvent, append, newStream, readBehind, type Behaviour } from './contract-world.js'

const nested = (depth: number): JsonObject => {
  let value: JsonObject = { depth: 0 }
  for (let level = 1; level <= depth; level += 1) value = { depth: level, inner: [value] }
  return value
}

const samples: readonly (readonly [string, JsonObject])[] = [
  ['no member at all', {}],
  ['accents and ligatures', { text: 'La 27ᵉ Région, cœur d’Île-de-France, «naïveté»' }],
  ['composed and decomposed accents, kept apart', { composed: '\u00e9', decomposed: 'e\u0301' }],
  ['emoji and characters beyond two bytes', { text: '🌱👩🏽‍💻🇫🇷 𝒯𝓇𝒶𝒿𝑒𝒸𝓉ℴ𝒾𝓇ℯ𝓈' }],
  ['line and paragraph separators', { text: 'a\u2028b\u2029c\r\nd\te' }],
  ['quotes and backslashes', { text: `"'\\"\\\\ \\u0041 \\n`, '"key"': '\\' }],
  ['NUL and other control characters', { text: 'a\u0000b\u0001\u001f\u007f\u0080', '\u0000': '\u0000' }],
  ['lone surrogates', { high: 'a\ud83cb', low: '\udf31', reversed: '\udf31\ud83c' }],
  ['byte order mark and non-characters', { text: '\ufeffa\ufffe\uffff\ufffd' }],
  ['what looks like JSON and SQL', { text: '],[{"a":1}', sql: "'; DROP TABLE events; --", page: '}]' }],
  [
    'large and small numbers',
    { max: Number.MAX_SAFE_INTEGER, min: Number.MIN_SAFE_INTEGER, huge: 1.7976931348623157e308 },
  ],
  ['fractions', { tiny: 5e-324, sum: 0.1 + 0.2, third: 1 / 3, negative: -1.5e-7 }],
  [
    'integers beyond the safe ones, as JavaScript holds them',
    { text: 2 ** 53 + 2, big: 123456789012345680000 },
  ],
  ['empty strings, keys, arrays and objects', { '': '', list: [], object: {}, lists: [[], [[]], [{}]] }],
  ['null, true and false', { nothing: null, yes: true, no: false, mixed: [null, true, 0, '', false] }],
  ['deep nesting', nested(100)],
  ['keys named like parts of an object', { constructor: 1, toString: 2, hasOwnProperty: 3, length: 4 }],
  ['numbers as text', { siren: '005520135', float: '1e3' }],
  ['a long text', { text: 'é'.repeat(100_000) }],
  ['many members', Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`key-${index}`, index]))],
]

export const fidelityBehaviours = (behaviour: Behaviour): void => {
  for (const [name, data] of samples) {
    behaviour(`data comes back unchanged: ${name}`, async (t, { log }) => {
      const stream = newStream()
      const start = await log.head()
      await append(log, stream, [anEvent(data), anEvent({ after: true })])
      const read = await log.readStream(stream)
      t.strictSame(
        read.map((event) => event.data),
        [data, { after: true }],
      )
      t.strictSame(await readBehind(log, start), read)
    })
  }

  behaviour('a key named __proto__ stays a key', async (t, { log }) => {
    const stream = newStream()
    const text = '{"__proto__":{"polluted":true},"a":1}'
    await append(log, stream, [anEvent(JSON.parse(text) as JsonObject)])
    t.strictSame(
      (await log.readStream(stream)).map(({ data }) => JSON.stringify(data)),
      [text],
    )
  })

  behaviour('the order of keys is kept', async (t, { log }) => {
    const stream = newStream()
    await append(log, stream, [anEvent({ z: 1, a: 2, m: { y: 1, b: 2 } })])
    t.strictSame(
      (await log.readStream(stream)).map(({ data }) => JSON.stringify(data)),
      ['{"z":1,"a":2,"m":{"y":1,"b":2}}'],
    )
  })

  behaviour('any JSON comes back unchanged', async (t, { log }) => {
    const json = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' }), {
      noNullPrototype: true,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(json, { minLength: 1, maxLength: 5 }), async (values) => {
        const given = values.map((value) => JSON.parse(JSON.stringify(value)) as JsonObject)
        const stream = newStream()
        await append(
          log,
          stream,
          given.map((data) => anEvent(data)),
        )
        const read = (await log.readStream(stream)).map(({ data }) => data)
        return JSON.stringify(read) === JSON.stringify(given)
      }),
      propertyRuns(50),
    )
    t.pass('every sample came back')
  })

  behaviour('metadata comes back unchanged, whatever its characters', async (t, { log }) => {
    const stream = newStream()
    const metadata = { ...anEvent().metadata, correlationId: 'été \u2028 🌱 "', causationId: '\ud83c' }
    await append(log, stream, [{ ...anEvent(), metadata }])
    t.strictSame(
      (await log.readStream(stream)).map((event) => event.metadata),
      [metadata],
    )
  })

  behaviour('what the writer does to his objects later does not reach the log', async (t, { log }) => {
    const stream = newStream()
    const data = { list: [1, 2], inner: { word: 'before' } }
    const appended = append(log, stream, [anEvent(data)])
    data.list.push(3)
    data.inner.word = 'after'
    await appended
    t.strictSame(
      (await log.readStream(stream)).map((event) => event.data),
      [{ list: [1, 2], inner: { word: 'before' } }],
    )
  })

  behaviour('what a reader does to his objects does not reach the next one', async (t, { log }) => {
    const stream = newStream()
    await append(log, stream, [anEvent({ word: 'before' })])
    const [read] = await log.readStream(stream)
    Object.assign(read?.data ?? {}, { word: 'after' })
    t.strictSame(
      (await log.readStream(stream)).map((event) => event.data),
      [{ word: 'before' }],
    )
  })

  behaviour('events of very different sizes are read in one go', async (t, { log }) => {
    const stream = newStream()
    const given: NewEvent[] = Array.from({ length: 40 }, (_, index) =>
      anEvent({ text: 'x'.repeat(index % 10 === 0 ? 90_000 : index) }),
    )
    for (const event of given) await append(log, stream, [event])
    t.strictSame(
      (await log.readStream(stream)).map(({ data }) => JSON.stringify(data).length),
      given.map(({ data }) => JSON.stringify(data).length),
    )
  })
}
