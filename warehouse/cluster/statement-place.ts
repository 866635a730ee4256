import { type TableSpread, tableSpread } from '../table-spread.ts'
import { localTable } from '../topology.ts'

/** Where a statement is to be run, and what it does there. */
export interface StatementPlace {
  /** One node runs it for all of them, or every node for itself; a definition differs from node to node. */
  readonly on: 'oneNode' | 'everyNode' | 'definition'
  /** The statement as that place understands it. */
  readonly sql: string
  /** The table that gets rows. */
  readonly fills?: TableSpread
  /** The table that loses rows. */
  readonly empties?: EmptiedTable
  /** The table that is made. */
  readonly creates?: TableSpread
}

export interface EmptiedTable {
  readonly table: string
  /** The one partition that goes, as it stands in the statement, or by the parameter that says it; else all of them. */
  readonly partition?: { readonly value: string } | { readonly parameter: string }
}

/** Reads off a statement's first words where it belongs. */
export function statementPlace(statement: string, tables: ReadonlyMap<string, TableSpread>): StatementPlace {
  const sql = statement.trimStart()
  const creates = tableSpread(sql)
  if (creates !== undefined) return { on: 'definition', sql, creates }
  const [, filled = ''] = /^INSERT INTO (\w+)/.exec(sql) ?? []
  const fills = tables.get(filled)
  if (fills !== undefined) {
    return fills.shardColumn === undefined
      ? { on: 'everyNode', sql: withOneClock(sql), fills }
      : { on: 'oneNode', sql, fills }
  }
  const [, table] = /^(?:ALTER|TRUNCATE|OPTIMIZE) TABLE (\w+)/.exec(sql) ?? []
  if (table !== undefined) return onShares(sql, tables.get(table) ?? { table, shardColumn: undefined })
  return { on: /^(?:SYSTEM|DROP) /.test(sql) ? 'everyNode' : 'oneNode', sql }
}

function onShares(sql: string, spread: Pick<TableSpread, 'table' | 'shardColumn'>): StatementPlace {
  const empties = emptiedBy(sql, spread.table)
  return {
    on: 'everyNode',
    sql: sql.replace(/^(\w+ TABLE) \w+/, `$1 ${localTable(spread)}`),
    ...(empties === undefined ? {} : { empties }),
  }
}

function emptiedBy(sql: string, table: string): EmptiedTable | undefined {
  if (sql.startsWith('TRUNCATE ')) return { table }
  const [, parameter, text, number] = / DROP PARTITION (?:\{(\w+):\w+\}|'(\w+)'|(\d+))\s*$/.exec(sql) ?? []
  if (parameter !== undefined) return { table, partition: { parameter } }
  const value = text ?? number
  return value === undefined ? undefined : { table, partition: { value } }
}

/** Nodes that each run a statement for themselves must write the same rows: its clock is read once, here. */
function withOneClock(sql: string): string {
  if (!/ (?:input\(|VALUES|FORMAT \w+$)/.test(sql) || /\b(?:rand\w*|generate\w+|hostName|serverUUID)\(/i.test(sql)) {
    throw new RangeError(`a table on every node would get other rows on each: ${sql}`)
  }
  const now = new Date().toISOString().replace('T', ' ').replace('Z', '')
  return sql.replaceAll(/\bnow64\(3\)/g, `toDateTime64('${now}', 3, 'UTC')`)
}
