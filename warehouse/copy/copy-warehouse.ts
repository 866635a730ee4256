import { ProductError } from '@vitalfew/contract/errors.ts'
import type { Warehouse } from '../connect.ts'
import { tableSpreads } from '../table-spread.ts'
import { contentOfTable, type TableContent } from './table-content.ts'
import { copyPartition } from './copy-partition.ts'
import { entriesUnknownTo } from './known-entries.ts'

/** How far a copy is: `rows` of the table are there or were there before. */
export interface CopyProgress {
  readonly table: string
  readonly rows: number
  readonly totalRows: number
}

export interface CopyWarehouse {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: CopyProgress) => void
}

/** What both sides hold of a table, row for row. */
export interface CopiedTable {
  readonly table: string
  readonly rows: number
  /** A sum over all rows and columns, whatever their order. */
  readonly checksum: string
}

/** These make the rest count: they come last, so that what was cut off shows nothing. */
const publishing = ['import_event', 'selection_run', 'analysis_run']

/**
 * Makes one warehouse hold what another holds. What is there already, from a copy that was cut off, is compared and not
 * sent again; afterwards every table is compared once more.
 *
 * @throws {ProductError} `workspace.copyTargetInUse` where the other side holds something that this one does not,
 *   `workspace.copyDiffers`, `warehouse.*`, `run.cancelled`
 */
export async function copyWarehouse(
  from: Warehouse,
  to: Warehouse,
  options: CopyWarehouse = {},
): Promise<CopiedTable[]> {
  await from.verify()
  const foreign = await entriesUnknownTo(from, to)
  if (foreign > 0) throw new ProductError('workspace.copyTargetInUse', { entries: foreign })
  const copied: CopiedTable[] = []
  for (const table of tablesInOrder()) copied.push(await copyTable({ from, to, table }, options))
  await to.verify()
  return copied
}

/** The tables of a warehouse, in the order in which they are filled. */
export function tablesInOrder(): string[] {
  const all = [...tableSpreads().keys()]
  return [...all.filter((table) => !publishing.includes(table)), ...publishing]
}

interface TableCopy {
  readonly from: Warehouse
  readonly to: Warehouse
  readonly table: string
}

async function copyTable({ from, to, table }: TableCopy, options: CopyWarehouse): Promise<CopiedTable> {
  const content = contentOfTable(table)
  const [there, here] = [await from.rows(content, {}), await to.rows(content, {})]
  const totalRows = sumOfRows(there)
  let rows = 0
  for (const partition of partitionsOf(there, here)) {
    options.signal?.throwIfAborted()
    options.onProgress?.({ table, rows, totalRows })
    const [wanted, found] = [at(there, partition), at(here, partition)]
    if (!isSame(wanted, found)) await copyPartition({ from, to, table, partition, rows: wanted.rows }, options)
    rows += wanted.rows
  }
  const after = await to.rows(content, {})
  for (const partition of partitionsOf(there, after)) {
    const [expected, found] = [at(there, partition), at(after, partition)]
    if (isSame(expected, found)) continue
    throw new ProductError('workspace.copyDiffers', { table, expected: expected.rows, found: found.rows })
  }
  options.onProgress?.({ table, rows, totalRows })
  return { table, rows: totalRows, checksum: String(there.reduce((sum, { checksum }) => sum + BigInt(checksum), 0n)) }
}

function sumOfRows(contents: readonly TableContent[]): number {
  return contents.reduce((sum, { rows }) => sum + rows, 0)
}

function partitionsOf(...sides: readonly (readonly TableContent[])[]): string[] {
  return [...new Set(sides.flat().map(({ partition }) => partition))].toSorted()
}

function at(contents: readonly TableContent[], partition: string): TableContent {
  return contents.find((content) => content.partition === partition) ?? { partition, rows: 0, checksum: '0' }
}

function isSame(a: TableContent, b: TableContent): boolean {
  return a.rows === b.rows && a.checksum === b.checksum
}
