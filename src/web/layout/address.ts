/** The same address with some parameters of its query set anew. */
export const withParameters = (address: string, set: Readonly<Record<string, string>>): string =>
  withQuery(address, (parameters) => {
    for (const [name, value] of Object.entries(set)) parameters.set(name, value)
  })

/** The same address without some parameters of its query. */
export const withoutParameters = (address: string, names: readonly string[]): string =>
  withQuery(address, (parameters) => {
    for (const name of names) parameters.delete(name)
  })

const withQuery = (address: string, change: (parameters: URLSearchParams) => void): string => {
  const [path = '/', query = ''] = address.split('?', 2)
  const parameters = new URLSearchParams(query)
  change(parameters)
  const changed = parameters.toString()
  return changed === '' ? path : `${path}?${changed}`
}
