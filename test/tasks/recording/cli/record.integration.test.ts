import t from 'tap'
import { openCommandLine } from '#test/support/run-command.js'

const line = openCommandLine()
t.teardown(() => line.close())
await line.run(['import', '--sample'])

const PARIS = 'ville-de-paris'
const record = (...typed: readonly string[]) => line.run(['record', PARIS, ...typed])
const seminar = ['--kind', 'seminar', '--role', 'lead']
const lastEvent = async (): Promise<{ type: string; data: Record<string, unknown> }> => {
  const { printed } = await line.run(['events', '--organisation', PARIS, '--json'])
  return JSON.parse(printed.at(-1) ?? '') as { type: string; data: Record<string, unknown> }
}

t.test('a date is recorded as it was meant, and said back', async (t) => {
  for (const [typed, edtf, said] of [
    ['vers mars 2012', '2012-03~', 'vers mars 2012'],
    ['printemps 2013', '2013-21', 'au printemps 2013'],
    ['15/03/2014', '2014-03-15', 'le 15 mars 2014'],
  ] as const) {
    const { status, text, complaints } = await record(...seminar, '--when', typed)
    t.equal(status, 0)
    t.equal(complaints, `--when « ${typed} » : compris comme ${said} (${edtf}).`)
    t.match(text, /^Enregistré : SeminarHeld [0-9a-f-]{36}, étape seminar-[0-9a-f]{8}\.$/)
    const { type, data } = await lastEvent()
    t.strictSame([type, data['occurred'], data['role']], ['SeminarHeld', edtf, 'lead'])
  }
})

t.test('a window is recorded and said as a window', async (t) => {
  const { status, complaints } = await record(...seminar, '--when', 'entre 2009 et avril 2010')
  t.equal(status, 0)
  t.equal(
    complaints,
    '--when « entre 2009 et avril 2010 » : compris comme entre 2009 et avril 2010 (2009/2010-04).',
  )
  t.equal((await lastEvent()).data['within'], '2009/2010-04')
})

t.test('what is announced is recorded with the date that is expected, or without any', async (t) => {
  const planned = ['--kind', 'residency', '--role', 'host', '--stage', 'planned']
  const dated = ['--expected', 'printemps 2028', '--edition', '2e', '--follows', 'a.b', '--follows', 'a.c']
  const { status, complaints } = await record(...planned, ...dated)
  t.equal(status, 0, complaints)
  t.equal(complaints, '--expected « printemps 2028 » : compris comme au printemps 2028 (2028-21).')
  const { type, data } = await lastEvent()
  t.strictSame(
    [type, data['expected'], data['edition'], data['follows']],
    ['StepPlanned', '2028-21', '2e', ['a.b', 'a.c']],
  )
  t.equal((await record(...planned)).status, 0)
  t.notOk('expected' in (await lastEvent()).data)
  t.equal((await record(...planned, '--expected', 'un jour')).status, 2)
})

t.test('a date that is none is refused with its remedy, and nothing is recorded', async (t) => {
  const before = await lastEvent()
  const { status, text, complaints } = await record(...seminar, '--when', '31/02/2012')
  t.strictSame([status, text], [2, ''])
  t.equal(
    complaints,
    '--when « 31/02/2012 » : Ce mois n’a pas ce jour. Vérifier le jour, ou n’écrire que le mois.',
  )
  t.equal((await record(...seminar, '--stated-on', 'un jour')).status, 2)
  t.strictSame(await lastEvent(), before)
})

t.test('attributes are typed by what the kind declares', async (t) => {
  const { status } = await record(
    ...seminar,
    ...['--when', '2016', '--attribute', 'participants=30~', '--attribute', 'format=talk'],
    ...['--title', 'Une conférence', '--place', 'Paris', '--source', 'https://example.org/bilan'],
  )
  t.equal(status, 0)
  const { stepId: _stepId, ...data } = (await lastEvent()).data
  t.strictSame(data, {
    role: 'lead',
    title: 'Une conférence',
    occurred: '2016',
    place: 'Paris',
    source: { reference: 'https://example.org/bilan' },
    attributes: { participants: '30~', format: 'talk' },
  })
})

t.test('a later stage belongs to the step that is named', async (t) => {
  const begun = await record('--kind', 'lab', '--role', 'lead', '--when', '2020', '--json')
  t.equal(begun.status, 0)
  const { stepId } = JSON.parse(begun.text) as { stepId: string }
  const end = ['--kind', 'lab', '--role', 'lead', '--stage', 'ended', '--when', '2023']
  const nowhere = await record(...end)
  t.equal(nowhere.status, 2)
  t.match(nowhere.complaints, /\[step-needed\]/)
  t.equal((await record(...end, '--step', stepId)).status, 0)
  t.strictSame([(await lastEvent()).type, (await lastEvent()).data['stepId']], ['LabClosed', stepId])
})

t.test('a dry run shows the position before and after, and records nothing', async (t) => {
  const before = await lastEvent()
  const { status, printed } = await record(...seminar, '--when', '2025', '--dry-run')
  t.equal(status, 0)
  t.match(printed, ['Serait enregistré : SeminarHeld.', /^Avant : ./, /^Après : ./])
  t.strictSame(await lastEvent(), before)
})

t.test('the same key and content have one effect, another content is refused', async (t) => {
  const keyed = [...seminar, '--when', '2017', '--key', 'séminaire-2017']
  const [first, again] = [await record(...keyed), await record(...keyed)]
  t.strictSame([first.status, again.status], [0, 0])
  t.equal(again.text, first.text.replace('Enregistré', 'Déjà enregistré'))
  const other = await record(...keyed, '--title', 'autre')
  t.equal(other.status, 2)
  t.match(other.complaints, /\[command-reused\]/)
})

t.test('a refusal ends with 1, in both languages and with its code', async (t) => {
  const { status, complained } = await record(...seminar, '--when', '2030')
  t.equal(status, 1)
  t.match(complained, [/compris/, /2030.* \[fact-in-future\]$/, /^\(.*2030.*\)$/])
  t.equal((await record(...seminar, '--note', 'écrire à anne@example.org')).status, 1)
})

t.test('a wrong use ends with 2, and names the option', async (t) => {
  for (const [typed, complaint] of [
    [['--kind', 'coronation', '--role', 'lead'], /^--kind : un type d’étape est attendu parmi : seminar/],
    [['--kind', 'seminar', '--role', 'chief'], /^--role : /],
    [[...seminar, '--attribute', 'speed=3'], /^--attribute speed : champ inconnu/],
    [[...seminar, '--attribute', 'participants=many'], /^--attribute participants : /],
    [[...seminar, '--stage', 'ended'], /^--stage : /],
    [[...seminar, '--key', ''], /^--key : /],
    [[...seminar, '--step', 'A B'], /^--step : /],
  ] as const) {
    const { status, complaints } = await record(...typed)
    t.equal(status, 2, typed.join(' '))
    t.match(complaints, complaint)
  }
  const unknown = await line.run(['record', 'atlantide', ...seminar])
  t.equal(unknown.status, 2)
  t.match(unknown.complaints, /\[organisation-unknown\]/)
  t.match((await line.run(['record', 'Atlantide', ...seminar])).complaints, /^<organisation> : /)
})
