import { migrations } from './migrations.ts'

/** How a table is laid over the nodes of a cluster. An engine that stands alone holds everything, and this says nothing. */
export interface TableSpread {
  readonly table: string
  /** Column whose value decides the shard of a row; undefined where every node holds every row. */
  readonly shardColumn: string | undefined
  /** The number that shards are told apart by: the column itself, or a hash of one that is no number. */
  readonly shardKey: string | undefined
  /** Column of which every value has a partition of its own. */
  readonly partitionColumn: string | undefined
  /** Whether rows stay as they were written: the engines that join rows together while merging change their number. */
  readonly keepsRows: boolean
}

const creation = /^CREATE TABLE IF NOT EXISTS (\w+)(?: -- spread (?:by (\w+)|on every node))?[ \t]*\n/

/**
 * The spread of the table a statement creates; undefined for any other statement. The first line says it,
 * `CREATE TABLE IF NOT EXISTS name -- spread by column` or `… -- spread on every node`. Where it does not, what has an
 * account stays with its account, a partition of anything else stays together, and the rest is held by every node.
 */
export function tableSpread(statement: string): TableSpread | undefined {
  const [, table, column] = creation.exec(statement) ?? []
  if (table === undefined) return undefined
  const isSaid = / -- spread /.test(statement.split('\n', 1)[0] ?? '')
  const partitionColumn = /^PARTITION BY (\w+)$/m.exec(statement)?.[1]
  const implied = /^\s*account_key\s+UInt64/m.test(statement) ? 'account_key' : partitionColumn
  const shardColumn = isSaid ? column : implied
  return {
    table,
    shardColumn,
    shardKey: shardColumn === undefined ? undefined : shardKey(statement, shardColumn),
    partitionColumn,
    keepsRows: /^ENGINE = MergeTree\b/m.test(statement),
  }
}

function shardKey(statement: string, column: string): string {
  const isNumber = new RegExp(`^\\s*${column}\\s+UInt\\d+\\b`, 'm').test(statement)
  return isNumber ? column : `cityHash64(${column})`
}

/** The spread of every table of the warehouse, by its name. */
export function tableSpreads(): Map<string, TableSpread> {
  const spreads = new Map<string, TableSpread>()
  for (const { statements } of migrations()) {
    for (const statement of statements) {
      const spread = tableSpread(statement)
      if (spread !== undefined) spreads.set(spread.table, spread)
    }
  }
  return spreads
}
