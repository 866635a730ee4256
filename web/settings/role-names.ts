import type { Role } from '@vitalfew/contract/api/roles.ts'

/** From everything to looking. Written out here: a value of the contract would bring its validator onto the page. */
export const roleNames = [
  'administrator',
  'analyst',
  'manager',
  'accountManager',
  'viewer',
] as const satisfies readonly Role[]
