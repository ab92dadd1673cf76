import t from 'tap'
import { derivedId, uuidV5 } from '#src/handling/writing/derived-id.js'

t.test('is the UUID version 5 of RFC 9562, appendix A.4', (t) => {
  t.equal(
    uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com'),
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  )
  t.end()
})

t.test('gives a name the same id for ever', (t) => {
  t.equal(derivedId('histoire/h001/started'), '4c08ab1b-8ff9-5b8c-b90a-af771cf5af15')
  t.not(derivedId('histoire/h001/started'), derivedId('histoire/h001/completed'))
  t.end()
})
