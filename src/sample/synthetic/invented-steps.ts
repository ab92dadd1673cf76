import type { JointId, StepId } from '#domain/kernel/identifiers.js'
import { kindOf, type Kind, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { AttributeClaim } from '#domain/steps/declaring/attribute.js'
import { setbackNatures } from '#domain/steps/catalogue/shared-attributes.js'
import type { Fact } from '#domain/steps/fact.js'
import type { Role } from '#domain/steps/roles.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import type { Day } from '#domain/time/day.js'
import { Edtf } from '#domain/time/edtf.js'
import type { SeededRandom } from './seeded-random.js'
import { kindsAlone, lives, told } from './shares.js'
import { laterDay, someDay, somePrecision, spokenAfter, toldOn } from './vague-dates.js'

/** A step that was made up: the facts of its life, in their order, before anybody takes part in it. */
export interface InventedStep {
  readonly kind: KindCode
  readonly title: string
  readonly begun: Day
  readonly facts: readonly InventedFact[]
}

export interface InventedFact {
  readonly stage: FactStage
  readonly told: Partial<Fact>
}

/** Who takes which part in it, under which name. */
export interface Part {
  readonly stepId: StepId
  readonly role: Role
  readonly jointId?: JointId
  readonly follows?: readonly StepId[]
}

/** A step of at most `most` facts, of a kind that organisations take alone unless another is given. */
export const inventStep = (
  random: SeededRandom,
  most: number,
  code: KindCode = random.weighted(kindsAlone),
): InventedStep => {
  const kind = kindOf(code)
  const begun = someDay(random)
  const facts = lifeOf(random, kind, begun).slice(0, most)
  return { kind: code, title: titleOf(random, kind), begun, facts }
}

/** The facts of a step as one of those who take part in it tells them. */
export const factsOfPart = ({ facts, title }: InventedStep, part: Part): readonly [FactStage, Fact][] =>
  facts.map(({ stage, told: own }) => {
    const { follows, ...rest } = part
    return [stage, { ...rest, title, ...own, ...(follows === undefined ? {} : { follows: [...follows] }) }]
  })

const lifeOf = (random: SeededRandom, kind: Kind, begun: Day): readonly InventedFact[] => {
  const life = random.weighted(lives)
  if (life === 'announced') return announcedLife(random, kind, begun)
  switch (kind.shape) {
    case 'punctual':
      return [fact(random, kind, 'happened', begun)]
    case 'running': {
      const opening = fact(random, kind, 'started', begun)
      if (life === 'underWay') return [opening]
      const end = laterDay(random, begun, 400)
      return [opening, fact(random, kind, life === 'done' ? 'completed' : 'abandoned', end)]
    }
    case 'lasting':
      return lastingLife(random, kind, begun)
  }
}

/** A third of what was announced came. */
const announcedLife = (random: SeededRandom, kind: Kind, on: Day): readonly InventedFact[] =>
  random.chance(1 / 3)
    ? [announced(random, on), fact(random, kind, beginningOf[kind.shape], laterDay(random, on, 500))]
    : [announced(random, on)]

const beginningOf = { punctual: 'happened', running: 'started', lasting: 'begun' } as const

/** What lasts is changed, heard of again, interrupted and ended: more seldom than it begins. */
const lastingLife = (random: SeededRandom, kind: Kind, begun: Day): readonly InventedFact[] => {
  const facts = [fact(random, kind, 'begun', begun)]
  let on = begun
  const tell = (stage: FactStage): void => {
    on = laterDay(random, on, 600)
    facts.push(fact(random, kind, stage, on))
  }
  if ('changed' in kind.events && random.chance(0.15)) tell('changed')
  if (random.chance(0.15)) tell('confirmed')
  if ('suspended' in kind.events && random.chance(0.05)) tell('suspended')
  if (facts.at(-1)?.stage === 'suspended' && random.chance(0.5)) tell('resumed')
  if (random.chance(kind.code === 'setback' ? 0.75 : 0.1)) tell('ended')
  return facts
}

const fact = (random: SeededRandom, kind: Kind, stage: FactStage, on: Day): InventedFact => {
  const attributes = attributesOf(random, kind, stage)
  return {
    stage,
    told: {
      ...toldOn(on, somePrecision(random)),
      ...spokenAfter(random, on),
      confidence: random.chance(told.highConfidence) ? 'high' : 'medium',
      ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
    },
  }
}

/** Announced on that day, for a year that may have passed meanwhile. */
const announced = (random: SeededRandom, on: Day): InventedFact => ({
  stage: 'planned',
  told: {
    ...toldOn(on, 'month'),
    expected: Edtf.parse(String(new Date(laterDay(random, on, 900) * 86_400_000).getUTCFullYear())),
  },
})

const attributesOf = (
  random: SeededRandom,
  kind: Kind,
  stage: FactStage,
): Readonly<Record<string, AttributeClaim>> => {
  if (kind.code === 'setback' && stage === 'begun') return { nature: random.pick(natures) }
  return 'participants' in kind.attributes && random.chance(told.participants)
    ? { participants: 5 + random.below(200) }
    : {}
}

const [firstNature, ...otherNatures] = Object.keys(setbackNatures)
if (firstNature === undefined) throw new Error('setbacks have natures')
const natures = [firstNature, ...otherNatures] as const

const subjects = [
  'la médiathèque',
  'l’accueil',
  'les mobilités',
  'la cantine',
  'le numérique',
  'les déchets',
  'l’école',
  'le centre-bourg',
  'le lycée',
  'les forêts',
] as const

const titleOf = (random: SeededRandom, { labels: { fr } }: Kind): string =>
  `${fr.slice(0, 1).toUpperCase()}${fr.slice(1)} sur ${random.pick(subjects)}`
