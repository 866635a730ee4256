import { columnTable } from './column-table.ts'
import { namedCustomer } from './read-customer-table.ts'
import { repeatedTexts } from './repeated-texts.ts'

/** Whether a table has a column that names customers, and none of them twice. */
export async function customersAreDistinct(path: string, signal: AbortSignal): Promise<boolean> {
  const column = namedCustomer(await columnTable(path, signal))
  return column !== undefined && repeatedTexts(column) === 0
}
