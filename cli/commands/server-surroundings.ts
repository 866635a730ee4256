import type { Locale } from '@vitalfew/contract/locale.ts'
import type { Output } from '../output/output.ts'
import type { OpenSomeWarehouse } from './open-place.ts'
import type { OpenSomeStore } from './open-selection.ts'

/** What serving, backing up and restoring are given besides their options. */
export interface ServerSurroundings {
  readonly locale: Locale
  readonly output: Output
  readonly signal: AbortSignal
  readonly openWarehouse: OpenSomeWarehouse
  readonly openStore: OpenSomeStore
}
