import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import t from 'tap'
import { ImportReport, isComplete } from '#src/tasks/importing/use-cases/report/import-report.js'
import type { ImportFile } from '#src/tasks/importing/use-cases/table/read-table.js'
import { sampleHistory } from '#src/sample/sample-history.js'
import { eventsIn, importInto, memoryLog } from '#test/support/import-files.js'

const sample: readonly ImportFile[] = sampleHistory.files.map((path) => ({
  name: basename(path),
  bytes: readFileSync(path),
}))
const options = { collection: sampleHistory.collection }

/** The sample with one text replaced by another in its steps. */
const sampleWith = (from: string, to: string): readonly ImportFile[] =>
  sample.map((file) => {
    const text = new TextDecoder().decode(file.bytes)
    return { ...file, bytes: new TextEncoder().encode(text.replace(from, to)) }
  })

const none = { recorded: 0, unchanged: 0, correctionProposed: 0, corrected: 0, refused: 0, faulty: 0 }

t.test('the real history: every organisation and every row is recorded', async (t) => {
  const log = memoryLog()
  const report = await importInto(log, sample, options)
  t.strictSame(report.counts, {
    organisations: { ...none, rows: 112, recorded: 112 },
    steps: { ...none, rows: 216, recorded: 216 },
    events: 404,
    warnings: 0,
  })
  t.equal(report.entries.length, 112 + 216)
  t.equal(isComplete(report), true)
  t.strictSame(ImportReport.parse(JSON.parse(JSON.stringify(report))), report)
})

t.test('the real history: which events it gives', async (t) => {
  const log = memoryLog()
  await importInto(log, sample, options)
  const events = await eventsIn(log)
  const counts = new Map<string, number>()
  for (const { type } of events) counts.set(type, (counts.get(type) ?? 0) + 1)
  t.strictSame(Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1))), {
    AwardReceived: 3,
    CommonsPublished: 2,
    EffectObserved: 1,
    ExperimentCompleted: 4,
    ExperimentStarted: 15,
    ForesightWorkshopHeld: 3,
    GatheringHeld: 31,
    GovernanceDecisionTaken: 3,
    InnovationWeekHeld: 6,
    InquiryCompleted: 4,
    InquiryStarted: 5,
    InterestShown: 1,
    LabChanged: 4,
    LabOpened: 11,
    MembershipTaken: 20,
    OrganisationEnded: 16,
    OrganisationIdentifierChanged: 1,
    OrganisationRegistered: 112,
    OrganisationRenamed: 1,
    OrganisationSucceeded: 16,
    PartnershipEnded: 1,
    PartnershipFormed: 14,
    PeerExchangeHeld: 9,
    PlaceOpened: 2,
    ProgrammeOpened: 2,
    ProgrammeSuspended: 1,
    PublicationReleased: 1,
    ResidencyCompleted: 23,
    ResidencyStarted: 20,
    ScalingCompleted: 3,
    ScalingStarted: 5,
    SeminarHeld: 8,
    SetbackMet: 4,
    SetbackOvercome: 3,
    SharedGovernanceAdopted: 1,
    StepPlanned: 21,
    TrainingSessionHeld: 2,
    TransfoCompleted: 11,
    TransfoStarted: 14,
  })
})

t.test('the real history: what it says of some rows', async (t) => {
  const log = memoryLog()
  const report = await importInto(log, sample, options)
  const byId = new Map((await eventsIn(log)).map((event) => [event.id as string, event]))
  const dates = (subject: string): unknown =>
    report.entries
      .filter((entry) => entry.type === 'recorded' && entry.subject === subject)
      .flatMap((entry) => ('events' in entry ? entry.events : []))
      .map(({ id, type }) => {
        const { stepId, occurred, within, expected } = byId.get(id)?.data ?? {}
        return JSON.parse(JSON.stringify([type, stepId, { occurred, within, expected }])) as unknown
      })
  t.strictSame(dates('h001'), [
    ['ResidencyStarted', 'histoire.h001', { occurred: '2009-09' }],
    ['ResidencyCompleted', 'histoire.h001', { occurred: '2009-12' }],
  ])
  t.strictSame(dates('h041'), [
    ['SetbackMet', 'histoire.h041', { within: '2013/2014-02' }],
    ['SetbackOvercome', 'histoire.h041', { occurred: '2014-02' }],
  ])
  t.strictSame(dates('h052'), [
    ['StepPlanned', 'histoire.h052', { occurred: '2015-11-26', expected: '2016-33/2020' }],
  ])
  t.strictSame(dates('h053'), [['ProgrammeOpened', 'histoire.h052', { occurred: '2016' }]])
  t.strictSame(dates('h063'), [['TransfoStarted', 'histoire.h063', { within: '2018/..' }]])
  t.strictSame(dates('h079'), [['ProgrammeSuspended', 'histoire.h067', { within: '2015-11-26' }]])
  t.strictSame(dates('h168'), [
    ['ScalingStarted', 'histoire.h168', { occurred: '2016', expected: '2016/..' }],
  ])
  t.strictSame(dates('h204'), [['InquiryStarted', 'histoire.h204', {}]])
  t.strictSame(dates('h214'), [['LabChanged', 'histoire.h042', { occurred: '2015-04-24' }]])
})

