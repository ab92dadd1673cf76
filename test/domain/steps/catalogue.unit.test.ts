import t from 'tap'
import {
  schemaOfAttribute,
  schemaOfAttributes,
  type AttributeDeclaration,
} from '#domain/steps/declaring/attribute.js'
import {
  eventTypeOf,
  families,
  kindCodes,
  kindOf,
  kinds,
  stageOfEventType,
} from '#domain/steps/catalogue/catalogue.js'
import { shapes, type Shape } from '#domain/steps/declaring/kind.js'
import { stageLabels } from '#domain/steps/declaring/stage-labels.js'
import { sharedStepEventTypes, stagesOfKind } from '#domain/steps/step-event.js'

/** What administrations do, as the field tells it: every family with its kinds and their shapes. */
const expected: Readonly<Record<string, Readonly<Partial<Record<Shape, readonly string[]>>>>> = {
  sensitisation: { punctual: ['seminar', 'interest', 'posture'] },
  'proof-of-concept': {
    running: ['residency', 'experiment'],
    punctual: ['immersion-week', 'prototype', 'follow-up'],
  },
  institutionalisation: { running: ['transfo', 'lab-prefiguration'], lasting: ['mandate', 'lab'] },
  training: { punctual: ['training-session'], lasting: ['training-path'] },
  ecosystem: {
    punctual: ['gathering', 'innovation-week', 'peer-exchange', 'visit-hosted', 'transfer', 'commons'].concat(
      'publication',
      'award',
    ),
    lasting: ['place', 'partnership', 'shared-governance'],
  },
  scaling: { running: ['scaling'] },
  foresight: { punctual: ['foresight-workshop', 'foresight-test'], running: ['inquiry'] },
  evaluation: { punctual: ['evaluation', 'effect'] },
  sponsorship: { lasting: ['sponsor', 'governance-seat'], punctual: ['governance-decision'] },
  membership: { lasting: ['membership'] },
  setback: { lasting: ['setback'] },
  programme: { lasting: ['programme'], punctual: ['target'] },
  other: { punctual: ['note'] },
}

t.test('every family has its kinds, each of its shape', (t) => {
  t.strictSame(
    families.map(({ code }) => code),
    Object.keys(expected),
  )
  for (const { code, kinds: declared } of families) {
    for (const shape of Object.keys(shapes) as Shape[]) {
      t.strictSame(
        declared
          .filter((kind) => kind.shape === shape)
          .map((kind): string => kind.code)
          .sort(),
        [...(expected[code]?.[shape] ?? [])].sort(),
        `${code}, ${shape}`,
      )
    }
  }
  t.end()
})

t.test('a code names one kind, an event type one stage of one kind', (t) => {
  t.equal(new Set(kindCodes).size, kinds.length)
  const types = [...kinds.flatMap((kind) => Object.values(kind.events)), ...sharedStepEventTypes]
  t.equal(new Set(types).size, types.length)
  for (const type of types) t.match(type, /^(?:[A-Z][a-z]+)+$/)
  for (const code of kindCodes) t.match(code, /^[a-z]+(?:-[a-z]+)*$/)
  for (const kind of kinds) {
    t.equal(kindOf(kind.code), kind)
    for (const [stage, type] of Object.entries(kind.events)) {
      t.strictSame(stageOfEventType(type), { kind, stage })
      t.equal(eventTypeOf(kind, stage as keyof typeof kind.events), type)
    }
  }
  t.equal(stageOfEventType('toString'), undefined)
  t.equal(eventTypeOf(kindOf('mandate'), 'suspended'), undefined)
  t.end()
})

t.test('the stages of a kind are those of its shape, and the shared ones', (t) => {
  for (const kind of kinds) {
    const stages = stagesOfKind(kind)
    const allowed: readonly string[] = ['planned', 'plan-dropped', 'confirmed', ...shapes[kind.shape].stages]
    t.strictSame(
      stages.filter((stage) => !allowed.includes(stage)),
      [],
    )
    t.equal(stages.includes('confirmed'), kind.shape !== 'punctual')
    t.ok(stages.includes('planned') && stages.includes('plan-dropped'))
  }
  t.end()
})

