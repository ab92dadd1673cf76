import { readFileSync } from 'node:fs'
import t from 'tap'
import { CRITERION_FORMS } from '#domain/maturity/model/model.js'
import { checkModelText } from '#src/tasks/models/use-cases/check-model.js'

const page = readFileSync(new URL('../../../docs/ecrire-un-modele.md', import.meta.url), 'utf8')

/** The code blocks of the page: their language, what is said of them, and their text. */
const blocks = [...page.matchAll(/^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', about = '', text = '']) => ({ language, about: about.trim(), text }),
)
const json = blocks.filter(({ language }) => language === 'json')
const [example = ''] = json.filter(({ about }) => about === '').map(({ text }) => text)

t.test('the worked example is a valid model, without a warning', (t) => {
  t.equal(json.filter(({ about }) => about === '').length, 1)
  const { check } = checkModelText(example)
  t.strictSame([check.valid, check.id, check.faults, check.warnings], [true, 'mon-modele', [], []])
  t.end()
})

t.test('what the page says is refused is refused for that, in the example', (t) => {
  const refused = json.flatMap(({ about, text }) => {
    const code = /^refused (.+)$/.exec(about)?.[1]
    return code === undefined ? [] : [{ code, text }]
  })
  t.equal(refused.length, 2)
  for (const { code, text } of refused) {
    const document = JSON.parse(example) as { positions: { criterion: unknown }[] }
    document.positions = document.positions.map((position, index) =>
      index === 0 ? { ...position, criterion: JSON.parse(text) as unknown } : position,
    )
    t.strictSame(
      checkModelText(JSON.stringify(document)).check.faults.map((fault) => fault.code),
      [code],
    )
  }
  t.end()
})

t.test('every form of criterion is explained in both languages, and so is every key of the example', (t) => {
  const [french = '', english = ''] = page.split('# Writing your own maturity model')
  for (const half of [french, english]) {
    for (const form of CRITERION_FORMS) t.match(half, `"${form}"`)
    for (const word of ['within', 'fresh', 'for', 'where', 'known', 'unknownAtMost', 'inheritance', 'export'])
      t.match(half, word)
  }
  t.end()
})

t.test('the commands of the page are commands of the program', async (t) => {
  const { runTrajectoires } = await import('#src/composition/run-trajectoires.js')
  const lines = blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.trim().split('\n'))
  t.equal(lines.length, 4)
  for (const line of lines) {
    const [, ...words] = line.split(' ')
    const named = words[0] === 'model' ? words.slice(0, 2) : words.slice(0, 1)
    const printed: string[] = []
    const status = await runTrajectoires([...named, '--help'], {
      terminal: {
        print: (text) => void printed.push(text),
        complain: (text) => t.fail(text),
        interactive: false,
      },
      environment: {},
      clock: () => 0,
      ending: new AbortController().signal,
    })
    t.equal(status, 0)
    for (const option of words.filter((word) => word.startsWith('--'))) t.match(printed.join('\n'), option)
  }
})
