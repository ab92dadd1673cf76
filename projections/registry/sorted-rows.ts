/** The index of the first row that does not come before `place`. */
export const placeAmong = <Place>(
  rows: readonly Place[],
  place: Place,
  order: (one: Place, other: Place) => number,
  from = 0,
): number => {
  let low = from
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    const row = rows[middle]
    if (row !== undefined && order(row, place) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Sorted rows with others put among them. Comparing names is what costs: only the new ones are compared, and what lies
 * between them is copied.
 */
export const insertedRows = <Row>(
  rows: readonly Row[],
  inserted: readonly Row[],
  order: (one: Row, other: Row) => number,
): readonly Row[] => {
  const pieces: (readonly Row[])[] = []
  let copied = 0
  for (const row of inserted.toSorted(order)) {
    const place = placeAmong(rows, row, order, copied)
    pieces.push(rows.slice(copied, place), [row])
    copied = place
  }
  return [...pieces, rows.slice(copied)].flat()
}
