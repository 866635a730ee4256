import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'

/**
 * Puts somebody into departments, and out of all others.
 *
 * @throws ProductError `access.notFound` for a department that is not there
 */
export async function setDepartments(
  transaction: StoreClient['database'],
  person: string,
  departmentIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(departmentIds)]
  await transaction.deleteFrom('department_member').where('person_id', '=', person).execute()
  if (wanted.length === 0) return
  const found = await transaction.selectFrom('department').select('id').where('id', 'in', wanted).execute()
  if (found.length !== wanted.length) throw new ProductError('access.notFound')
  const rows = wanted.map((id) => ({ department_id: id, person_id: person }))
  await transaction.insertInto('department_member').values(rows).execute()
}
