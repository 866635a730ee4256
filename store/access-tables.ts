import type { ColumnType, JSONColumnType } from 'kysely'

type CreatedAt = ColumnType<Date, never, never>
type Role = 'administrator' | 'analyst' | 'manager' | 'accountManager' | 'viewer'

/** The tables of people, of what they may see, and of what they did. */
export interface AccessTables {
  readonly person: PersonTable
  readonly person_session: PersonSessionTable
  readonly person_credential: PersonCredentialTable
  readonly person_second_factor: { readonly person_id: string }
  readonly department: DepartmentTable
  readonly department_member: { readonly department_id: string; readonly person_id: string }
  readonly invitation: InvitationTable
  readonly field_right: { readonly role: Role; readonly field: 'profit' | 'phone' }
  readonly api_key: ApiKeyTable
  readonly rate_limit: { readonly key: string; readonly window_start: Date; readonly hits: number }
  readonly setup_token: { readonly hash: string; readonly created_at: CreatedAt }
  readonly setting: SettingTable
  readonly audit_entry: AuditEntryTable
  readonly audit_head: { readonly number: number; readonly hash: string }
}

/** Somebody who can sign in, or could. */
interface PersonTable {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly email_verified: ColumnType<boolean, boolean | undefined>
  readonly role: Role
  readonly locale: string
  readonly is_active: ColumnType<boolean, boolean | undefined>
  readonly second_factor: ColumnType<boolean, boolean | undefined>
  readonly last_sign_in_at: ColumnType<Date | null, undefined, Date>
  readonly created_at: CreatedAt
  readonly updated_at: ColumnType<Date, never, Date>
}

interface PersonSessionTable {
  readonly id: string
  readonly person_id: string
  readonly token: string
  readonly expires_at: Date
  readonly ip_address: string | null
  readonly user_agent: string | null
  readonly created_at: CreatedAt
  readonly updated_at: CreatedAt
}

interface PersonCredentialTable {
  readonly id: string
  readonly person_id: string
  readonly provider_id: string
  readonly provider_account_id: string
  readonly password: string | null
  readonly updated_at: ColumnType<Date, never, Date>
}

interface DepartmentTable {
  readonly id: string
  readonly name: string
  readonly leader_id: string | null
  readonly created_at: CreatedAt
}

interface InvitationTable {
  readonly id: string
  readonly kind: 'invitation' | 'password'
  readonly token_hash: string
  readonly person_id: string | null
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly department_ids: readonly string[]
  readonly invited_by: string
  readonly created_at: CreatedAt
  readonly expires_at: Date
  readonly used_at: ColumnType<Date | null, undefined, Date>
  readonly revoked_at: ColumnType<Date | null, undefined, Date>
}

interface ApiKeyTable {
  readonly id: string
  readonly person_id: string
  readonly name: string
  readonly start: string
  readonly hash: string
  readonly scopes: readonly ('read' | 'write' | 'administer')[]
  readonly created_at: CreatedAt
  readonly expires_at: Date | null
  readonly last_used_at: ColumnType<Date | null, undefined, Date>
  readonly revoked_at: ColumnType<Date | null, undefined, Date>
}

interface SettingTable {
  readonly document: JSONColumnType<object>
  readonly version: number
  readonly secret_fingerprint: string | null
}

interface AuditEntryTable {
  readonly number: number
  readonly at: Date
  readonly actor_id: string
  readonly actor_name: string
  readonly action: string
  readonly subject: string
  readonly details: JSONColumnType<Record<string, unknown>, string, never>
  readonly hash: string
}
