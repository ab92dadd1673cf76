import t from 'tap'
import { accessibilityFaults, browseApplication, fitsItsWidth, noBrowser } from '#test/support/browser.js'

t.test('the frame of every page, on the one that says that there is none', { skip: noBrowser }, async (t) => {
  const application = await browseApplication()
  t.teardown(application.close)

  t.test('it says what to do, without a fault of accessibility, and in both languages', async (t) => {
    const page = await application.visit()
    const complaints: string[] = []
    page.on('console', (message) => void complaints.push(message.text()))
    const answer = await page.goto('/nulle-part')
    t.equal(answer?.status(), 404)
    t.equal(await page.locator('h1').innerText(), 'Cette page n’existe pas')
    t.strictSame(await accessibilityFaults(page), [])
    await page.getByRole('link', { name: 'English' }).click()
    t.equal(await page.locator('h1').innerText(), 'There is no such page')
    await page.goto('/ailleurs')
    t.equal(await page.locator('html').getAttribute('lang'), 'en', 'the language is remembered')
    t.strictSame(
      complaints.filter((text) => !text.includes('404')),
      [],
      'the content policy stops nothing of ours',
    )
  })

  t.test('by keyboard, the first stop leads to the content', async (t) => {
    const page = await application.visit()
    await page.goto('/nulle-part')
    await page.keyboard.press('Tab')
    t.equal(await page.locator(':focus').innerText(), 'Aller au contenu')
    await page.keyboard.press('Enter')
    t.equal(await page.locator(':focus').getAttribute('id'), 'content')
  })

  t.test('on a narrow screen nothing is cut off', async (t) => {
    const page = await application.visit({ viewport: { width: 320, height: 640 } })
    await page.goto('/nulle-part')
    t.ok(await fitsItsWidth(page))
  })
})