t.test('the real history: the same again adds nothing', async (t) => {
  const log = memoryLog()
  await importInto(log, sample, options)
  const report = await importInto(log, sample, { ...options, applyCorrections: true })
  t.strictSame(report.counts, {
    organisations: { ...none, rows: 112, unchanged: 112 },
    steps: { ...none, rows: 216, unchanged: 216 },
    events: 0,
    warnings: 0,
  })
  t.equal((await eventsIn(log)).length, 404)
})

t.test('the real history: a dry run records nothing and reports the same', async (t) => {
  const log = memoryLog()
  const dry = await importInto(log, sample, { ...options, dryRun: true })
  t.strictSame(await eventsIn(log), [])
  t.strictSame({ ...dry, dryRun: false }, await importInto(log, sample, options))
})

t.test('the real history: it holds no e-mail address and no file of the inquiry', (t) => {
  for (const { name, bytes } of sample) {
    const text = new TextDecoder().decode(bytes)
    t.equal(/[\w.+-]+@[\w-]+\.\w/.test(text), false, name)
    t.equal(/\.txt\b/.test(text), false, name)
  }
  t.end()
})

t.test('a row that changed is proposed as a correction, and made when asked', async (t) => {
  const log = memoryLog()
  await importInto(log, sample, options)
  const changed = sampleWith('Hauts-de-Garonne : immersion créative', 'Hauts de Garonne : immersion créative')
  const title = (text: string) =>
    `${text} : immersion créative dans l’espace physique et numérique de quatre communes périurbaines`
  const proposed = await importInto(log, changed, options)
  t.strictSame(proposed.counts.steps, { ...none, rows: 216, unchanged: 215, correctionProposed: 1 })
  t.equal(proposed.counts.events, 0)
  t.equal((await eventsIn(log)).length, 404)
  const [entry] = proposed.entries.filter(({ type }) => type === 'correction-proposed')
  t.strictSame(
    entry?.type === 'correction-proposed' &&
      entry.changes.map(({ field, before, after }) => [field, before, after]),
    [
      ['title', title('Hauts-de-Garonne'), title('Hauts de Garonne')],
      ['title', title('Hauts-de-Garonne'), title('Hauts de Garonne')],
    ],
    'the title stands on both facts of the row',
  )

  const corrected = await importInto(log, changed, { ...options, applyCorrections: true })
  t.strictSame(corrected.counts.steps, { ...none, rows: 216, unchanged: 215, corrected: 1 })
  t.equal(corrected.counts.events, 2)
  t.strictSame(
    (await eventsIn(log)).slice(404).map(({ type }) => type),
    ['StepCorrected', 'StepCorrected'],
  )

  const again = await importInto(log, changed, { ...options, applyCorrections: true })
  t.strictSame(again.counts.steps, { ...none, rows: 216, unchanged: 216 })
})

t.test('a correction may go to and fro, and the file as it was first told undoes none', async (t) => {
  const log = memoryLog()
  const july = sampleWith('2009-06,2009-12', '2009-07,2009-12')
  const august = sampleWith('2009-06,2009-12', '2009-08,2009-12')
  await importInto(log, sample, options)
  for (const files of [july, august, july, august]) {
    const { counts } = await importInto(log, files, { ...options, applyCorrections: true })
    t.strictSame(counts.steps, { ...none, rows: 216, unchanged: 215, corrected: 1 })
  }
  const first = await importInto(log, sample, { ...options, applyCorrections: true })
  t.strictSame(first.counts.steps, { ...none, rows: 216, unchanged: 216 })
})

t.test('dates that move together are corrected in the order that the rules allow', async (t) => {
  const log = memoryLog()
  await importInto(log, sample, options)
  const moved = sampleWith('2009-06,2009-12', '2019-06,2019-12')
  const report = await importInto(log, moved, { ...options, applyCorrections: true })
  t.strictSame(
    report.counts.steps,
    { ...none, rows: 216, unchanged: 215, refused: 1 },
    'Aquitaine ended in 2015',
  )
  const later = sampleWith('2009-06,2009-12', '2010-06,2010-12')
  const accepted = await importInto(log, later, { ...options, applyCorrections: true })
  t.strictSame(accepted.counts.steps, { ...none, rows: 216, unchanged: 215, corrected: 1 })
})

t.test('an organisation that changed is proposed and corrected as well', async (t) => {
  const log = memoryLog()
  await importInto(log, sample, options)
  const changed = sampleWith('marque ; même personne morale', 'marque : même personne morale')
  const proposed = await importInto(log, changed, options)
  t.strictSame(proposed.counts.organisations, { ...none, rows: 112, unchanged: 111, correctionProposed: 1 })
  const corrected = await importInto(log, changed, { ...options, applyCorrections: true })
  t.strictSame(corrected.counts.organisations, { ...none, rows: 112, unchanged: 111, corrected: 1 })
  t.equal((await importInto(log, changed, options)).counts.organisations.unchanged, 112)
})
