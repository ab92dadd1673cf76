import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { patchBetween, patched, sameContent } from '#domain/kernel/merge-patch.js'
import { holds } from '#test/support/holds.js'

/** RFC 7396, appendix A: those whose original and patch are objects, as contents and corrections are. */
const cases: readonly (readonly [original: string, patch: string, result: string])[] = [
  ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
  ['{"a":"b"}', '{"a":null}', '{}'],
  ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
  ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
  ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
  ['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
  ['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
  ['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
]

type Content = Readonly<Record<string, unknown>>

for (const [original, patch, result] of cases) {
  t.test(`${original} + ${patch}`, (t) => {
    const [content, change] = [JSON.parse(original) as Content, JSON.parse(patch) as Content]
    t.strictSame(patched(content, change), JSON.parse(result))
    t.strictSame([content, change], [JSON.parse(original), JSON.parse(patch)], 'neither is changed')
    t.end()
  })
}

t.test('a field named like a part of every object is a field', (t) => {
  const patch = JSON.parse('{"__proto__":{"a":1},"constructor":2}') as Content
  t.equal(JSON.stringify(patched({}, patch)), '{"__proto__":{"a":1},"constructor":2}')
  t.equal(JSON.stringify(patchBetween({}, patch)), '{"__proto__":{"a":1},"constructor":2}')
  t.equal(sameContent({}, patch), false)
  t.end()
})

/** Contents of events: JSON objects in which unknown is absent, never null. */
const { content } = fc.letrec<{ content: Content; value: unknown }>((tie) => ({
  content: fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'toString'), tie('value'), {
    noNullPrototype: true,
  }),
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(0, 1, 'un', '', true, false),
    fc.array(fc.constantFrom(1, 2, 'un'), { maxLength: 2 }),
    fc.array(fc.record({ a: fc.nat(2) }, { noNullPrototype: true }), { maxLength: 2 }),
    tie('content'),
  ),
}))

t.test('the patch between two contents turns one into the other', (t) => {
  const property = fc.property(content, content, (from, to) => {
    const patch = patchBetween(from, to)
    assert.deepEqual(patched(from, patch), to)
    assert.equal(sameContent(patched(from, patch), to), true)
    assert.equal(sameContent(from, to), Object.keys(patch).length === 0)
  })
  holds(t, property, 1000)
  t.end()
})

t.test('the patch is the smallest: without any of its fields it does not suffice', (t) => {
  const property = fc.property(content, content, (from, to) => {
    const patch = patchBetween(from, to)
    for (const left of Object.keys(patch)) {
      const rest = Object.fromEntries(Object.entries(patch).filter(([key]) => key !== left))
      assert.equal(sameContent(patched(from, rest), to), false)
    }
  })
  holds(t, property, 500)
  t.end()
})

t.test('the order of fields and absent values do not matter to a content', (t) => {
  t.ok(sameContent({ a: 1, b: { c: [1, { d: 2 }] } }, { b: { c: [1, { d: 2 }], e: undefined }, a: 1 }))
  t.notOk(sameContent({ a: [1, 2] }, { a: [2, 1] }))
  t.notOk(sameContent({ a: [1] }, { a: [1, 2] }))
  t.notOk(sameContent({ a: {} }, { a: [] }))
  t.notOk(sameContent({ a: '1' }, { a: 1 }))
  t.end()
})
