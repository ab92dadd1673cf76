import type { RegistryIndex } from '#projections/kept/registry/registry-index.js'
import type { ProjectionReader } from './projection-reader.js'

/** The registry as use cases read it. */
export type RegistryReader = ProjectionReader<RegistryIndex>
