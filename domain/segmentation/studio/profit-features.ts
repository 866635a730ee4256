import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Viewer } from '../../access/index.ts'
import { hiddenAccountFields, type PublishedRun } from '../../accounts/index.ts'

/** The features that tell of profit in a run, whoever asks. */
export function profitFeatures(run: PublishedRun): ReadonlySet<string> {
  const blind: Viewer = {
    userId: '',
    name: '',
    locale: 'en',
    role: 'viewer',
    scopes: [],
    hidden: new Set(['profit']),
  }
  return hiddenAccountFields(blind, run)
}

export type Database = StoreClient['database']
