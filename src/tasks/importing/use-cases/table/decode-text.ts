/** How a file was written. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'windows-1252'

export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
}

/**
 * The text of a file as spreadsheets save it: UTF-8 with or without byte order mark, UTF-16 with one («texte Unicode»),
 * or else Windows-1252, in which every sequence of bytes is some text.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf) && isUtf8(bytes)) {
    return { text: utf8.decode(bytes.subarray(3)), encoding: 'utf-8-bom' }
  }
  if (startsWith(bytes, 0xff, 0xfe)) {
    return { text: new TextDecoder('utf-16le').decode(bytes.subarray(2)), encoding: 'utf-16le' }
  }
  return isUtf8(bytes)
    ? { text: utf8.decode(bytes), encoding: 'utf-8' }
    : { text: windows1252(bytes), encoding: 'windows-1252' }
}

/**
 * True of files that are no text: zipped workbooks (XLSX, ODS), older workbooks (XLS), PDF, by how they begin; pictures
 * and all others by a zero byte, which only UTF-16 has in a text.
 */
export const isBinary = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) ||
  startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) ||
  startsWith(bytes, 0x25, 0x50, 0x44, 0x46) ||
  (bytes.includes(0) && !startsWith(bytes, 0xff, 0xfe))

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    utf8.decode(bytes)
    return true
  } catch {
    return false // the only way in which a fatal decoder says that bytes are not its encoding
  }
}

const startsWith = (bytes: Uint8Array, ...signs: readonly number[]): boolean =>
  signs.every((sign, index) => bytes[index] === sign)

/** 0x80 to 0x9F, where Windows-1252 is not Latin-1 (WHATWG Encoding, index windows-1252). */
const between80And9f = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** By hand, since the decoder of Node 20 takes Windows-1252 for Latin-1 and loses apostrophes and «œ» (nodejs/node#56542). */
const windows1252 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) =>
    byte >= 0x80 && byte <= 0x9f ? (between80And9f[byte - 0x80] ?? '') : String.fromCharCode(byte),
  ).join('')
