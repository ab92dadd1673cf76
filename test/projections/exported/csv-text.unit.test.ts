import t from 'tap'
import { csvText } from '#projections/exported/csv-text.js'

const rows = [
  ['a', 'b', 'c', 'd'],
  ['x, y', 1.5, true, null],
  ['=1+1', 'dit « "oui" »', 'a;b', '-3'],
] as const

t.test('for programs: commas, points, lines without a mark at the head, nothing guarded', async (t) => {
  t.equal(csvText(rows, 'open'), 'a,b,c,d\n"x, y",1.5,true,\n=1+1,"dit « ""oui"" »",a;b,-3\n')
})

t.test('for French spreadsheets: semicolons, commas, a mark at the head, and no formula', async (t) => {
  t.equal(
    csvText(rows, 'french'),
    '\ufeffa;b;c;d\r\nx, y;1,5;oui;\r\n\'=1+1;"dit « ""oui"" »";"a;b";\'-3\r\n',
  )
})
