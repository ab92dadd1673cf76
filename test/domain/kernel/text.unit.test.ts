import t from 'tap'
import { anyText, faultOfText, settled, text, withoutControls } from '#domain/kernel/text.js'
import { namesOtherScheme, WebAddress } from '#domain/kernel/web-address.js'

const Line = text(12)
const read = (raw: string) => {
  const parsed = Line.safeParse(raw)
  return parsed.success ? parsed.data : parsed.error.issues.map(({ message }) => message).join(' | ')
}

t.test('one text has one spelling, whatever system wrote it', (t) => {
  for (const [raw, text] of [
    ['E\u0301te\u0301', 'Été'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a\u2028b\u2029c\u0085d\ve\ff', 'a\nb\nc\nd\ne\nf'],
    ['a\tb', 'a b'],
    ['10 000 €', '10 000 €'],
    ['👩‍🔬', '👩‍🔬'],
  ] as const) {
    t.equal(settled(raw), text)
    t.equal(settled(settled(raw)), text, 'and keeps it')
  }
  t.equal(read('  E\u0301te\u0301\r\n'), 'Été')
  t.end()
})

t.test('what no reader sees, or no encoding can write, is refused with a sentence', (t) => {
  for (const [raw, fault] of [
    ['a\u0000b', 'un caractère de contrôle s’y trouve (U+0000) : le retirer'],
    ['\u001b[31mrouge', 'un caractère de contrôle s’y trouve (U+001B) : le retirer'],
    ['a\u007f', 'un caractère de contrôle s’y trouve (U+007F) : le retirer'],
    ['a\u009b', 'un caractère de contrôle s’y trouve (U+009B) : le retirer'],
    ['a\ud800', 'une moitié de caractère s’y trouve : retaper ce texte'],
    ['\u200b\u200d', 'il n’y a là que des signes invisibles : écrire un texte, ou rien'],
    ['\u3164', 'il n’y a là que des signes invisibles : écrire un texte, ou rien'],
    ['\u2800', 'il n’y a là que des signes invisibles : écrire un texte, ou rien'],
    ['\u0301', 'il n’y a là que des signes invisibles : écrire un texte, ou rien'],
  ] as const) {
    t.equal(read(raw), fault)
  }
  t.equal(faultOfText('L’été\nà Niort 🏛️'), undefined)
  t.match(read(''), /small/, 'nothing is told by its length')
  t.equal(anyText().parse(''), '', 'which may be asked for')
  t.end()
})

t.test('its length is that of the text that is kept', (t) => {
  t.equal(read('e\u0301'.repeat(12)), 'é'.repeat(12))
  t.match(read('é'.repeat(13)), /12/)
  t.end()
})

t.test('nothing writes on a terminal', (t) => {
  t.equal(withoutControls('a\u001b[2Jb\u0007\u009bc\td\ne'), 'a[2Jbc\td\ne')
  t.end()
})

t.test('an address is one of the web', (t) => {
  for (const address of ['https://www.la27eregion.fr/', 'http://127.0.0.1/a?b=c']) {
    t.equal(WebAddress.parse(address), address)
  }
  for (const address of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'mailto:a@b.fr', 'x']) {
    const parsed = WebAddress.safeParse(address)
    t.match(parsed.error?.issues[0]?.message, /https:\/\//, address)
  }
  t.ok(namesOtherScheme('https://a.fr ; javascript:alert(1)'))
  t.ok(namesOtherScheme('JavaScript:alert(1)'))
  t.notOk(namesOtherScheme('Open data: rapport 2014 ; metadata:x'))
  t.end()
})
