import type { MultipartFile, MultipartValue } from '@fastify/multipart'

/** A file as it was sent. */
export interface UploadedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a form that brings files holds, its files and its fields apart. */
export interface Uploaded {
  readonly files: readonly UploadedFile[]
  readonly fields: Readonly<Record<string, string>>
}

/** The parts of a form as `attachFieldsToBody` leaves them in the body; a file field that was left empty brings none. */
export const uploadedIn = async (body: unknown): Promise<Uploaded> => {
  const parts = Object.values((body ?? {}) as Readonly<Record<string, Part | readonly Part[]>>).flat() // made by the plugin
  const files: UploadedFile[] = []
  for (const part of parts) {
    if (part.type !== 'file') continue
    const bytes = await part.toBuffer()
    if (part.filename !== '' || bytes.length > 0) files.push({ name: nameOf(part.filename), bytes })
  }
  const fields = parts.flatMap((part) =>
    part.type === 'field' && typeof part.value === 'string' ? [[part.fieldname, part.value] as const] : [],
  )
  return { files, fields: Object.fromEntries(fields) }
}

type Part = MultipartFile | MultipartValue

/** Without the folders that some browsers send along; never empty, and never longer than a file system takes. */
const nameOf = (filename: string): string => {
  const name = filename.split(/[/\\]/).at(-1)?.trim().slice(0, 200) ?? ''
  return name === '' ? 'import.csv' : name
}
