/**
 * The same function, worked out once for each value that it is asked of. It must rest on that value alone, and the value
 * never change: a view that later events replace, a model, a criterion. What was worked out is forgotten with the value.
 */
export const onceForEach = <Of extends object, Result>(workOut: (of: Of) => Result): ((of: Of) => Result) => {
  const known = new WeakMap<Of, { readonly result: Result }>()
  return (of) => {
    const found = known.get(of)
    if (found !== undefined) return found.result
    const result = workOut(of)
    known.set(of, { result })
    return result
  }
}
