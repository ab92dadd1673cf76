import type { ImportFile } from '#src/tasks/importing/use-cases/table/read-table.js'

const BOUNDARY = 'trajectoires-test-boundary'

export const multipartHeaders = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } as const

/** A form that brings files (RFC 7578), as a browser sends it. */
export const multipartBody = (
  files: readonly ImportFile[],
  fields: Readonly<Record<string, string>> = {},
): Buffer =>
  Buffer.concat([
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    ...files.flatMap(({ name, bytes }) => [
      Buffer.from(
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`,
      ),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ])
