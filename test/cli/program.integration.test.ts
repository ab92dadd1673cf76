import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openCommandLine } from '#test/support/run-command.js'

const line = openCommandLine()
t.teardown(() => line.close())

const commands = ['serve', 'import', 'record', 'trajectory', 'events', 'rebuild', 'organisations']

t.test('help names every command, and every command has its own', async (t) => {
  const { status, text, complaints } = await line.run(['--help'])
  t.strictSame([status, complaints], [0, ''])
  for (const command of commands) {
    t.match(text, new RegExp(`^  ${command}\\b`, 'm'))
    for (const asked of [
      [command, '--help'],
      [command, '-h'],
      ['help', command],
    ]) {
      const helped = await line.run(asked)
      t.strictSame([helped.status, helped.complaints], [0, ''], asked.join(' '))
      t.match(helped.printed[0], new RegExp(`^Usage : trajectoires ${command}`))
      t.match(helped.text, /affiche cette aide/)
    }
  }
})

t.test('what can’t be understood ends with 2, and says where help is', async (t) => {
  for (const typed of [
    ['dance'],
    ['trajectory'],
    ['record', 'x'],
    ['events', '--colour'],
    ['trajectory', 'x', '--as-of'],
    ['rebuild', 'everything'],
  ]) {
    const { status, text, complaints } = await line.run(typed)
    t.strictSame([status, text], [2, ''], typed.join(' '))
    t.match(complaints, /--help affiche ce qui est possible/)
  }
  const nothing = await line.run([])
  t.equal(nothing.status, 2)
  t.match(nothing.complaints, /^Usage :/)
})

t.test('settings that are wrong are named before anything is opened', async (t) => {
  for (const [environment, complaint] of [
    [{ PORT: 'http' }, /^PORT : un numéro de port/],
    [{ PORT: '65536' }, /^PORT : un numéro de port/],
    [{ PORT: '-1' }, /^PORT : un numéro de port/],
    [{ HOST: '0.0.0.0' }, /^HOST=0\.0\.0\.0 : .*boucle locale.*loopback/],
    [{ HOST: 'example.org' }, /^HOST=example\.org/],
    [{ HOST: '0.0.0.0', TRUSTED_HOSTS: ' , ' }, /^TRUSTED_HOSTS : des noms d’hôtes/],
    [{ HOST: '0.0.0.0', TRUSTED_HOSTS: '*' }, /^TRUSTED_HOSTS : des noms d’hôtes/],
    [{ TRUSTED_HOSTS: 'https://example.org' }, /^TRUSTED_HOSTS : des noms d’hôtes/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL : /],
  ] as const) {
    for (const command of [['serve'], ['events']]) {
      const { status, complaints } = await line.run(command, environment)
      t.equal(status, 2)
      t.match(complaints, complaint)
    }
  }
  t.equal((await line.run(['events'], { PORT: '', HOST: '' })).status, 0, 'empty is not set')
})

t.test('a folder that can’t be used is told in both languages, by its name, without a stack', async (t) => {
  writeFileSync(join(line.dataDirectory, 'a-file'), '')
  for (const folder of [
    '/dev/null/data',
    '/proc/x',
    '/proc/x/y/z',
    '/proc',
    join(line.dataDirectory, 'a-file'),
    join(line.dataDirectory, 'a-file', 'below'),
  ]) {
    for (const command of ['events', 'serve']) {
      const { status, complaints } = await line.run([command], { DATA_DIR: folder })
      t.equal(status, 2, folder)
      t.match(
        complaints,
        /^DATA_DIR=\/.*ne peut servir \((E[A-Z]+|SQLITE_CANTOPEN)\).*\.\n\(This folder cannot be used.*\)$/,
      )
    }
  }
})

t.test('a folder is made with its parents', async (t) => {
  const folder = join(line.dataDirectory, 'a', 'b', 'c')
  t.equal((await line.run(['events'], { DATA_DIR: folder })).status, 0)
  t.equal((await line.run(['events'], { DATA_DIR: folder })).status, 0)
})

t.test('exit statuses are in the help of the program', async (t) => {
  const { text } = await line.run(['--help'])
  for (const status of ['0  fait', '1  refusé', '2  mal demandé', '3  pas maintenant'])
    t.ok(text.includes(status), status)
})
