import t from 'tap'
import { Siren } from '#domain/organisation/siren.js'
import type { OrganisationEvent } from '#domain/organisation/organisation-event.js'
import type { RegistryRow } from '#projections/kept/registry/registry-row.js'
import { registryRowOf } from '#projections/kept/registry/row-of-organisation.js'
import { dayOf, days } from '#test/support/histories.js'
import {
  edtf,
  eventId,
  fact,
  organisation,
  RECORDED_AT,
  recordedInOrder,
  registered,
  stepId,
} from '#test/support/organisation-events.js'
import { foldedAlone, rowDerived } from '#test/support/row-derived.js'

const id = organisation('region-bourgogne')
const bourgogne = registered('Région Bourgogne')

const rowOf = (...events: readonly OrganisationEvent[]): RegistryRow =>
  rowDerived(registryRowOf(foldedAlone(id, recordedInOrder(events))))

t.test('a registration alone', (t) => {
  t.strictSame(rowOf(bourgogne), {
    id,
    name: 'Région Bourgogne',
    formerNames: [],
    aliases: [],
    kind: 'region',
    administration: true,
    successors: [],
    programmes: [],
    participations: [],
    engagements: 0,
    planned: 0,
    facts: 0,
    steps: [],
    joints: [],
    memberships: [],
    news: { recordedAt: RECORDED_AT },
    searchText: ' region bourgogne',
  })
  t.end()
})

t.test('facts without a registration give no row, and say why', (t) => {
  const derivation = registryRowOf(
    foldedAlone(id, recordedInOrder([{ type: 'ResidencyCompleted', data: fact('residence') }])),
  )
  t.match(derivation, { derived: false, reason: /jamais|n’est pas|never registered/ })
  t.end()
})

t.test('names', (t) => {
  const renamed = (name: string, from?: string): OrganisationEvent => ({
    type: 'OrganisationRenamed',
    data: { name, ...(from === undefined ? {} : { from: edtf(from) }) },
  })

  t.test('a renaming keeps the former name, until when, and finds it', (t) => {
    const { name, formerNames, searchText } = rowOf(
      registered('Pôle emploi', 'etablissement_public_national'),
      renamed('France Travail', '2024-01-01'),
    )
    t.equal(name, 'France Travail')
    t.strictSame(formerNames, [{ name: 'Pôle emploi', replaced: '2024-01-01' }])
    t.equal(searchText, ' france travail pole emploi region bourgogne')
    t.end()
  })

  t.test('renamings recorded out of order are read in the order of their days', (t) => {
    const { name, formerNames } = rowOf(registered('A'), renamed('C', '2016'), renamed('B', '2009-05'))
    t.equal(name, 'C')
    t.strictSame(formerNames, [
      { name: 'A', replaced: '2009-05' },
      { name: 'B', replaced: '2016' },
    ])
    t.end()
  })

  t.test('an undated renaming counts from the day of its recording', (t) => {
    const { name, formerNames } = rowOf(registered('A'), renamed('C'), renamed('B', '2009'))
    t.equal(name, 'C')
    t.strictSame(formerNames, [{ name: 'A', replaced: '2009' }, { name: 'B' }])
    t.end()
  })

  t.test('a corrected renaming reads as corrected', (t) => {
    const { name, formerNames } = rowOf(registered('A'), renamed('Bee', '2009'), {
      type: 'OrganisationCorrected',
      data: { target: eventId(2), changes: { name: 'B', from: null }, reason: 'faute de frappe' },
    })
    t.equal(name, 'B')
    t.strictSame(formerNames, [{ name: 'A' }])
    t.end()
  })
  t.end()
})

t.test('identifiers: the latest change counts, the rest stays', (t) => {
  const { siren, insee } = rowOf(
    {
      type: 'OrganisationRegistered',
      data: { name: 'Métropole', kind: 'metropole', insee: { type: 'epci', code: '200093201' } },
    },
    { type: 'OrganisationIdentifierChanged', data: { siren: '200093201' as never, from: edtf('2020') } },
    { type: 'OrganisationIdentifierChanged', data: { siren: '245900410' as never, from: edtf('2015') } },
  )
  t.equal(siren, '200093201')
  t.strictSame(insee, { type: 'epci', code: '200093201' })
  t.end()
})

