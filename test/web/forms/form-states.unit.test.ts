import t from 'tap'
import { formStatesInMemory } from '#src/web/forms/form-states.js'

t.test('what is kept is found under its key, by its own form only', async (t) => {
  const states = formStatesInMemory()
  const key = await states.keep('/a', { typed: { name: ['Rennes'] } })
  t.strictSame(await states.find('/a', key), { typed: { name: ['Rennes'] } })
  t.strictSame(await states.find('/a', key), { typed: { name: ['Rennes'] } }, 'as often as one comes back')
  t.equal(await states.find('/b', key), undefined)
  t.equal(await states.find('/a', 'guessed'), undefined)
  t.not(await states.keep('/a', {}), key)
})

t.test('what is forgotten is gone', async (t) => {
  const states = formStatesInMemory()
  const key = await states.keep('/a', {})
  await states.forget('/a', key)
  t.equal(await states.find('/a', key), undefined)
})

t.test('nothing is kept beyond its time', async (t) => {
  let now = 1_000
  const states = formStatesInMemory({ milliseconds: 60, now: () => now })
  const key = await states.keep('/a', {})
  now += 60
  t.strictSame(await states.find('/a', key), {})
  now += 1
  t.equal(await states.find('/a', key), undefined)
})

t.test('the memory is bounded: what was used longest ago goes first', async (t) => {
  const few = formStatesInMemory({ states: 2 })
  const [first, second] = [await few.keep('/a', { of: 1 }), await few.keep('/a', { of: 2 })]
  await few.find('/a', first)
  await few.keep('/a', { of: 3 })
  t.strictSame(await few.find('/a', first), { of: 1 })
  t.equal(await few.find('/a', second), undefined)

  const small = formStatesInMemory({ characters: 20 })
  const early = await small.keep('/a', { text: 'abc' })
  const late = await small.keep('/a', { text: 'def' })
  t.equal(await small.find('/a', early), undefined)
  t.strictSame(await small.find('/a', late), { text: 'def' })
})
