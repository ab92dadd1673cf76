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
 * Sorted rows without some of them and with others put in. Comparing names is what costs: the places of what goes and
 * of what comes are found by halving, and all that lies between them is copied.
 */
export const replacedRows = <Row>(
  rows: readonly Row[],
  removed: readonly Row[],
  inserted: readonly Row[],
  order: (one: Row, other: Row) => number,
): readonly Row[] => {
  const edits = [
    ...inserted.toSorted(order).map((row) => ({ place: placeAmong(rows, row, order), put: [row] })),
    ...removed.map((row) => ({ place: placeAmong(rows, row, order), put: [] })),
  ].sort((one, other) => one.place - other.place)
  const result: Row[] = []
  let copied = 0
  const copyUpTo = (place: number): void => {
    for (; copied < place; copied += 1) result.push(rows[copied] as Row) // it lies before `rows.length`
  }
  for (const { place, put } of edits) {
    copyUpTo(place)
    result.push(...put)
    if (put.length === 0) copied += 1
  }
  copyUpTo(rows.length)
  return result
}
