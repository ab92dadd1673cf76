import t from 'tap'
import { wordingOfWarning } from '#adapters/follower/follower-warning.js'
import { organisation } from '#test/support/organisation-events.js'

t.test('a reason in both languages is said once', (t) => {
  const reason = 'trop récent (too recent)'
  for (const warning of [
    { warning: 'quarantined', models: ['registry'], organisation: organisation('a'), reason },
    { warning: 'failed', error: new Error(reason) },
    { warning: 'reactor-failed', reactor: 'intentions', error: new Error(reason) },
  ] as const) {
    const { fr, en } = wordingOfWarning(warning)
    t.equal(`${fr} ${en}`.split(reason).length, 2, fr)
  }
  t.end()
})
