import t from 'tap'
import { openCommandLine } from '#test/support/run-command.js'

const line = openCommandLine()
t.teardown(() => line.close())
const organisation = 'region-champagne-ardenne'

interface Recorded {
  readonly stepId: string
  readonly events: readonly { readonly id: string; readonly type: string; readonly data: unknown }[]
}

await line.run(['import', '--sample'])

/** A step of one fact, recorded from the command line. */
const recordedStep = async (kind: string, when: string): Promise<{ step: string; fact: string }> => {
  const ran = await line.run([
    ...['record', 'ville-de-paris', '--kind', kind, '--role', 'lead', '--when', when, '--json'],
  ])
  t.equal(ran.status, 0, ran.complaints)
  const { stepId, events } = JSON.parse(ran.text) as Recorded
  return { step: stepId, fact: events[0]?.id ?? '' }
}

t.test('a fact is corrected with a date as one says it, and the step tells of it', async (t) => {
  const { step, fact } = await recordedStep('seminar', '2012')
  const correction = ['correct', step, fact, '--reason', 'lu dans le bilan', '--when', 'printemps 2013']
  const tried = await line.run([...correction, '--dry-run'])
  t.equal(tried.status, 0, tried.complaints)
  t.match(tried.text, /Serait enregistré : StepCorrected\.\nAvant : .+\nAprès : .+/)
  t.match(tried.complaints, '--when « printemps 2013 » : compris comme au printemps 2013 (2013-21).')
  const corrected = await line.run([
    ...correction,
    '--set',
    'title=Journée',
    '--attribute',
    'participants=30~',
  ])
  t.equal(corrected.status, 0, corrected.complaints)
  const shown = await line.run(['step', step])
  t.match(shown.text, /Journée.*au printemps 2013/)
  t.match(shown.text, /corrigé le 2026-07-01 : lu dans le bilan/)
  const emptied = await line.run(['correct', step, fact, '--reason', 'r', '--set', 'title=', '--json'])
  t.match(JSON.parse(emptied.text), { events: [{ data: { changes: { title: null } } }] })
  const whole = await line.run(['correct', step, fact, '--reason', 'r', '--changes', '{"place":"Reims"}'])
  t.equal(whole.status, 0, whole.complaints)
})

t.test('a fact is retracted, a step confirmed and linked', async (t) => {
  const { step, fact } = await recordedStep('lab', '2024')
  const confirmed = await line.run(['confirm', step, '--when', 'juin 2026', '--source', 'Site de la Ville'])
  t.match(confirmed.text, /^Enregistré : StepConfirmed .+ \(ville-de-paris\)\.$/)
  const linked = await line.run(['link', step, '--follows', 'transfo', '--follows', 'residence'])
  t.match(linked.text, /^Enregistré : StepsLinked /)
  const retracted = await line.run(['retract', step, fact, '--reason', 'en double', '--key', 'k'])
  t.match(retracted.text, /^Enregistré : StepRetracted /)
  const again = await line.run(['retract', step, fact, '--reason', 'en double', '--key', 'k'])
  t.match(again.text, /^Déjà enregistré : StepRetracted /)
  const { text } = await line.run(['step', step])
  t.match(text, /\(retiré\)/)
  t.match(text, /issue de transfo, residence/)
})

t.test('what does not fit ends with its code and exit status', async (t) => {
  const { step, fact } = await recordedStep('seminar', '2012')
  const unknown = await line.run(['step', 'nulle-part'])
  t.equal(unknown.status, 2)
  t.match(unknown.complaints, /\[step-not-found\]/)
  const noDate = await line.run(['correct', step, fact, '--reason', 'r', '--when', 'un jour'])
  t.equal(noDate.status, 2)
  const future = await line.run(['correct', step, fact, '--reason', 'r', '--when', '2030'])
  t.equal(future.status, 1)
  t.match(future.complaints, /\[fact-in-future\]/)
  const noReason = await line.run(['retract', step, fact])
  t.equal(noReason.status, 2)
  const badStep = await line.run(['confirm', 'Étape'])
  t.match(badStep.complaints, /^<étape> : /)
  const badJson = await line.run(['correct', step, fact, '--reason', 'r', '--changes', 'titre'])
  t.equal(badJson.status, 2)
  t.match(badJson.complaints, /objet JSON/)
})

t.test('every command explains itself', async (t) => {
  for (const command of ['step', 'correct', 'retract', 'confirm', 'link', 'changes', 'succession']) {
    const { status, text } = await line.run([command, '--help'])
    t.equal(status, 0)
    t.match(text, '--json', command)
  }
})

t.test('changes tells what changed and why', async (t) => {
  const { status, text } = await line.run([
    'changes',
    organisation,
    '--from-as-of',
    '2011-06-01',
    '--to-as-of',
    '2015-11-26',
  ])
  t.equal(status, 0)
  t.match(text, /Ce qui est su est le même\./)
  t.match(text, /Parce que l’organisation a changé : la position passe de/)
  const json = await line.run(['changes', organisation, '--from-as-of', '2011-06-01', '--json'])
  t.match(JSON.parse(json.text), { changed: true, parts: [{ cause: 'knowledge' }, {}, {}] })
  const unknown = await line.run(['changes', organisation, '--from-model', 'ailleurs'])
  t.equal(unknown.status, 2)
})

t.test('a succession is tried for both, then recorded', async (t) => {
  const told = [
    'succession',
    'ditp',
    '--predecessor',
    'region-picardie',
    '--manner',
    'split',
    '--from',
    '2018',
  ]
  const unknown = await line.run(told)
  t.equal(unknown.status, 2)
  t.match(unknown.complaints, /region-picardie : .+\[organisation-unknown\]/)
  const known = told.map((word) => (word === 'region-picardie' ? 'ville-de-paris' : word))
  const tried = await line.run([...known, '--dry-run'])
  t.match(
    tried.text,
    /Serait enregistré : OrganisationSucceeded\.\nAvant : .+\nAprès : .+\nditp, avant : .+\nditp, après : /,
  )
  const recorded = await line.run(known)
  t.match(recorded.text, /^Enregistré : OrganisationSucceeded .+, de ville-de-paris à ditp\.$/)
})
