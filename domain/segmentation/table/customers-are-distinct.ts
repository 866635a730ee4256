import { textTable } from '../../churn/index.ts'
import { namedCustomer } from './read-customer-table.ts'

/** Whether a table has a column that names customers, and none of them twice. */
export async function customersAreDistinct(path: string, signal: AbortSignal): Promise<boolean> {
  const column = namedCustomer(await textTable(path, { signal }))
  return column !== undefined && new Set(column).size === column.length
}
