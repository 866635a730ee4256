import type { ZipEntry } from './zip-directory.ts'

/** How a table lies in its file: as it is, in a gzip stream, or as the one entry of a zip archive. */
export type Packing = 'none' | 'gzip' | ZipEntry
