import type { Page } from 'playwright-core'
import t from 'tap'
import { LARGEST_UPLOAD } from '#src/messages/upload-limits.js'
import { accessibilityFaults, browseApplication, fitsItsWidth, noBrowser } from '#test/support/browser.js'
import { organisationsFile, tableFile, textFile } from '#test/support/import-files.js'
import type { ImportFile } from '#src/tasks/importing/use-cases/table/read-table.js'

const seminar = {
  step_id: 's1',
  organisation_slug: 'ville-a',
  role: 'participant',
  kind: 'seminar',
  status: 'completed',
  start: '2014-03',
}
const steps = tableFile('steps.csv', [seminar, { ...seminar, step_id: 's2', start: '31/02/2014' }])

const choose = (page: Page, files: readonly ImportFile[]): Promise<void> =>
  page
    .getByLabel('Fichiers CSV')
    .setInputFiles(
      files.map(({ name, bytes }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) })),
    )

const tryButton = { name: 'Essayer, sans rien enregistrer' } as const

t.test('imports in a browser', { skip: noBrowser }, async (t) => {
  const application = await browseApplication()
  t.teardown(application.close)

  t.test('try, read the report, commit what it showed, without JavaScript', async (t) => {
    const page = await application.visit({ javaScriptEnabled: false })
    await page.goto('/imports')
    await choose(page, [organisationsFile, steps])
    await page.getByLabel('Nom du jeu de données').fill('essai')
    await page.getByRole('button', tryButton).click()
    t.match(page.url(), /\/imports\/[0-9a-f-]{36}$/)
    t.equal(await application.house.log.head(), 0, 'nothing is recorded yet')
    const faults = page.getByRole('table', { name: 'Ligne par ligne' }).locator('tbody tr')
    t.equal(await faults.count(), 1, 'what needs a look comes first')
    t.match(
      await faults.first().innerText(),
      /^steps\.csv, ligne 3\s+s2\s+à revoir\s+Début.*31\/02\/2014.*Ce mois n’a pas ce jour/,
    )

    await page.getByRole('button', { name: 'Enregistrer 3 faits' }).click()
    t.match(await page.locator('[role="status"]').innerText(), /^Enregistré le 1er juillet 2026/)
    t.equal(await application.house.log.head(), 3)
    await page.getByRole('link', { name: 'tout (4)' }).click()
    t.strictSame(
      await page
        .getByRole('table', { name: 'Ligne par ligne' })
        .locator('tbody tr td:nth-child(3)')
        .allInnerTexts(),
      ['enregistrée', 'enregistrée', 'enregistrée', 'à revoir'],
    )

    await page.goto('/imports')
    const kept = page.getByRole('table', { name: 'Imports gardés' }).locator('tbody tr')
    t.match(await kept.first().innerText(), /enregistré\s+essai\s+organisations\.csv, steps\.csv\s+4\s+1\s+3/)
  })

  t.test('by keyboard alone: from the dry run to the record', async (t) => {
    const page = await application.visit()
    await page.goto('/imports')
    await choose(page, [
      tableFile('plus.csv', [{ slug: 'ville-c', official_name: 'Ville C', kind: 'commune' }]),
    ])
    await page.getByRole('button', tryButton).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/imports/*-*')
    const commit = page.getByRole('button', { name: 'Enregistrer 1 fait' })
    for (
      let stops = 0;
      stops < 30 && !(await commit.evaluate((one) => one === one.ownerDocument.activeElement));
      stops += 1
    )
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('status').waitFor()
    t.match(await page.getByRole('status').innerText(), /^Enregistré le/)
    t.equal(await application.house.log.head(), 4)
  })

  t.test('where the log has moved with a row, the new end is shown first', async (t) => {
    const page = await application.visit()
    const file = tableFile('deux.csv', [{ slug: 'ville-d', official_name: 'Ville D', kind: 'commune' }])
    const addresses: string[] = []
    for (let round = 0; round < 2; round += 1) {
      await page.goto('/imports')
      await choose(page, [file])
      await page.getByRole('button', tryButton).click()
      await page.waitForURL('**/imports/*-*')
      addresses.push(page.url())
    }
    await page.getByRole('button', { name: 'Enregistrer 1 fait' }).click()
    await page.getByRole('status').waitFor()
    await page.goto(addresses[0] ?? '')
    await page.getByRole('button', { name: 'Enregistrer 1 fait' }).click()
    await page.getByRole('alert').waitFor()
    t.match(
      await page.getByRole('alert').innerText(),
      /deux\.csv, ligne 2 \(ville-d\)\s: montrée\s: à enregistrer\s; maintenant\s: déjà enregistrée/,
    )
    t.equal(await page.getByRole('button', { name: /^Enregistrer/ }).count(), 0, 'nothing is left to record')
  })

  t.test('a fault stands at its field, and what was typed stays', async (t) => {
    const page = await application.visit()
    await page.goto('/imports')
    await page.getByLabel('Nom du jeu de données').fill('Mon Relevé')
    await page.getByRole('checkbox').check()
    await page.getByRole('button', tryButton).click()
    await page.getByRole('alert').waitFor()
    t.match(await page.locator('#files-fault').innerText(), /Choisir au moins un fichier CSV/)
    t.match(await page.locator('#collection-fault').innerText(), /lettres minuscules/)
    t.equal(await page.getByLabel('Nom du jeu de données').inputValue(), 'Mon Relevé')
    t.ok(await page.getByRole('checkbox').isChecked())
    t.strictSame(await accessibilityFaults(page), [])
    await choose(page, [textFile('large.csv', 'x'.repeat(LARGEST_UPLOAD + 1))])
    await page.getByLabel('Nom du jeu de données').fill('grand')
    await page.getByRole('button', tryButton).click()
    await page.locator('#files-fault', { hasText: '2 Mo' }).waitFor()
  })

  t.test('a workbook and a file whose every row is wrong are answered with what to do', async (t) => {
    const page = await application.visit()
    await page.goto('/imports')
    const wrong = tableFile('faux.csv', [
      { ...seminar, step_id: 'a', role: 'chef' },
      { ...seminar, step_id: 'b', kind: 'sieste' },
    ])
    await choose(page, [textFile('classeur.xlsx', 'PK\u0003\u0004 zipped'), wrong])
    await page.getByRole('button', tryButton).click()
    await page.waitForURL('**/imports/*-*')
    const text = await page.getByRole('table', { name: 'Ligne par ligne' }).innerText()
    t.match(text, /classeur\.xlsx, tout le fichier\s+fichier refusé\s+C’est un classeur.*CSV UTF-8/s)
    t.match(text, /faux\.csv, ligne 2\s+a\s+à revoir\s+Rôle.*chef.*Écrire l’un de\s: pilote/s)
    t.match(await page.locator('.notice').innerText(), /Il n’y a rien à enregistrer/)
    t.equal(await page.getByRole('button', { name: /^Enregistrer/ }).count(), 0)
    t.strictSame(await accessibilityFaults(page), [])
    await page.setViewportSize({ width: 320, height: 640 })
    t.ok(await fitsItsWidth(page))
    await page.getByText('Effacer cet import').click()
    await page.getByRole('button', { name: 'Effacer le rapport et les fichiers' }).click()
    await page.waitForURL('**/imports')
    t.notMatch(await page.locator('main').innerText(), /classeur/)
  })

  t.test(
    'the pages of imports have no fault of accessibility, on a wide and on a narrow screen',
    async (t) => {
      for (const address of ['/imports', '/imports/modele']) {
        const page = await application.visit()
        await page.goto(address)
        t.strictSame(await accessibilityFaults(page), [], address)
        await page.setViewportSize({ width: 320, height: 640 })
        t.ok(await fitsItsWidth(page), address)
      }
    },
  )
})
