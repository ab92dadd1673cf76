// What the pages that record are better with: dates understood while one types, a preview that follows, a list that narrows.

const PAUSE = 350

/** Calls once nothing has happened for a while. */
const settled = (work) => {
  let waiting
  return (...given) => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void work(...given), PAUSE)
  }
}

// Dates: how each is understood, said below it.
const understand = async (input) => {
  const said = input.parentElement.querySelector('.understood')
  const text = input.value.trim()
  delete said.dataset.code
  if (text === '') return said.replaceChildren()
  const answer = await fetch(`/v1/dates?text=${encodeURIComponent(text.slice(0, 200))}`)
  if (!answer.ok || input.value.trim() !== text) return
  const date = await answer.json()
  const language = input.dataset.language
  if (!date.understood) {
    said.dataset.code = date.code
    return said.replaceChildren(date.remedy[language])
  }
  const strong = document.createElement('strong')
  strong.textContent = date.sentence[language]
  const among = date.among?.[language]
  said.replaceChildren(`${input.dataset.prefix} `, strong, among === undefined ? '' : ` (${among})`)
}
for (const input of document.querySelectorAll('input[data-role="date"]')) {
  input.addEventListener(
    'input',
    settled(() => understand(input)),
  )
}

// The preview: what «Vérifier» would show, as soon as the form can be read.
const form = document.querySelector('form.recording')
const place = form?.querySelector('[data-role="preview"]')
let latest = 0
const preview = async () => {
  // What is plainly unfinished is not asked about.
  if (!form.checkValidity() || form.querySelector('.understood[data-code]') || isOfNobody()) {
    return place.replaceChildren()
  }
  latest += 1
  const mine = latest
  const body = new URLSearchParams(new FormData(form))
  body.set('action', 'apercu') // a check that nobody comes back to
  const answer = await fetch(form.getAttribute('action'), { method: 'POST', body })
  if (mine !== latest) return
  if (!answer.ok) return place.replaceChildren()
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const shown = page.querySelector('[data-role="preview"]')
  // What has not changed is not announced again, and who is typing stays where they are.
  if (mine !== latest || shown === null || shown.textContent === place.textContent) return
  for (const card of shown.children) card.removeAttribute('autofocus')
  place.replaceChildren(...shown.childNodes)
}
const isOfNobody = () => form.elements.cherche && !form.querySelector('input[name="organisation"]')
if (place) {
  const soon = settled(preview)
  form.addEventListener('input', (event) => {
    if (event.target.name !== 'cherche') soon()
  })
}

// The kinds: the list narrows with each letter.
const search = document.querySelector('input[data-role="kind-search"]')
const plain = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
search?.addEventListener('input', () => {
  const wanted = plain(search.value)
  let left = 0
  for (const family of document.querySelectorAll('[data-role="family"]')) {
    let shown = 0
    for (const kind of family.querySelectorAll('[data-words]')) {
      kind.hidden = !kind.dataset.words.includes(wanted)
      if (!kind.hidden) shown += 1
    }
    family.hidden = shown === 0
    left += shown
  }
  document.querySelector('[data-role="no-kind"]').hidden = left > 0
})
