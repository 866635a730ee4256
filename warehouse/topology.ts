import { type TableSpread, tableSpread } from './table-spread.ts'

/** What the nodes of a cluster have in common. */
export interface Topology {
  /** The name under which every node knows the cluster. */
  readonly cluster: string
  readonly database: string
  /** Whether a keeper copies rows between replicas; where none does, the sender of rows writes to each. */
  readonly isReplicated: boolean
}

/** Where a node stands; both count from 1. */
export interface NodePlace {
  readonly shard: number
  readonly replica: number
}

/**
 * The table that holds a node's share of `table`; the table of the plain name then stands for the shares of all shards.
 */
export function localTable({ table, shardColumn }: Pick<TableSpread, 'table' | 'shardColumn'>): string {
  return shardColumn === undefined ? table : `${table}_local`
}

/** What a definition of the migrations is on one node of a cluster. Definitions go to each node: no keeper is needed. */
export function definitionsOnNode(
  statement: string,
  { at, tables }: { readonly at: Topology & NodePlace; readonly tables: ReadonlyMap<string, TableSpread> },
): string[] {
  const created = tableSpread(statement)
  if (created !== undefined) return creations(statement, { spread: created, at })
  const [, table = ''] = /^ALTER TABLE (\w+)/.exec(statement) ?? []
  const altered = tables.get(table)
  if (altered === undefined) throw new RangeError(`a migration creates or alters a table: ${statement}`)
  const local = localTable(altered)
  const change = statement.replace(/^ALTER TABLE \w+/, `ALTER TABLE ${local}`)
  if (altered.shardColumn === undefined) return [change]
  return [change, `DROP TABLE IF EXISTS ${table}`, standIn(altered, at)]
}

function creations(
  statement: string,
  { spread, at }: { readonly spread: TableSpread; readonly at: Topology & NodePlace },
): string[] {
  const held = statement
    .replace(/^CREATE TABLE IF NOT EXISTS \w+/, `CREATE TABLE IF NOT EXISTS ${localTable(spread)}`)
    .replace(
      /^ENGINE = (\w*MergeTree)(?:\((.*)\))?$/m,
      (_, engine: string, given: string | undefined) =>
        `ENGINE = ${engineClause({ engine, given: given ?? '' }, { spread, at })}`,
    )
  return spread.shardColumn === undefined ? [withWindow(held)] : [withWindow(held), standIn(spread, at)]
}

/** The table that keeps nothing itself: it reads every shard, and sends each row to the shard that its column says. */
function standIn(spread: TableSpread, { cluster, database }: Topology): string {
  const local = localTable(spread)
  return `CREATE TABLE IF NOT EXISTS ${spread.table} AS ${local}
ENGINE = Distributed('${cluster}', '${database}', '${local}', ${spread.shardKey})`
}

/** The keeper's path says whose copies replicas are: those of a shard, or of the whole cluster. */
function engineClause(
  { engine, given }: { readonly engine: string; readonly given: string },
  { spread, at }: { readonly spread: TableSpread; readonly at: Topology & NodePlace },
): string {
  if (!at.isReplicated) return given === '' ? engine : `${engine}(${given})`
  const group = spread.shardColumn === undefined ? 'every' : String(at.shard)
  const path = `'/vitalfew/${at.database}/${spread.table}/${group}', '${at.shard}-${at.replica}'`
  return `Replicated${engine}(${given === '' ? path : `${path}, ${given}`})`
}

/** Without a window of remembered tokens an insert that is sent again would be there twice. */
function withWindow(statement: string): string {
  if (/non_replicated_deduplication_window/.test(statement)) return statement
  return `${statement}${/^SETTINGS /m.test(statement) ? ',' : '\nSETTINGS'} non_replicated_deduplication_window = 1000`
}
