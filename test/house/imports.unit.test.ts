import { ESLint } from 'eslint'
import t from 'tap'
import tseslint from 'typescript-eslint'

/** The project's own rules without those that need types: they judge snippets that lie in no file. */
const house = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] })

const rulesBroken = async (file: string, code: string): Promise<readonly (string | null)[]> => {
  const [result] = await house.lintText(`${code}\n`, { filePath: file })
  const messages = result?.messages ?? []
  return [...new Set(messages.map(({ ruleId, message }) => ruleId ?? message))].filter((rule) =>
    rule.startsWith('no-restricted'),
  )
}

const upwards: readonly (readonly [file: string, from: string])[] = [
  ['domain/steps/x.ts', '#projections/kept/registry/view.js'],
  ['domain/steps/x.ts', '#adapters/event-log/memory.js'],
  ['domain/steps/x.ts', '#src/handling/writing/handle-command.js'],
  ['domain/steps/x.ts', '#test/support/property.js'],
  ['domain/steps/x.ts', '../../projections/kept/view.js'],
  ['domain/steps/x.ts', '../../adapters/event-log/memory.js'],
  ['domain/x.ts', '../src/main.js'],
  ['domain/steps/x.ts', './../../src/main.js'],
  ['domain/steps/x.ts', '../steps/../../adapters/event-log/memory.js'],
  ['projections/kept/x.ts', '#adapters/read-store/store.js'],
  ['projections/kept/x.ts', '../../src/main.js'],
  ['adapters/event-log/x.ts', '#src/config.js'],
  ['adapters/event-log/x.ts', '../../src/config.js'],
  ['adapters/event-log/x.ts', '#test/support/property.js'],
  ['src/http/x.ts', '#test/support/property.js'],
]

/** What no route, page or command may reach: it stands behind the door. */
const behindTheDoor: readonly (readonly [file: string, code: string])[] = [
  ['src/tasks/telling/http/x.ts', "import { open } from '#adapters/event-log/sqlite/sqlite-event-log.js'"],
  ['src/tasks/telling/pages/x.tsx', "import type { EventLog } from '#domain/ports/event-log.js'"],
  ['src/tasks/telling/cli/x.ts', "import type { ReadStore } from '#domain/ports/read-store.js'"],
  ['src/tasks/telling/http/x.ts', "import { readLineage } from '#src/handling/reading/read-lineage.js'"],
  ['src/tasks/telling/task.ts', "import { openHouse } from '#src/composition/open-house.js'"],
  ['src/web/forms/x.ts', "import type { House } from '#src/handling/house.js'"],
  ['src/cli/x.ts', "import { openTrajectoires } from '#src/composition/trajectoires.js'"],
  ['src/tasks/telling/pages/x.tsx', "import { words } from '#src/tasks/recording/pages/record-words.js'"],
  ['src/tasks/telling/http/x.ts', "import { route } from '#src/tasks/recording/http/steps.js'"],
]

for (const [file, code] of behindTheDoor) {
  t.test(`${file} may not say: ${code}`, async (t) => {
    t.strictSame(await rulesBroken(file, code), ['no-restricted-imports'])
  })
}

t.test('in front of the door one speaks of positions, and calls the use cases', async (t) => {
  const code = [
    "import type { Position, Revision } from '#domain/ports/event-log.js'",
    "import type { Recording } from '#src/tasks/recording/use-cases/recording.js'",
    "import { page } from '#src/tasks/telling/pages/page.js'",
    'export const a = (position: Position, revision: Revision, recording: Recording) => [position, revision, recording, page]',
  ].join('\n')
  t.strictSame(await rulesBroken('src/tasks/telling/pages/x.tsx', code), [])
})

for (const [file, from] of upwards) {
  t.test(`${file} may not import ${from}`, async (t) => {
    t.strictSame(await rulesBroken(file, `import { a } from '${from}'`), ['no-restricted-imports'])
    t.strictSame(await rulesBroken(file, `import type { A } from '${from}'`), ['no-restricted-imports'])
    t.strictSame(await rulesBroken(file, `export { a } from '${from}'`), ['no-restricted-imports'])
    t.strictSame(await rulesBroken(file, `export * from '${from}'`), ['no-restricted-imports'])
  })
}

