import type { ImportKind } from '@vitalfew/contract/record-kinds.ts'

/** What can be taken in, from what every analysis needs to what only some do. */
export const importKinds = [
  'sales',
  'accounts',
  'contacts',
  'opportunities',
  'events',
  'tickets',
  'surveys',
  'contracts',
  'costs',
  'targets',
  'products',
  'rates',
  'industry',
] as const satisfies readonly ImportKind[]
