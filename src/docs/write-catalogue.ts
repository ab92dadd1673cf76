import { mkdirSync, writeFileSync } from 'node:fs'
import { describeCatalogue } from '#domain/steps/catalogue/describe-catalogue.js'

/** Writes the page of the catalogue where the documentation keeps it; `make docs` runs this from the project's root. */
mkdirSync('docs', { recursive: true })
writeFileSync('docs/catalogue.md', describeCatalogue())
