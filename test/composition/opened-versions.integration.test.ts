import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { decode, decodeCollectiveEvent, decodeModelEvent, isUnreadable } from '#domain/log/codec.js'
import { organisationOfStream } from '#domain/organisation/stream.js'
import type { Position, StoredEvent } from '#domain/ports/event-log.js'
import { packageRootOf } from '#src/config/package-root.js'
import { get, post } from '#test/support/call.js'
import { openApplication, type OpenApplication } from '#test/support/open-application.js'

const fixtures = join(packageRootOf(import.meta.url), 'test', 'fixtures')
/** After all that the versions recorded. */
const LATER = Date.parse('2026-07-02T10:00:00.000Z')

const reading = (event: StoredEvent) => {
  if (organisationOfStream(event.stream) !== undefined) return decode(event)
  return event.stream.startsWith('model-') ? decodeModelEvent(event) : decodeCollectiveEvent(event)
}

interface Spell {
  readonly begin: string
  readonly end: string
  readonly ends: string
  readonly state: string
  readonly certain: readonly number[]
  readonly unrefuted: readonly number[]
}
interface Trajectory {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly standing: { readonly state: string; readonly position: { readonly code: string } | null }
  readonly evidence: readonly {
    readonly organisation: string
    readonly kind: string
    readonly stage: string
  }[]
  readonly spells: {
    readonly position: readonly Spell[]
    readonly dimensions: readonly { readonly dimension: string; readonly spells: readonly Spell[] }[]
  }
}

/** The answer without its sentences, which may be worded anew. */
const linesOf = ({ organisation, standing, evidence, spells }: Trajectory): readonly string[] => {
  const told = ({ begin, end, ends, state, certain, unrefuted }: Spell) =>
    `${begin} ${end} ${ends} ${state} certain ${certain.join(',')} unrefuted ${unrefuted.join(',')}`
  return [
    `${organisation.id}: ${organisation.name}`,
    `  ${standing.state} ${standing.position?.code ?? 'none'}`,
    ...spells.position.map((spell) => `  position ${told(spell)}`),
    ...spells.dimensions.flatMap((each) => each.spells.map((spell) => `  ${each.dimension} ${told(spell)}`)),
    ...evidence.map((fact) => `  because ${fact.organisation} ${fact.kind} ${fact.stage}`),
  ]
}

const trajectoriesOf = async ({ server }: OpenApplication): Promise<string> => {
  const lines: string[] = []
  for (const [id, asOf] of [
    ['region-bourgogne-franche-comte', '2017-06-01'],
    ['cc-entre-dore-et-allier', '2024-02-01'],
    ['commune-ancienne', '2026-06-30'],
    ['commune-nouvelle', '2026-07-02'],
  ] as const) {
    const { status, json, text } = await get(server, `/v1/organisations/${id}/trajectory?asOf=${asOf}`)
    if (status !== 200) throw new Error(text)
    lines.push(...linesOf(json as Trajectory))
  }
  return [...lines, ''].join('\n')
}

const allOf = async ({ house }: OpenApplication): Promise<readonly StoredEvent[]> => {
  const { events, atHead } = await house.log.readAll({ after: 0 as Position, limit: 10_000 })
  if (!atHead) throw new Error('a fixture is small')
  return events
}

for (const version of readdirSync(fixtures)) {
  t.test(`what ${version} wrote is read, answered from, and gone on with`, async (t) => {
    const opened = await openApplication({ copyOf: join(fixtures, version), clock: () => LATER })
    t.teardown(opened.close)
    const { house, server } = opened

    const events = await allOf(opened)
    t.ok(events.length > 100)
    t.strictSame(events.map(reading).filter(isUnreadable), [], 'every event reads')

    const path = join(packageRootOf(import.meta.url), 'test', 'golden', 'versions', `${version}.txt`)
    const told = await trajectoriesOf(opened)
    // UPDATE_GOLDEN=1 writes it anew, to be read before it is kept.
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, told)
    t.equal(told, readFileSync(path, 'utf8'), 'the same answers')

    const listed = await get(server, '/v1/organisations?q=commune&limit=50')
    const { organisations } = listed.json as { readonly organisations: readonly { readonly id: string }[] }
    t.ok(organisations.some(({ id }) => id === 'commune-ancienne'))
    for (const address of [
      '/v1/organisations?kind=region',
      '/v1/call-backs',
      '/v1/members',
      '/v1/programmes',
      '/v1/models/modele-de-la-maison/1',
      '/organisations/commune-ancienne',
    ]) {
      const { status, text } = await get(server, address)
      t.equal(status, 200, `${address}: ${text.slice(0, 200)}`)
    }

    const seminar = {
      kind: 'seminar',
      stage: 'happened',
      role: 'lead',
      occurred: '2024-03~',
      title: 'Séminaire d’été',
    }
    const url = '/v1/organisations/commune-ancienne/steps'
    const repeated = await post(server, url, seminar, { 'idempotency-key': 'once' })
    t.match(repeated, { status: 200, json: { outcome: 'repeated' } }, 'the mark of a command still counts')
    t.strictSame(await allOf(opened), events, 'nothing was written so far, by opening or asking')

    const written = await post(server, '/v1/organisations/commune-nouvelle/steps', {
      ...seminar,
      occurred: '2026-07-02',
    })
    t.equal(written.status, 201, written.text)
    const { position } = written.json as { readonly position: number }
    t.ok(position > (events.at(-1)?.position ?? 0))
    t.equal(await house.log.head(), position)
  })
}
