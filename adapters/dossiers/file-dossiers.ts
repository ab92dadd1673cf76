import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dossiers } from '#domain/ports/dossiers.js'

/** Dossiers as folders of files; the folder of all is made with the first. */
export const openFileDossiers = (folder: string): Dossiers => ({
  write: async (id, name, bytes) => {
    const dossier = join(folder, checked(id))
    await mkdir(dossier, { recursive: true })
    await writeWhole(join(dossier, checked(name)), bytes)
    await synced(dossier)
  },
  read: (id, name) => orMissing(readFile(join(folder, checked(id), checked(name)))),
  ids: async () => {
    const found = (await orMissing(readdir(folder, { withFileTypes: true }))) ?? []
    return found.flatMap((entry) => (entry.isDirectory() && isPlain(entry.name) ? [entry.name] : []))
  },
  remove: (id, name) =>
    rm(name === undefined ? join(folder, checked(id)) : join(folder, checked(id), checked(name)), {
      recursive: true,
      force: true,
    }),
})

/** Beside its place first, then moved there: a reader, or an accident, never meets half of it. */
const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  const beside = `${path}.new`
  const file = await open(beside, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
}

/** A new name is durable once its folder is. */
const synced = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const orMissing = async <T>(reading: Promise<T>): Promise<T | undefined> => {
  try {
    return await reading
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined
    throw fault
  }
}

const isPlain = (name: string): boolean => /^[a-z0-9](?:[a-z0-9.-]{0,98}[a-z0-9])?$/i.test(name)

/** An id comes from an address: it must not lead out of the folder. */
const checked = (name: string): string => {
  if (isPlain(name) && !name.includes('..')) return name
  throw new Error(`not the name of a dossier: ${JSON.stringify(name)}`)
}
