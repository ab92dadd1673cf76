import { createHash } from 'node:crypto'
import t from 'tap'
import type { ActorId } from '#domain/kernel/identifiers.js'
import { catalogueVocabulary } from '#domain/maturity/validation/catalogue-vocabulary.js'
import { FIRST_MODEL_DOCUMENT } from '#domain/maturity/shipped-models/shipped-models.js'
import { modelHash } from '#domain/maturity/model/model-hash.js'
import { textForms, type ModelDocument } from '#domain/maturity/model/model.js'
import { modelHistoryOf, type ModelHistory } from '#domain/models/model-history.js'
import { decidePublication, type ModelDecision } from '#domain/models/publish-model.js'
import { streamOfModel } from '#domain/models/model-event.js'
import { textsOfModel } from '#domain/models/texts-of-model.js'
import { organisationOfStream } from '#domain/organisation/stream.js'
import { sentenceOfRefusal } from '#domain/refusals/refusal-sentence.js'
import { eventId } from '#test/support/organisation-facts.js'

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
const rules = { vocabulary: catalogueVocabulary, digest }
const actor = 'system:test' as ActorId

const version = (number: number, changed: Partial<ModelDocument> = {}): ModelDocument => ({
  ...FIRST_MODEL_DOCUMENT,
  version: number,
  ...changed,
})

const decide = (history: ModelHistory, raw: unknown): ModelDecision =>
  decidePublication(history, { command: 'PublishModel', id: eventId(1), raw }, rules)

const publishedBefore = (...documents: readonly ModelDocument[]): ModelHistory =>
  modelHistoryOf(
    [],
    documents.flatMap((document) => {
      const decision = decidePublication(
        [],
        { command: 'PublishModel', id: eventId(document.version), raw: { ...document, version: 1 } },
        rules,
      )
      if (!decision.decided) throw new Error(decision.refusal.code)
      return decision.events.map((event) => ({
        ...event,
        data: {
          ...event.data,
          version: document.version,
          hash: modelHash(document, digest),
          content: document,
        },
        recordedAt: 1_000 * document.version,
        actor,
      }))
    }),
  )

t.test('the first version of a model is published with its content and hash', (t) => {
  const raw: unknown = JSON.parse(JSON.stringify(FIRST_MODEL_DOCUMENT))
  t.strictSame(decide([], raw), {
    decided: true,
    events: [
      {
        type: 'ModelPublished',
        id: eventId(1),
        data: {
          id: 'premier-modele',
          version: 1,
          hash: modelHash(FIRST_MODEL_DOCUMENT, digest),
          content: FIRST_MODEL_DOCUMENT,
        },
      },
    ],
  })
  t.end()
})

t.test('the same content again is no event, and the next version is one', (t) => {
  const history = publishedBefore(version(1))
  t.strictSame(decide(history, version(1)), { decided: true, events: [] })
  const next = decide(history, version(2))
  t.equal(next.decided && next.events[0]?.data.version, 2)
  t.end()
})

t.test('a version that is published never changes', (t) => {
  const history = publishedBefore(version(1), version(2))
  t.strictSame(decide(history, version(1, { inheritance: 'none' })), {
    decided: false,
    refusal: {
      code: 'model-version-taken',
      model: 'premier-modele',
      version: 1,
      publishedHash: modelHash(version(1), digest),
      next: 3,
    },
  })
  t.end()
})

t.test('versions follow one another', (t) => {
  const refused = (history: ModelHistory, number: number, next: number) =>
    t.strictSame(decide(history, version(number)), {
      decided: false,
      refusal: { code: 'model-version-not-next', model: 'premier-modele', version: number, next },
    })
  refused([], 2, 1)
  refused(publishedBefore(version(1)), 3, 2)
  t.end()
})

t.test('a document that does not validate is refused with every fault', (t) => {
  const { reason: _reason, ...without } = version(0)
  const decision = decide([], { ...without, author: 'x' })
  t.strictSame(!decision.decided && decision.refusal, {
    code: 'model-invalid',
    faults: [
      {
        code: 'not-positive',
        path: '/version',
        message: 'il faut un nombre supérieur à 0',
        en: 'a number greater than 0 is needed',
      },
      {
        code: 'missing',
        path: '/reason',
        message: 'il manque « reason » : l’ajouter',
        en: '“reason” is missing: add it',
      },
      {
        code: 'unknown-key',
        path: '/author',
        message: '« author » n’a pas de sens ici : le retirer',
        en: '“author” means nothing here: take it out',
      },
    ],
  })
  t.end()
})

t.test('personal data in any text of a model is refused, with its path', (t) => {
  const reason = { fr: 'Écrire à jeanne@example.org.', en: 'Write to us.' }
  t.strictSame(decide([], version(1, { reason })), {
    decided: false,
    refusal: { code: 'personal-data', field: '/reason/fr' },
  })
  const texts = textsOfModel(FIRST_MODEL_DOCUMENT)
  const written = JSON.stringify(FIRST_MODEL_DOCUMENT).match(/"(fr|en)":/g)
  t.equal(texts.length, written?.length)
  t.equal(new Set(texts.map(([path]) => path)).size, texts.length)
  t.end()
})

t.test('what was published takes the place of what ships under that number', (t) => {
  const shipped = [{ version: 1, hash: 'shipped', document: version(1) }]
  t.strictSame(modelHistoryOf(shipped, []), shipped)
  const published = { ...FIRST_MODEL_DOCUMENT, inheritance: 'none' } as const
  const history = modelHistoryOf(shipped, [
    {
      type: 'ModelPublished',
      id: eventId(1),
      data: { id: 'premier-modele', version: 1, hash: 'published', content: published },
      recordedAt: 5,
      actor,
    },
  ])
  t.strictSame(history, [
    { version: 1, hash: 'published', document: published, published: { at: 5, by: actor } },
  ])
  t.end()
})

t.test('a model’s stream is no organisation’s', (t) => {
  t.equal(streamOfModel('premier-modele'), 'model-premier-modele')
  t.equal(organisationOfStream(streamOfModel('premier-modele')), undefined)
  t.match('bac-a-sable', textForms.code)
  t.end()
})

t.test('each refusal says what to do, in both languages', (t) => {
  const refusals = [
    decide([], {}),
    decide(publishedBefore(version(1)), version(1, { inheritance: 'none' })),
    decide([], version(7)),
  ]
  t.strictSame(
    refusals.map((one) => (one.decided ? undefined : sentenceOfRefusal(one.refusal).fr)),
    [
      'Ce modèle ne peut être publié (8 fautes) : corriger ce que « faults » nomme, chacune avec son chemin.',
      'La version 1 de « premier-modele » est publiée avec un autre contenu, et ne change plus : publier celui-ci comme version 2.',
      'La version 7 de « premier-modele » ne peut être publiée : la prochaine est la 1. Corriger « version ».',
    ],
  )
  for (const one of refusals) t.notMatch(one.decided || sentenceOfRefusal(one.refusal).en, /undefined|\{/)
  t.end()
})
