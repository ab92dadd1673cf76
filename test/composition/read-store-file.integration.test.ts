import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import t, { type Test } from 'tap'
import { openCommandLine } from '#test/support/run-command.js'

const lineWithSample = async (t: Test) => {
  const line = openCommandLine()
  t.teardown(() => line.close())
  await line.run(['import', '--sample'])
  const file = (name: string): string => join(line.dataDirectory, name)
  return { line, journal: file('journal.sqlite'), readings: file('lectures.sqlite') }
}

const pagesAtEnd = (bytes: Buffer): Buffer => {
  const damaged = Buffer.from(bytes)
  damaged.fill(0xa5, 4096) // the header stays: it still looks like a read store
  return damaged
}

t.test('a damaged or foreign read store is kept aside, and built again', async (t) => {
  const { line, journal, readings } = await lineWithSample(t)
  const sound = readFileSync(readings)
  const events = readFileSync(journal)
  for (const [index, broken] of [
    Buffer.from('this is no database at all'.repeat(50)),
    pagesAtEnd(sound),
    sound.subarray(0, sound.length - 4096 * 3),
    foreignDatabase(line.dataDirectory),
  ].entries()) {
    writeFileSync(readings, broken)
    const aside = `${readings}.ecarte-${index + 1}`
    const { status, printed, complained } = await line.run(['rebuild'])
    t.equal(status, 0)
    t.match(printed[0], 'registry v4 : reconstruit jusqu’à la position 404.')
    t.equal(complained.length, 1)
    t.ok(complained[0]?.includes(aside), 'it says where')
    t.match(complained[0], /est abîmé.*was damaged/)
    t.strictSame(readFileSync(aside), broken, 'nothing is lost')
    t.strictSame((await line.run(['rebuild'])).complained, [], 'and the next time it is sound')
  }
  t.strictSame(readFileSync(journal), events, 'the log is not touched')
})

const foreignDatabase = (folder: string): Buffer => {
  const path = join(folder, 'foreign.sqlite')
  const database = new Database(path)
  database.exec('CREATE TABLE someone_elses (x)')
  database.close()
  return readFileSync(path)
}

t.test('a read store of a newer program stays as it is', async (t) => {
  const line = openCommandLine()
  t.teardown(() => line.close())
  await line.run(['events'])
  const database = new Database(join(line.dataDirectory, 'lectures.sqlite'))
  database.exec('PRAGMA user_version = 999')
  database.close()
  const { status, complaints } = await line.run(['rebuild'])
  t.equal(status, 3)
  t.match(complaints, /plus récente/)
  t.notOk(readdirSync(line.dataDirectory).some((name) => name.includes('ecarte')))
})

t.test('an emptied log is not taken for a new one', async (t) => {
  const line = openCommandLine()
  t.teardown(() => line.close())
  const [journal, readings, table] = ['journal.sqlite', 'lectures.sqlite', 'organisations.csv'].map((name) =>
    join(line.dataDirectory, name),
  ) as [string, string, string] // three names, three paths
  writeFileSync(table, 'slug;official_name;kind\nville-a;Ville A;commune\n')
  await line.run(['import', table])
  await line.run(['rebuild']) // the read models have surely read it
  const backup = readFileSync(journal)
  const remove = (): void => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(journal + suffix, { force: true })
  }
  for (const lose of [() => writeFileSync(journal, ''), remove]) {
    lose()
    for (const command of [['serve'], ['events'], ['rebuild'], ['import', table]]) {
      const { status, text, complaints } = await line.run(command)
      t.strictSame([status, text], [2, ''], command.join(' '))
      t.match(complaints, /restaurer sa sauvegarde.*\[journal-lost\]\n\(.*restore its backup/)
    }
  }

  remove()
  writeFileSync(journal, backup)
  t.equal((await line.run(['events'])).printed.length, 1, 'the backup goes on')

  remove()
  rmSync(readings)
  t.ok(!existsSync(readings))
  t.strictSame(
    await line.run(['events']).then(({ status, printed }) => [status, printed]),
    [0, []],
    'a new log',
  )
})
