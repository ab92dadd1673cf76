import t from 'tap'
import { onceForEach } from '#domain/kernel/once-for-each.js'

t.test(
  'what was worked out of a view is not worked out again, and another view is another matter',
  async (t) => {
    const asked: (readonly number[])[] = []
    const sum = onceForEach((numbers: readonly number[]) => {
      asked.push(numbers)
      return numbers.reduce((one, other) => one + other, 0)
    })
    const [first, second] = [
      [1, 2],
      [1, 2, 3],
    ]
    t.strictSame([sum(first), sum(second), sum(first)], [3, 6, 3])
    t.strictSame(asked, [first, second])
  },
)

t.test('nothing is a result too', async (t) => {
  const asked: object[] = []
  const nothing = onceForEach((view: object): number | undefined => {
    asked.push(view)
    return undefined
  })
  const view = {}
  t.strictSame([nothing(view), nothing(view)], [undefined, undefined])
  t.equal(asked.length, 1)
})
