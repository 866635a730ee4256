import { type Kysely, sql } from 'kysely'

export interface StoredTable {
  readonly name: string
  /** Columns that are written, in their order; those that the server computes are not. */
  readonly columns: readonly string[]
  /** Columns that count up, and the sequences that they count by. */
  readonly sequences: readonly { readonly column: string; readonly sequence: string }[]
}

/** The tables that hold what people gave, those that others refer to before those that refer to them. */
export async function storedTables<Tables>(database: Kysely<Tables>): Promise<StoredTable[]> {
  const { rows } = await sql<StoredTable & { readonly refers: readonly string[] }>`
    SELECT c.relname AS name,
      array(SELECT a.attname::text FROM pg_attribute AS a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        ORDER BY a.attnum) AS columns,
      coalesce((SELECT jsonb_agg(jsonb_build_object('column', a.attname, 'sequence',
          pg_get_serial_sequence(quote_ident(c.relname), a.attname)) ORDER BY a.attnum)
        FROM pg_attribute AS a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
          AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL), '[]'::jsonb) AS sequences,
      array(SELECT DISTINCT f.relname::text FROM pg_constraint AS k JOIN pg_class AS f ON f.oid = k.confrelid
        WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid) AS refers
    FROM pg_class AS c
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND c.relname NOT IN ('schema_migration', 'schema_migration_lock')
    ORDER BY c.relname`.execute(database)
  return inOrderOfReference(rows)
}

function inOrderOfReference<Table extends { readonly name: string; readonly refers: readonly string[] }>(
  tables: readonly Table[],
): Table[] {
  const ordered: Table[] = []
  const byName = new Map(tables.map((table) => [table.name, table]))
  const begun = new Set<string>()
  const place = (table: Table): void => {
    if (begun.has(table.name)) return
    begun.add(table.name)
    for (const name of table.refers) {
      const other = byName.get(name)
      if (other !== undefined) place(other)
    }
    ordered.push(table)
  }
  for (const table of tables) place(table)
  return ordered
}
