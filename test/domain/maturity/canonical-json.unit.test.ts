import { createHash } from 'node:crypto'
import t from 'tap'
import { FIRST_MODEL_DOCUMENT, SHIPPED_MODELS } from '#domain/maturity/shipped-models/shipped-models.js'
import { canonicalJson } from '#domain/kernel/json.js'
import { modelHash } from '#domain/maturity/model/model-hash.js'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

t.test('RFC 8785, 3.2.2 and 3.2.4: literals, numbers, strings, and the bytes', (t) => {
  const sample = String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`
  const canonical = canonicalJson(JSON.parse(sample))
  t.equal(
    canonical,
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  )
  t.equal(
    Buffer.from(canonical, 'utf8').toString('hex'),
    '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d',
  )
  t.end()
})

t.test('RFC 8785, 3.2.3: keys are sorted by UTF-16 units', (t) => {
  const sample = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  }
  t.strictSame(Object.values(JSON.parse(canonicalJson([sample]).slice(1, -1)) as object).length, 7)
  t.strictSame(
    [...canonicalJson(sample).matchAll(/:"([^"]+)"/g)].map(([, value]) => value),
    [
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ],
  )
  t.end()
})

t.test('RFC 8785, appendix B: numbers by their bits', (t) => {
  const samples: readonly (readonly [bits: string, text: string])[] = [
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ]
  for (const [bits, text] of samples) {
    t.equal(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE()), text, bits)
  }
  t.end()
})

t.test('a model’s hash is the SHA-256 of its canonical JSON, and what ships never changes', (t) => {
  const relaid: unknown = JSON.parse(JSON.stringify(FIRST_MODEL_DOCUMENT, undefined, 7))
  t.equal(sha256(canonicalJson(relaid)), modelHash(FIRST_MODEL_DOCUMENT, sha256))
  t.strictSame(
    SHIPPED_MODELS.map((document) => [document.id, document.version, modelHash(document, sha256)]),
    [
      ['premier-modele', 1, 'a4ba01fd39f7a724a6a13dc3708bbecca5ca51bf6cea6b4cbbc3b85e3d8ee91c'],
      ['facettes-innovation', 1, 'd96da68b1700d291f9151fd27ec80547807fc1d02c468460acb18425ef017371'],
    ],
  )
  t.end()
})
