/**
 * What a table holds under a key that came from outside: `constructor` and `__proto__` are keys like any other, which
 * plain objects answer for all the same.
 */
export const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined
