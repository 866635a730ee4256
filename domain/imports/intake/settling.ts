import type { ImportExtent } from '@vitalfew/contract/import-log.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { ImportEvent, LoggedImport } from '../commit/import-log.query.ts'
import type { IntakeRequest } from './intake-request.ts'
import type { SourceMemory } from './source-memory.ts'

/** Sales that are to be taken in, and what was there before them. */
export interface SalesIntake {
  readonly request: IntakeRequest
  readonly memory: SourceMemory | undefined
  readonly log: readonly LoggedImport[]
}

/** How far the files of one intake have been settled: what counts after them, and what is to be written down. */
export interface Settling extends SalesIntake {
  readonly warehouse: Warehouse
  /** The next free number of an import. */
  readonly free: () => number
  readonly current: Map<number, LoggedImport>
  readonly extents: Map<number, ImportExtent>
  readonly events: ImportEvent[]
  readonly complete: number[]
}
