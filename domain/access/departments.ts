import { randomUUID } from 'node:crypto'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { sql } from 'kysely'
import { recordAudit } from '../audit/index.ts'
import { authorise } from './authorise.ts'
import { isUniqueViolation } from './unique-violation.ts'
import type { Viewer } from './viewer.ts'

interface Department {
  readonly id: string
  readonly name: string
  readonly leaderId: string | null
  readonly memberIds: string[]
}

/** All departments; their names are no secret among those who sign in. */
export async function listDepartments(_viewer: Viewer, database: StoreClient['database']): Promise<Department[]> {
  return departments(database)
}

/** @throws ProductError `access.departmentTaken`, `access.notFound` for a leader who is not there */
export async function createDepartment(
  viewer: Viewer,
  database: StoreClient['database'],
  { name, leaderId }: { readonly name: string; readonly leaderId: string | null },
): Promise<Department> {
  authorise(viewer, ['administrator'])
  return changing(database, name, async (transaction) => {
    const id = randomUUID()
    await requirePeople(transaction, leaderId === null ? [] : [leaderId])
    await transaction.insertInto('department').values({ id, name, leader_id: leaderId }).execute()
    await recordAudit(transaction, {
      viewer,
      action: 'department.created',
      subject: `department:${id}`,
      details: { name, leaderId },
    })
    return departmentOf(transaction, id)
  })
}

/** @throws ProductError `access.departmentTaken`, `access.notFound` */
export async function updateDepartment(
  viewer: Viewer,
  database: StoreClient['database'],
  change: {
    readonly id: string
    readonly name?: string | undefined
    readonly leaderId?: string | null | undefined
    readonly memberIds?: readonly string[] | undefined
  },
): Promise<Department> {
  authorise(viewer, ['administrator'])
  const { id, name, leaderId, memberIds } = change
  return changing(database, name ?? '', async (transaction) => {
    const before = await departmentOf(transaction, id)
    await requirePeople(transaction, [...(memberIds ?? []), ...(leaderId ? [leaderId] : [])])
    await transaction
      .updateTable('department')
      .set({ name: name ?? before.name, leader_id: leaderId === undefined ? before.leaderId : leaderId })
      .where('id', '=', id)
      .execute()
    if (memberIds !== undefined) await replaceMembers(transaction, { id, memberIds })
    await recordAudit(transaction, {
      viewer,
      action: 'department.updated',
      subject: `department:${id}`,
      details: { before, change },
    })
    return departmentOf(transaction, id)
  })
}

/** @throws ProductError `access.notFound` */
export async function removeDepartment(
  viewer: Viewer,
  database: StoreClient['database'],
  { id }: { readonly id: string },
): Promise<void> {
  authorise(viewer, ['administrator'])
  await database.transaction().execute(async (transaction) => {
    const before = await departmentOf(transaction, id)
    await transaction.deleteFrom('department').where('id', '=', id).execute()
    await recordAudit(transaction, {
      viewer,
      action: 'department.removed',
      subject: `department:${id}`,
      details: { before },
    })
  })
}

async function departments(database: StoreClient['database'], id?: string): Promise<Department[]> {
  const { rows } = await sql<Department>`
    SELECT d.id, d.name, d.leader_id AS "leaderId",
      coalesce(array_agg(m.person_id ORDER BY m.person_id) FILTER (WHERE m.person_id IS NOT NULL), '{}') AS "memberIds"
    FROM department d LEFT JOIN department_member m ON m.department_id = d.id
    WHERE ${id ?? null}::uuid IS NULL OR d.id = ${id ?? null}::uuid
    GROUP BY d.id ORDER BY d.name`.execute(database)
  return rows
}

async function departmentOf(database: StoreClient['database'], id: string): Promise<Department> {
  const [department] = await departments(database, id)
  if (department === undefined) throw new ProductError('access.notFound')
  return department
}

async function requirePeople(database: StoreClient['database'], ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const found = await database.selectFrom('person').select('id').where('id', 'in', wanted).execute()
  if (found.length !== wanted.length) throw new ProductError('access.notFound')
}

async function replaceMembers(
  transaction: StoreClient['database'],
  { id, memberIds }: { readonly id: string; readonly memberIds: readonly string[] },
): Promise<void> {
  await transaction.deleteFrom('department_member').where('department_id', '=', id).execute()
  const rows = [...new Set(memberIds)].map((person) => ({ department_id: id, person_id: person }))
  if (rows.length > 0) await transaction.insertInto('department_member').values(rows).execute()
}

async function changing<Result>(
  database: StoreClient['database'],
  name: string,
  work: (transaction: StoreClient['database']) => Promise<Result>,
): Promise<Result> {
  try {
    return await database.transaction().execute(work)
  } catch (cause) {
    if (isUniqueViolation(cause)) throw new ProductError('access.departmentTaken', { name }, { cause })
    throw cause
  }
}
