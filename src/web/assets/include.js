// Brings a part of another page to where its link stands; without this, the link leads there.
for (const place of document.querySelectorAll('[data-role="include"]')) {
  const link = place.querySelector('a')
  fetch(link.href, { headers: { accept: 'text/html' } })
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText))))
    .then((html) => {
      const part = new DOMParser().parseFromString(html, 'text/html').getElementById(place.dataset.part)
      if (part !== null) place.replaceWith(document.adoptNode(part))
    })
    .catch(() => undefined) // the link stays
}
