import t from 'tap'
import { ofNameInFrench } from '#projections/asked/explanation/of-name-french.js'

t.test('«de» loses its vowel before another, with an accent or without', async (t) => {
  t.equal(ofNameInFrench('Région Bourgogne'), 'de Région Bourgogne')
  t.equal(ofNameInFrench('École nationale d’administration'), 'd’École nationale d’administration')
  t.equal(ofNameInFrench('Eurométropole de Strasbourg'), 'd’Eurométropole de Strasbourg')
  t.equal(ofNameInFrench('Hauts-de-Seine'), 'de Hauts-de-Seine')
})
