import type { House } from '#src/handling/house.js'
import type { Viewer } from '#domain/access/viewer.js'
import { createTurns } from '#adapters/follower/turns.js'
import { randomUUID } from 'node:crypto'
import type { ImportOptions } from '#src/tasks/importing/use-cases/recording/import-history.js'
import { importShelf } from './shelf/import-shelf.js'
import {
  commitImport,
  findImport,
  forgetImport,
  importAtOnce,
  listImports,
  tryImport,
  type ImportAsked,
  type KeepingImports,
} from './shelf/keep-imports.js'
import { readSample, sampleHistory } from '#src/sample/sample-history.js'
import type { ImportFile } from './table/read-table.js'

/** What imports are kept with: a shelf for their files and reports, and one import at a time. */
export const keepingImports = (house: House): Omit<KeepingImports, 'viewer'> => ({
  ...house,
  imports: importShelf(house.importDossiers),
  newId: randomUUID,
  inTurn: createTurns().run,
})

/** Histories as files: tried, recorded, and what became of each row. */
export const importing = (house: House) => {
  const keeping = keepingImports(house)
  return (viewer: Viewer) => {
    const inside: KeepingImports = { ...keeping, viewer }
    return {
      importing: {
        try: (asked: ImportAsked) => tryImport(inside, asked),
        commit: (id: string) => commitImport(inside, id),
        /** Records without a trial before, as from the command line; the report is kept. */
        atOnce: (files: readonly ImportFile[], options: ImportOptions) =>
          importAtOnce(inside, files, options),
        /** The real history that ships with the program; a second time adds nothing. */
        sample: (options: Omit<ImportOptions, 'collection'> & { readonly collection?: string }) =>
          importAtOnce(inside, readSample(), { collection: sampleHistory.collection, ...options }),
        list: () => listImports(inside),
        find: (id: string) => findImport(inside, id),
        forget: (id: string) => forgetImport(inside, id),
      },
    }
  }
}
export type Importing = ReturnType<ReturnType<typeof importing>>