const downwards: readonly (readonly [file: string, from: string])[] = [
  ['domain/steps/x.ts', '#domain/time/day.js'],
  ['domain/steps/x.ts', './kind.js'],
  ['domain/steps/catalogue/x.ts', '../kind.js'],
  ['domain/steps/x.ts', 'zod'],
  ['domain/steps/x.ts', 'ts-pattern'],
  ['domain/steps/x.ts', 'canonicalize'],
  ['projections/kept/x.ts', 'sorted-btree'],
  ['projections/kept/x.ts', '#domain/time/day.js'],
  ['adapters/event-log/x.ts', '#projections/kept/registry/view.js'],
  ['adapters/event-log/x.ts', 'better-sqlite3'],
  ['adapters/event-log/x.ts', 'node:fs'],
  ['src/composition/x.ts', '#adapters/event-log/memory.js'],
  ['src/http/x.ts', 'fastify'],
  ['test/domain/x.ts', '#src/main.js'],
]

for (const [file, from] of downwards) {
  t.test(`${file} may import ${from}`, async (t) => {
    t.strictSame(await rulesBroken(file, `import { a } from '${from}'\nexport const b = a`), [])
  })
}

/** What a pure floor may not reach, and the rule that says so. */
const impure: readonly (readonly [code: string, rule: string])[] = [
  ['export const now = Date.now()', 'no-restricted-properties'],
  ["export const now = Date['now']()", 'no-restricted-properties'],
  ['export const { now } = Date', 'no-restricted-properties'],
  ['export const today = new Date()', 'no-restricted-syntax'],
  ['export const today = new Date', 'no-restricted-syntax'],
  ['export const today = Date()', 'no-restricted-syntax'],
  ['export const chance = Math.random()', 'no-restricted-properties'],
  ["export const home = process.env['HOME']", 'no-restricted-globals'],
  ['export const later = setTimeout(() => 1, 1)', 'no-restricted-globals'],
  ['export const later = setInterval(() => 1, 1)', 'no-restricted-globals'],
  ['export const later = setImmediate(() => 1)', 'no-restricted-globals'],
  ['export const later = queueMicrotask(() => 1)', 'no-restricted-globals'],
  ["export const page = fetch('https://example.org')", 'no-restricted-globals'],
  ["export const socket = new WebSocket('wss://example.org')", 'no-restricted-globals'],
  ['export const id = crypto.randomUUID()', 'no-restricted-globals'],
  ['export const now = performance.now()', 'no-restricted-globals'],
  ["console.log('x')", 'no-restricted-globals'],
  ['export const now = globalThis', 'no-restricted-globals'],
  ['export const now = global', 'no-restricted-globals'],
  ["import { readFileSync } from 'node:fs'\nexport const read = readFileSync", 'no-restricted-imports'],
  ["import { readFileSync } from 'fs'\nexport const read = readFileSync", 'no-restricted-imports'],
  ["import fastify from 'fastify'\nexport const app = fastify", 'no-restricted-imports'],
  ["export const read = import('node:fs')", 'no-restricted-syntax'],
  ["export const up = import('#adapters/event-log/memory.js')", 'no-restricted-syntax'],
  ["export const read = require('node:fs')", 'no-restricted-globals'],
]

for (const floor of ['domain', 'projections']) {
  for (const [code, rule] of impure) {
    t.test(`${floor}/ may not say: ${code.split('\n')[0] ?? ''}`, async (t) => {
      t.strictSame(await rulesBroken(`${floor}/some/x.ts`, code), [rule])
    })
  }

  t.test(`${floor}/ computes with what it is given`, async (t) => {
    const code = [
      'export const moment = (at: number) => new Date(at).toISOString()',
      'export const utc = Date.UTC(2012, 2, 15)',
      'export const larger = Math.max(1, 2)',
    ].join('\n')
    t.strictSame(await rulesBroken(`${floor}/some/x.ts`, code), [])
  })
}

t.test('the outer floors have clocks, files and settings', async (t) => {
  for (const floor of ['adapters', 'src']) {
    for (const [code] of impure.filter(([, rule]) => rule !== 'no-restricted-syntax')) {
      t.strictSame(await rulesBroken(`${floor}/some/x.ts`, code), [], code)
    }
  }
})
