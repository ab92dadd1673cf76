/** Texts one after the other, the last behind its own word: «a, b ou c». */
export const enumeration = (parts: readonly string[], last: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1) ?? ''}`