t.test('ends and successors', (t) => {
  const succeeded: OrganisationEvent = {
    type: 'OrganisationSucceeded',
    data: {
      successor: organisation('region-bourgogne-franche-comte'),
      manner: 'merger',
      from: edtf('2016-01-01'),
    },
  }

  t.test('a last day, and who came after', (t) => {
    const row = rowOf(
      bourgogne,
      { type: 'OrganisationEnded', data: { lastDay: edtf('2015-12-31') } },
      succeeded,
    )
    t.strictSame(row.end, { lastDay: '2015-12-31', gone: days('2016-01-01') })
    t.strictSame(row.successors, [
      { organisation: 'region-bourgogne-franche-comte', manner: 'merger', from: '2016-01-01' },
    ])
    t.end()
  })

  t.test('a dated succession alone ends it', (t) => {
    t.strictSame(rowOf(bourgogne, succeeded).end, { gone: days('2016-01-01') })
    t.end()
  })

  t.test('an end without a date is an end', (t) => {
    t.strictSame(rowOf(bourgogne, { type: 'OrganisationEnded', data: {} }).end, {})
    t.end()
  })

  t.test('two claims about one succession name one successor, from the later day on', (t) => {
    const later = { ...succeeded.data, from: edtf('2016-06') }
    const row = rowOf(bourgogne, succeeded, { type: 'OrganisationSucceeded', data: later }, succeeded)
    t.strictSame(row.successors, [
      { organisation: 'region-bourgogne-franche-comte', manner: 'merger', from: '2016-06' },
    ])
    t.strictSame(row.end, { gone: days('2016-01-01', '2016-06-30') })
    t.end()
  })

  t.test('a corrected successor is the only one', (t) => {
    const row = rowOf(bourgogne, succeeded, {
      type: 'OrganisationCorrected',
      data: { target: eventId(2), changes: { successor: 'region-x' }, reason: 'erreur' },
    })
    t.strictSame(
      row.successors.map((successor) => successor.organisation),
      ['region-x'],
    )
    t.end()
  })
  t.end()
})

