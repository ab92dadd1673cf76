import t from 'tap'
import { isCarrying, Role, roles } from '#domain/steps/roles.js'

const carrying = ['pilote', 'copilote', 'hôte', 'participant', 'membre', 'bénéficiaire', 'opérateur']
const supporting = [
  'partenaire',
  'cofinanceur',
  'financeur',
  'parrain',
  'animateur',
  'coprogrammateur',
  'habitant',
]

t.test('who carries a step, and who supports another’s', (t) => {
  const french = (wanted: boolean) =>
    Role.options.filter((role) => isCarrying(role) === wanted).map((role): string => roles[role].fr)
  t.strictSame(french(true), carrying)
  t.strictSame(french(false), supporting)
  t.end()
})

t.test('a role is a code', (t) => {
  t.ok(Role.safeParse('lead').success)
  t.notOk(Role.safeParse('pilote').success)
  t.end()
})
