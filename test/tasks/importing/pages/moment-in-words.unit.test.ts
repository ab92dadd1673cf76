import t from 'tap'
import { momentInWords } from '#src/tasks/importing/pages/moment-in-words.js'

t.test('an instant as it was in Paris, the first of a month as French says it', async (t) => {
  t.equal(momentInWords('2026-07-01T10:00:00.000Z', 'fr'), '1er juillet 2026 à 12:00')
  t.equal(momentInWords('2026-07-21T22:30:00.000Z', 'fr'), '22 juillet 2026 à 00:30')
  t.equal(momentInWords('2026-07-01T10:00:00.000Z', 'en'), '1 July 2026 at 12:00')
})
