// What every page is better with, and none needs.

// A form is sent once, however often its button is pressed.
document.addEventListener('submit', (event) => {
  const form = event.target
  if (form.method !== 'post') return
  if (form.dataset.sent === 'yes') event.preventDefault()
  form.dataset.sent = 'yes'
})

// Coming back by the browser's history, a form can be sent again.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent
})

// Filters apply as they are chosen by pointer; by keyboard, where each arrow chooses, and without this, their button does.
for (const form of document.querySelectorAll('form[data-role="filters"]')) {
  let byKeyboard = false
  form.addEventListener('keydown', () => (byKeyboard = true), true)
  form.addEventListener('pointerdown', () => (byKeyboard = false), true)
  form.addEventListener('change', (event) => {
    if (!byKeyboard && event.target.matches('select, input[type="checkbox"], input[type="radio"]'))
      form.requestSubmit()
  })
}

// What is folded is printed too.
window.addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details:not([open])')) {
    details.open = true
    details.dataset.opened = 'for-print'
  }
})
window.addEventListener('afterprint', () => {
  for (const details of document.querySelectorAll('details[data-opened="for-print"]')) {
    details.open = false
    delete details.dataset.opened
  }
})
