import type { User } from '@vitalfew/contract/api/access.ts'
import type { Role } from '@vitalfew/contract/api/roles.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { locales } from '@vitalfew/contract/locale.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { sql } from 'kysely'
import { authorise } from '../authorise.ts'
import type { Viewer } from '../viewer.ts'

/** Everybody, those who are shut out included. */
export async function listUsers(viewer: Viewer, database: StoreClient['database']): Promise<User[]> {
  authorise(viewer, ['administrator'])
  return users(database)
}

/** The names of those who can sign in. */
export async function userNames(
  _viewer: Viewer,
  database: StoreClient['database'],
): Promise<{ id: string; name: string; role: Role }[]> {
  return database
    .selectFrom('person')
    .select(['id', 'name', 'role'])
    .where('is_active', '=', true)
    .orderBy('name')
    .execute()
}

/** @throws ProductError `access.notFound` */
export async function userOf(database: StoreClient['database'], id: string): Promise<User> {
  const [user] = await users(database, id)
  if (user === undefined) throw new ProductError('access.notFound')
  return user
}

interface Row extends Omit<User, 'createdAt' | 'lastSignInAt' | 'locale'> {
  readonly createdAt: Date
  readonly lastSignInAt: Date | null
  readonly locale: string
}

async function users(database: StoreClient['database'], id?: string): Promise<User[]> {
  const { rows } = await sql<Row>`
    SELECT p.id, p.name, p.email, p.role, p.locale, p.is_active AS "isActive", p.second_factor AS "hasSecondFactor",
      p.created_at AS "createdAt", p.last_sign_in_at AS "lastSignInAt",
      ARRAY(SELECT department_id::text FROM department_member m WHERE m.person_id = p.id ORDER BY 1) AS "departmentIds"
    FROM person p
    WHERE ${id ?? null}::text IS NULL OR p.id = ${id ?? null}::text
    ORDER BY p.name, p.id`.execute(database)
  return rows.map((row) => ({
    ...row,
    locale: locales.find((one) => one === row.locale) ?? 'zh-CN',
    createdAt: row.createdAt.toISOString(),
    lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
  }))
}
