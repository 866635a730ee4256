import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { Viewer } from '../../access/index.ts'
import type { SourceReach } from '../sources/source-reach.ts'
import type { JobProgress } from '../queue/job-life.ts'

/** What the work of a job is given. */
export interface JobSurroundings {
  readonly jobId: string
  /** Whoever asked for it, with the rights they have now. */
  readonly viewer: Viewer
  readonly warehouse: Warehouse
  readonly database: StoreClient['database']
  /** Where uploads, rejected rows and exports are kept. */
  readonly uploadsDirectory: string
  /** The sales of the sample company, by language. */
  readonly sampleSales: Readonly<Record<Viewer['locale'], string>>
  /** What may be fetched from on somebody's behalf. */
  readonly reach: SourceReach
  readonly productVersion: string
  readonly today: string
  readonly signal: AbortSignal
  readonly progress: (progress: JobProgress) => void
}
