import t from 'tap'
import { wordingOfWarning } from '#adapters/read-store/projection-warning.js'
import { organisation } from '#test/support/organisation-events.js'

t.test('a reason in both languages is said once', (t) => {
  const reason = 'trop récent (too recent)'
  for (const warning of [
    { warning: 'quarantined', projection: 'registry', organisation: organisation('a'), reason },
    { warning: 'failed', projection: 'registry', error: new Error(reason) },
  ] as const) {
    const { fr, en } = wordingOfWarning(warning)
    t.equal(`${fr} ${en}`.split(reason).length, 2, fr)
  }
  t.end()
})
