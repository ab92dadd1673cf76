import { existsSync, renameSync } from 'node:fs'
import { openMemoryReadStore } from '#adapters/read-store/memory/memory-read-store.js'
import { ReadStoreFault } from '#adapters/read-store/read-store-fault.js'
import { openSqliteReadStore } from '#adapters/read-store/sqlite/sqlite-read-store.js'
import type { ReadStore } from '#domain/ports/read-store.js'

/**
 * Opens the read store whatever state its file is in, since all of it can be built again from the log. Another process
 * holds it: this one builds its rows in memory, which takes longer and changes nothing. It is damaged, or no read
 * store: it is renamed, never deleted, and a new one is begun.
 *
 * @throws ReadStoreFault `newer-schema`: a newer program's file stays as it is
 */
export const openReadStore = (path: string, warn: (message: string) => void): ReadStore => {
  try {
    return openSqliteReadStore({ path })
  } catch (fault) {
    if (!(fault instanceof ReadStoreFault)) throw fault
    if (fault.code === 'in-use') {
      warn(
        'Un autre processus tient les lectures : celui-ci les reconstruit en mémoire. (Built in memory: another process holds the read store.)',
      )
      return openMemoryReadStore()
    }
    if (fault.code !== 'damaged' && fault.code !== 'not-a-read-store') throw fault
    const aside = setAside(path)
    warn(
      `Le fichier ${path} est abîmé ou n’est pas une base de lecture : il est gardé sous ${aside}, et les lectures sont reconstruites depuis le journal. ` +
        `(${path} was damaged or no read store: it is kept as ${aside}, and the read models are built again from the log.)`,
    )
    return openSqliteReadStore({ path })
  }
}

/** Renames the file to a name that is free, with the files that SQLite keeps beside it; gives the new name. */
const setAside = (path: string): string => {
  let count = 1
  while (existsSync(`${path}.ecarte-${count}`)) count += 1
  const aside = `${path}.ecarte-${count}`
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix)
  }
  return aside
}
