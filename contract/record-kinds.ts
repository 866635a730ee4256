import { z } from 'zod'

/** What can be imported beside sales: each kind has fields, words for its headers and a table of its own. */
export const recordKinds = [
  'accounts',
  'contacts',
  'opportunities',
  'events',
  'tickets',
  'surveys',
  'contracts',
  'costs',
  'targets',
  'industry',
  'products',
  'rates',
] as const

export const RecordKind = z.enum(recordKinds)
export type RecordKind = z.infer<typeof RecordKind>

/** Everything that `vitalfew import --kind` takes. */
export const importKinds = ['sales', ...recordKinds] as const

export const ImportKind = z.enum(importKinds)
export type ImportKind = z.infer<typeof ImportKind>