t.test('steps', (t) => {
  const residency = (step: string, told: Parameters<typeof fact>[1] = {}): OrganisationEvent => ({
    type: 'ResidencyCompleted',
    data: fact(step, told),
  })
  const planned: OrganisationEvent = {
    type: 'StepPlanned',
    data: { ...fact('annonce', { programme: 'transfo', occurred: edtf('2023') }), kind: 'transfo' },
  }

  t.test('engagements, facts, programmes with their editions', (t) => {
    const row = rowOf(
      bourgogne,
      {
        type: 'ResidencyStarted',
        data: fact('r1', { programme: 'territoires_en_residences', edition: 'n°6' }),
      },
      residency('r1', { programme: 'territoires_en_residences', edition: 'n°6' }),
      residency('r2', { programme: 'territoires_en_residences', edition: 'n°7' }),
      residency('r3', { programme: 'rebonds' }),
    )
    t.strictSame([row.engagements, row.planned, row.facts], [3, 0, 4])
    t.strictSame(row.programmes, [
      { programme: 'rebonds', editions: [] },
      { programme: 'territoires_en_residences', editions: ['n°6', 'n°7'] },
    ])
    t.end()
  })

  t.test('a plan is no engagement, no part in a programme and no news', (t) => {
    const row = rowOf(bourgogne, planned)
    t.strictSame([row.engagements, row.planned, row.facts], [0, 1, 1])
    t.strictSame(row.programmes, [])
    t.strictSame(row.news, { recordedAt: RECORDED_AT + 86_400_000 })
    t.end()
  })

  t.test('a plan that was dropped is none', (t) => {
    const row = rowOf(bourgogne, planned, {
      type: 'PlanDropped',
      data: { ...fact('annonce'), kind: 'transfo' },
    })
    t.strictSame([row.engagements, row.planned, row.facts], [0, 0, 2])
    t.end()
  })

  t.test('a retraction takes back all that the fact alone told', (t) => {
    const told = residency('r1', { programme: 'transfo', occurred: edtf('2012-03-15') })
    const retracted = rowOf(bourgogne, told, {
      type: 'StepRetracted',
      data: { target: eventId(2), reason: 'confusion avec une autre région' },
    })
    t.strictSame(retracted, {
      ...rowOf(bourgogne),
      steps: ['r1'], // its history can still be asked for
      news: { recordedAt: RECORDED_AT + 2 * 86_400_000 },
    })
    t.end()
  })

  t.test('a correction changes the programme, and only that', (t) => {
    const row = rowOf(bourgogne, residency('r1', { programme: 'transfo', edition: '2' }), {
      type: 'StepCorrected',
      data: { target: eventId(2), changes: { programme: 'rebonds' }, reason: 'erreur de saisie' },
    })
    t.strictSame(row.programmes, [{ programme: 'rebonds', editions: ['2'] }])
    t.strictSame([row.engagements, row.facts], [1, 1])
    t.end()
  })

  t.test('news: the later of imprecise days, undated facts moving only its end', (t) => {
    const row = rowOf(
      bourgogne,
      residency('r1', { occurred: edtf('2012') }),
      residency('r2', { occurred: edtf('2012-03-15') }),
      residency('r3', { statedOn: edtf('2014-10-01') }),
    )
    t.strictSame(row.news.happened, days('2012-03-15', '2014-10-01'))
    t.end()
  })

  t.test('memberships', (t) => {
    const row = rowOf(
      bourgogne,
      {
        type: 'MembershipTaken',
        data: fact('adhesion', { occurred: edtf('2010'), attributes: { body: 'La 27e Région' } }),
      },
      { type: 'MembershipEnded', data: fact('adhesion', { occurred: edtf('2015-12-31') }) },
    )
    t.strictSame(row.memberships, [
      {
        stepId: stepId('adhesion'),
        association: 'adhesion',
        surely: [{ begin: dayOf('2010-12-31'), end: dayOf('2015-12-31') }],
        possibly: [{ begin: dayOf('2010-01-01'), end: dayOf('2015-12-31') }],
        heard: [days('2010-01-01', '2010-12-31'), days('2015-12-31')],
        ended: days('2015-12-31'),
        years: [{ year: 2010 }],
      },
    ])
    t.end()
  })

  t.test('in what it took part, by step: programme, edition and years of the same', (t) => {
    const row = rowOf(
      bourgogne,
      residency('r1', { programme: 'transfo', edition: '1', occurred: edtf('2012-03-15') }),
      { type: 'ResidencyStarted', data: fact('r1', { programme: 'transfo', occurred: edtf('2010') }) },
      residency('r2', { occurred: edtf('../2009') }),
      residency('r3', {}),
      residency('r4', { programme: 'rebonds' }),
      residency('r5', { occurred: edtf('2011-06') }),
      residency('r6', { occurred: edtf('2011-07') }),
      {
        type: 'StepPlanned',
        data: { ...fact('r7', { programme: 'transfo', occurred: edtf('2030') }), kind: 'transfo' },
      },
    )
    t.strictSame(row.participations, [
      { programme: 'transfo', years: { from: 2010, to: 2012 } },
      { programme: 'rebonds' },
      { years: { from: 2011, to: 2011 } },
    ])
    t.end()
  })

  t.test('a membership is heard of as long as somebody tells that it stands', (t) => {
    const row = rowOf(bourgogne, {
      type: 'MembershipTaken',
      data: fact('adhesion', { programme: 'adhesion', occurred: edtf('2010'), statedOn: edtf('2013-05-02') }),
    })
    t.strictSame(row.memberships, [
      {
        stepId: stepId('adhesion'),
        association: 'adhesion',
        surely: [{ begin: dayOf('2010-12-31'), end: null }],
        possibly: [{ begin: dayOf('2010-01-01'), end: null }],
        heard: [days('2010-01-01', '2010-12-31'), days('2013-05-02')],
        years: [{ year: 2010 }],
      },
    ])
    t.end()
  })

  t.test('the region in which it lies', (t) => {
    const regionOf = (profile: object): unknown =>
      rowOf({ type: 'OrganisationRegistered', data: { name: 'X', kind: 'commune', ...profile } }).region
    t.equal(regionOf({ insee: { type: 'commune', code: '75056' } }), '11')
    t.equal(regionOf({ formerInsee: { type: 'region', code: '26' } }), '27')
    t.equal(regionOf({ siren: Siren.parse('244400404') }), '52')
    t.equal(regionOf({}), undefined)
    t.end()
  })
  t.end()
})
