import type { FilePreview, PreviewFile } from '@vitalfew/domain/imports/index.ts'
import type { JobProgress } from '@vitalfew/domain/jobs/index.ts'
import type { Job, JobKind } from '@vitalfew/contract/api/jobs.ts'
import type { ErrorCode, ErrorDetails } from '@vitalfew/contract/errors.ts'
import type { StoreAddress } from '@vitalfew/store/client.ts'
import type { ClusterAddress } from '@vitalfew/warehouse/cluster/cluster-address.ts'
import type { WarehouseAddress } from '@vitalfew/warehouse/connect.ts'

/** How a child reaches the engines of the server that started it. */
export interface EngineAddresses {
  readonly warehouse: WarehouseAddress | ClusterAddress
  readonly store: StoreAddress
}

/** What a child is asked: one job, or how a file would be read. */
export type ChildRequest =
  | {
      readonly ask: 'job'
      readonly jobId: string
      readonly kind: JobKind
      readonly input: object
      readonly personId: string
      readonly locale: string
      readonly addresses: EngineAddresses
      readonly uploadsDirectory: string
      readonly productVersion: string
      readonly today: string
    }
  | { readonly ask: 'preview'; readonly file: Omit<PreviewFile, 'signal'> }

export type ToChild = ChildRequest | { readonly ask: 'cancel' }

export interface Fault {
  readonly code: ErrorCode | 'unexpected'
  readonly details: ErrorDetails
}

export type FromChild =
  | { readonly tell: 'progress'; readonly progress: JobProgress }
  | { readonly tell: 'done'; readonly result: Job['result'] }
  | { readonly tell: 'preview'; readonly preview: FilePreview }
  | { readonly tell: 'failed'; readonly fault: Fault }
