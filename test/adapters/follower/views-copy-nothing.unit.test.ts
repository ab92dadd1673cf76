import t from 'tap'
import type { KeptModel, OrganisationRow } from '#projections/kept/kept-model.js'
import { registry } from '#projections/kept/registry/registry-index.js'
import { stepsTaken } from '#projections/kept/steps-taken/steps-taken.js'
import { openSteps } from '#projections/kept/open-steps/open-steps.js'
import { foldedAlone, rowDerived } from '#test/support/row-derived.js'
import { eventsTold, fact, organisationId, registered } from '#test/support/histories.js'

/** How many rows of a view are looked at when one of them is replaced. */
const touchedBy = <Row extends OrganisationRow, View>(model: KeptModel<Row, View>, rows: number): number => {
  const touched = new Set<string>()
  const watched = Array.from({ length: rows }, (_, number): Row => {
    const id = organisationId(`commune-${number}`)
    const events = eventsTold(
      registered(`Commune ${number}`),
      fact('lab', 'begun', { stepId: `s-${number}` }),
    )
    return new Proxy(rowDerived(model.rowOf(foldedAlone(id, events))), {
      get: (row, field) => {
        touched.add(id)
        return Reflect.get(row, field) as unknown
      },
    })
  })
  const view = model.viewOf(watched)
  const id = organisationId('commune-17')
  const events = eventsTold(registered('Commune 99999'), fact('lab', 'begun', { stepId: 'other' }))
  const row = rowDerived(model.rowOf(foldedAlone(id, events)))
  touched.clear()
  model.withRows(view, [row])
  return touched.size
}

t.test(
  'a row that is replaced is compared with some others, and with no more of them than halving needs',
  (t) => {
    // Four orders, each with one removal and one insertion, in trees whose nodes hold 32: 20 halvings each at most.
    for (const rows of [100, 10_000]) {
      t.ok(touchedBy(registry, rows) <= 160, `registry, ${rows}`)
      t.ok(touchedBy(stepsTaken, rows) <= 160, `steps taken, ${rows}`)
      t.ok(touchedBy(openSteps, rows) <= 1, `open steps, ${rows}`)
    }
    t.end()
  },
)
