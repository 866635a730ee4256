import { ProductError } from '@vitalfew/contract/errors.ts'
import { sql } from 'kysely'
import type { StoreClient } from './client.ts'
import { storedTables } from './stored-tables.ts'
import { contentOfTables, fillTable, pagesOfTable, speakAlike, type TableContent } from './table-rows.ts'

/** Tables that have rows from the beginning, which say nothing of anybody having used the store. */
const seededTables: ReadonlySet<string> = new Set(['field_right', 'setting', 'audit_head'])

/**
 * Makes one store hold what another holds, all of it in one transaction: a copy that was cut off has not begun. Both are
 * of the same version. A target that holds the same already stays as it is.
 *
 * @throws {ProductError} `workspace.copyTargetInUse` where the target holds anything else, `workspace.copyDiffers`
 */
export async function copyStore(from: StoreClient, to: StoreClient): Promise<TableContent[]> {
  return from.database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (source) => {
      await speakAlike(source)
      const tables = await storedTables(source)
      const wanted = await contentOfTables(source, tables)
      return to.database.transaction().execute(async (target) => {
        await speakAlike(target)
        const found = await contentOfTables(target, tables)
        if (isSame(wanted, found)) return wanted
        const entries = found.reduce((sum, { table, rows }) => sum + (seededTables.has(table) ? 0 : rows), 0)
        if (entries > 0) throw new ProductError('workspace.copyTargetInUse', { entries })
        for (const table of seededTables) await sql`DELETE FROM ${sql.table(table)}`.execute(target)
        for (const table of tables) await fillTable(target, table, pagesOfTable(source, table.name))
        refuseDifference(wanted, await contentOfTables(target, tables))
        return wanted
      })
    })
}

function isSame(wanted: readonly TableContent[], found: readonly TableContent[]): boolean {
  return wanted.every(({ rows, checksum }, index) => {
    return rows === found[index]?.rows && checksum === found[index].checksum
  })
}

function refuseDifference(wanted: readonly TableContent[], found: readonly TableContent[]): void {
  for (const [index, { table, rows, checksum }] of wanted.entries()) {
    const copy = found[index]
    if (copy?.rows === rows && copy.checksum === checksum) continue
    throw new ProductError('workspace.copyDiffers', { table, expected: rows, found: copy?.rows ?? 0 })
  }
}
