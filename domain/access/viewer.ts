import type { GuardedField, Role } from '@vitalfew/contract/api/roles.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'

/**
 * The person on whose behalf something is done, and what they may see. Every verb that a page uses takes it first, and
 * there is no viewer who may do everything without being named.
 */
export interface Viewer {
  readonly userId: string
  readonly name: string
  readonly locale: Locale
  readonly role: Role
  /** Whose accounts: all, or those under `department:<id>` and `user:<id>`. An empty list sees no account. */
  readonly scopes: 'all' | readonly string[]
  /** Fields kept from this person, in pages, filters, exports and totals alike. */
  readonly hidden: ReadonlySet<GuardedField>
}
