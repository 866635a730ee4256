import type { GuardedField, Role } from '@vitalfew/contract/api/roles.ts'
import { type Locale, locales } from '@vitalfew/contract/locale.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { sql } from 'kysely'
import type { Viewer } from '../viewer.ts'

/** Somebody who is signed in: what verbs need to know of them, and what their own page shows. */
export interface Person {
  readonly viewer: Viewer
  readonly email: string
  readonly departments: readonly { readonly id: string; readonly name: string }[]
  readonly hasSecondFactor: boolean
}

interface Row {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly locale: string
  readonly secondFactor: boolean
  readonly departments: readonly { readonly id: string; readonly name: string }[]
  readonly hidden: readonly GuardedField[]
}

/** Who somebody is at this moment: rights taken away count from the next request. undefined for those shut out. */
export async function loadPerson(database: StoreClient['database'], id: string): Promise<Person | undefined> {
  const { rows } = await sql<Row>`
    SELECT p.name, p.email, p.role, p.locale, p.second_factor AS "secondFactor",
      (SELECT coalesce(json_agg(json_build_object('id', d.id, 'name', d.name) ORDER BY d.name), '[]')
       FROM department d
       WHERE d.leader_id = p.id
         OR EXISTS (SELECT FROM department_member m WHERE m.department_id = d.id AND m.person_id = p.id)) AS departments,
      ARRAY(SELECT field FROM field_right f WHERE f.role = p.role ORDER BY field) AS hidden
    FROM person p WHERE p.id = ${id} AND p.is_active`.execute(database)
  const [row] = rows
  if (row === undefined) return undefined
  const { name, email, role, departments, hidden, secondFactor: hasSecondFactor } = row
  const scopes = scopesOf(role, { id, departments })
  return {
    viewer: { userId: id, name, locale: known(row.locale), role, scopes, hidden: new Set(hidden) },
    email,
    departments,
    hasSecondFactor,
  }
}

/** Whose accounts a role sees: all, those of its departments, or those given to the person. */
function scopesOf(
  role: Role,
  { id, departments }: { readonly id: string; readonly departments: readonly { readonly id: string }[] },
): Viewer['scopes'] {
  switch (role) {
    case 'administrator':
    case 'analyst':
      return 'all'
    case 'manager':
    case 'viewer':
      return departments.map((department) => `department:${department.id}`)
    case 'accountManager':
      return [`user:${id}`]
  }
}

function known(locale: string): Locale {
  return locales.find((one) => one === locale) ?? 'zh-CN'
}
