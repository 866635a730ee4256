import { z } from 'zod'

/** What a person may do, from everything to looking. One role to a person; departments say over which accounts. */
export const roles = ['administrator', 'analyst', 'manager', 'accountManager', 'viewer'] as const
export const Role = z.enum(roles).meta({ id: 'Role' })
export type Role = z.infer<typeof Role>

/** Fields that may be kept from a role, with everything that would give them away. */
export const guardedFields = ['profit', 'phone'] as const
export const GuardedField = z.enum(guardedFields).meta({ id: 'GuardedField' })
export type GuardedField = z.infer<typeof GuardedField>
