type Optional<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T]

/** The same fields, where one that may be undefined is one that may be absent. */
export type Present<T> = Omit<T, Optional<T>> & { readonly [K in Optional<T>]?: Exclude<T[K], undefined> }

/** The fields that have a value: unknown is absent, never undefined. */
export const present = <T extends object>(fields: T): Present<T> =>
  // An entry is left out exactly where its value is undefined, which is what the type says.
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>
