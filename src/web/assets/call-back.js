// How many boxes are ticked, beside the button that confirms them; without this the button alone says what it does.
const form = document.getElementById('toujours-vrai')
const button = form?.querySelector('button[type="submit"]')
if (button) {
  const said = button.textContent
  const boxes = [...document.querySelectorAll('input[name="steps"][form="toujours-vrai"]')]
  const tell = () => {
    const count = new Set(boxes.filter((box) => box.checked).map((box) => box.value)).size
    button.textContent = count === 0 ? said : `${said} (${count})`
  }
  for (const box of boxes) {
    box.addEventListener('change', () => {
      for (const other of boxes) if (other.value === box.value) other.checked = box.checked // one step, several cards
      tell()
    })
  }
  window.addEventListener('pageshow', tell)
  tell()
}
