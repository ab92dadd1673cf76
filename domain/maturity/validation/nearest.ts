/** The name that was probably meant: the one that fewest changes of a letter turn it into; undefined when none is near. */
export const nearestOf = (written: string, known: Iterable<string>): string | undefined => {
  let nearest: { readonly name: string; readonly distance: number } | undefined
  for (const name of known) {
    const distance = distanceBetween(written.toLowerCase(), name.toLowerCase())
    if (nearest === undefined || distance < nearest.distance) nearest = { name, distance }
  }
  const most = Math.max(1, Math.floor(written.length / 3))
  return nearest !== undefined && nearest.distance <= most ? nearest.name : undefined
}

/** How many letters must be put in, taken out or replaced (Levenshtein, by the rows of Wagner and Fischer). */
const distanceBetween = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let place = 1; place <= one.length; place += 1) {
    const next = [place]
    for (let index = 1; index <= other.length; index += 1) {
      next.push(
        Math.min(
          (row[index] ?? 0) + 1,
          (next[index - 1] ?? 0) + 1,
          (row[index - 1] ?? 0) + (other[index - 1] === one[place - 1] ? 0 : 1),
        ),
      )
    }
    row = next
  }
  return row.at(-1) ?? 0
}
