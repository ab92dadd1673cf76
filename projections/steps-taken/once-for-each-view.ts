/**
 * The same function, worked out once for each view: a view is a value that no later event changes, and one question asks
 * the same of it many times. What was worked out is forgotten with the view.
 */
export const onceForEachView = <View extends object, Result>(
  workOut: (view: View) => Result,
): ((view: View) => Result) => {
  const known = new WeakMap<View, { readonly result: Result }>()
  return (view) => {
    const found = known.get(view)
    if (found !== undefined) return found.result
    const result = workOut(view)
    known.set(view, { result })
    return result
  }
}