t.test('everything that a person reads has its words, French and English', (t) => {
  const said = [
    ...families.map(({ labels }) => labels),
    ...kinds.map(({ labels }) => labels),
    ...Object.values(stageLabels),
    ...kinds.flatMap(({ attributes }) =>
      Object.values(attributes).flatMap((attribute) => [
        attribute.labels,
        ...('codes' in attribute ? Object.values(attribute.codes) : []),
      ]),
    ),
  ]
  for (const { fr, en } of said) {
    for (const words of [fr, en]) {
      t.ok(words.length > 0)
      t.equal(words, words.trim())
      t.notMatch(words, /'/, 'the apostrophe of print')
    }
  }
  t.end()
})

t.test('an attribute has one meaning: the same name is of the same type everywhere', (t) => {
  const types = new Map<string, AttributeDeclaration['type']>()
  for (const { attributes } of kinds) {
    for (const [name, { type }] of Object.entries(attributes)) {
      t.match(name, /^[a-z]+(?:[A-Z][a-z]+)*$/)
      t.equal(types.get(name) ?? type, type, name)
      types.set(name, type)
    }
  }
  t.end()
})

t.test('codes are codes, and their aliases name one each', (t) => {
  for (const { attributes } of kinds) {
    for (const attribute of Object.values(attributes)) {
      if (!('codes' in attribute)) continue
      for (const code of Object.keys(attribute.codes)) t.match(code, /^[a-z]+(?:-[a-z]+)*$/)
      const words = Object.values(attribute.codes).flatMap(({ fr, aliases }) => [fr, ...(aliases ?? [])])
      t.equal(new Set(words).size, words.length)
    }
  }
  t.end()
})

t.test('a Transfo trains agents by definition, and every role carries a partnership', (t) => {
  t.strictSame(
    kinds.filter((kind) => kind.constants !== undefined).map(({ code }) => code),
    ['transfo'],
  )
  t.strictSame(kindOf('transfo').constants, { audience: ['agents'] })
  t.strictSame(
    kinds.filter((kind) => kind.carriedBy !== undefined).map(({ code }) => code),
    ['partnership'],
  )
  t.end()
})

t.test('setbacks and ends have the natures and reasons that the field tells', (t) => {
  const natures = [
    'change-of-majority',
    'budget-cut',
    'sponsor-lost',
    'reorganisation',
    'demotivation',
  ].concat('long-wait', 'disagreement', 'no-lab', 'merger', 'other')
  const codesOf = (attribute: AttributeDeclaration | undefined) =>
    attribute !== undefined && 'codes' in attribute ? Object.keys(attribute.codes) : []
  t.strictSame(codesOf(kindOf('setback').attributes['nature']).sort(), [...natures].sort())
  t.strictSame(codesOf(kindOf('lab').attributes['reason']).sort(), ['chosen-dissolution', ...natures].sort())
  t.strictSame(codesOf(kindOf('seminar').attributes['audience']), ['agents', 'elected', 'public'])
  for (const kind of kinds.filter(({ shape, code }) => shape === 'lasting' && code !== 'setback')) {
    t.ok('reason' in kind.attributes, `${kind.code} ends for a reason`)
  }
  t.end()
})

t.test('an attribute takes what its type says', (t) => {
  const takes = (declaration: AttributeDeclaration | undefined, value: unknown): boolean =>
    declaration !== undefined && schemaOfAttribute(declaration).safeParse(value).success
  const { attributes } = kindOf('lab')
  t.ok(takes(attributes['team'], '3..15'))
  t.notOk(takes(attributes['team'], '3 à 15'))
  t.ok(takes(attributes['official'], true))
  t.notOk(takes(attributes['official'], 'true'))
  t.ok(takes(attributes['reason'], 'budget-cut'))
  t.notOk(takes(attributes['reason'], 'coupe budgétaire'))
  t.ok(takes(attributes['attachedTo'], 'DGS'))
  t.notOk(takes(attributes['attachedTo'], '  '))
  t.notOk(takes(attributes['attachedTo'], 'x'.repeat(501)))
  t.ok(takes(kindOf('seminar').attributes['audience'], ['agents', 'elected']))
  t.notOk(takes(kindOf('seminar').attributes['audience'], []))
  t.ok(takes(kindOf('training-session').attributes['shades'], 'enqueter faire-avec'))
  t.notOk(takes(kindOf('training-session').attributes['shades'], 'Savoir enquêter sur le terrain'))
  const schema = schemaOfAttributes(attributes)
  t.ok(schema.safeParse({}).success)
  t.notOk(schema.safeParse({ weeks: 3 }).success)
  t.end()
})
