import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import { z } from 'zod'
import { stageOfEventType, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import { EventId } from '#domain/kernel/identifiers.js'
import { schemaOfKind } from '#domain/steps/step-event.js'
import type { Fact } from '#domain/steps/fact.js'
import type { TypedForm } from '#src/web/forms/typed-form.js'
import { correctionOf, factAsSeen, onNewerVersion } from '#src/tasks/amending/pages/correction.js'
import { changedFields, shownFields, typedOfFact } from '#src/tasks/amending/pages/fact-in-form.js'
import { corrected, eventId, eventsTold, fact, registered } from '#test/support/histories.js'

const folder = new URL('../../../../../test/domain/log/frozen/', import.meta.url)
const Frozen = z.looseObject({ type: z.string(), data: z.record(z.string(), z.unknown()) })

/** A fact with every field and attribute of its kind, one a kind and stage. */
const examples = readdirSync(folder).flatMap((name): readonly (readonly [string, KindCode, Fact])[] => {
  const { type, data } = Frozen.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  const kind = stageOfEventType(type)?.kind.code
  return kind === undefined ? [] : [[type, kind, schemaOfKind(kind).parse(data)]]
})

t.test('a fact in its form, sent back untouched, changes nothing: of every kind, in both languages', (t) => {
  t.ok(examples.length > 80)
  for (const [type, kind, told] of examples) {
    for (const language of ['fr', 'en'] as const) {
      const typed = typedOfFact(kind, told, language)
      t.strictSame(correctionOf(kind, typed, typed), { read: true, changes: {} }, `${type} ${language}`)
      t.strictSame(correctionOf(kind, {}, typed).read, true, `${type}: all of it can be read`)
    }
    t.strictSame(changedFields(kind, told, told), [])
    const values = shownFields(kind, told).flatMap(({ value }) => [value.fr, value.en])
    t.notMatch(values.join(' '), /undefined|\[object/, type)
  }
  t.end()
})

const seminar = schemaOfKind('seminar').parse({
  stepId: 's',
  role: 'lead',
  occurred: '2024-03~',
  title: 'Un titre',
  note: 'une\nnote',
  attributes: { participants: 20, audience: ['agents'] },
  cost: { min: 5, max: 9 },
})
const first = typedOfFact('seminar', seminar, 'fr')
const changesOf = (typed: TypedForm) => correctionOf('seminar', first, { ...first, ...typed })

t.test('only what was changed is corrected', (t) => {
  for (const [typed, changes] of [
    [{ when: ['printemps 2024'] }, { occurred: '2024-21', within: null }],
    [{ when: ['entre mars et juin 2024'] }, { occurred: null, within: '2024-03/2024-06' }],
    [{ when: [''] }, { occurred: null, within: null }],
    [{ title: [''] }, { title: null }],
    [{ note: ['une\r\nnote'] }, {}],
    [{ 'attributes.participants': ['30~'] }, { attributes: { participants: '30~' } }],
    [{ 'attributes.audience': ['agents', 'elected'] }, { attributes: { audience: ['agents', 'elected'] } }],
    [{ 'attributes.participants': [''], 'attributes.audience': [] }, { attributes: null }],
    [{ 'cost.max': ['12'] }, { cost: { max: 12 } }],
    [{ role: ['host'] }, { role: 'host' }],
  ] as const) {
    t.strictSame(changesOf(typed), { read: true, changes }, JSON.stringify(typed))
  }
  t.match(changesOf({ when: ['hier'], role: [''] }), { read: false, faults: { when: {}, role: {} } })
  t.end()
})

t.test('in whatever order a page sends them, the same codes and steps are the same', (t) => {
  const told = schemaOfKind('seminar').parse({
    stepId: 's',
    role: 'lead',
    follows: ['lab-2', 'ailleurs.1'],
    attributes: { audience: ['public', 'agents'] },
  })
  const typed = typedOfFact('seminar', told, 'fr')
  const sent = {
    ...typed,
    follows: ['lab-2'],
    'follows.others': ['ailleurs.1'],
    'attributes.audience': ['agents', 'public'],
  }
  t.strictSame(correctionOf('seminar', typed, sent), { read: true, changes: {} })
  t.end()
})

t.test('a window that reads as a date is left as it is until it is touched', (t) => {
  const within = schemaOfKind('seminar').parse({ stepId: 's', role: 'lead', within: '2012/2012' })
  const typed = typedOfFact('seminar', within, 'fr')
  t.strictSame(typed['when'], ['en 2012'])
  t.strictSame(correctionOf('seminar', typed, typed), { read: true, changes: {} })
  t.strictSame(correctionOf('seminar', typed, { ...typed, when: ['2013'] }), {
    read: true,
    changes: { occurred: '2013', within: null },
  })
  t.end()
})

t.test('when the record moved: what was typed stays, what was not touched follows', (t) => {
  const events = eventsTold(
    registered(),
    fact('seminar', 'happened', { title: 'Un titre', place: 'Rennes' }),
    corrected(2, { title: 'Un autre titre', place: null }),
  )
  const id = EventId.parse(eventId(2))
  const [seen, now] = [factAsSeen(events, 1, id), factAsSeen(events, 2, id)]
  t.strictSame([seen?.fact.title, now?.fact.title], ['Un titre', 'Un autre titre'])
  t.equal(factAsSeen(events, 0, id), undefined)
  const [was, is] = [seen, now].map((each) => typedOfFact('seminar', each?.fact ?? seminar, 'fr'))
  t.match(onNewerVersion({ ...was, place: ['Brest'] }, was ?? {}, is ?? {}), {
    title: ['Un autre titre'],
    place: ['Brest'],
  })
  t.end()
})
