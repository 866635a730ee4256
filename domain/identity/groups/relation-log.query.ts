import { AccountRelation, relationActions, type RelationEntry } from '@vitalfew/contract/identity.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** One row is an entry of the log of relations, in order. */
export const relationEntries = defineQuery({
  name: 'relation-entries',
  parameters: z.object({}),
  row: z.object({
    sequence: z.int(),
    at: z.string(),
    author: z.string(),
    reason: z.string(),
    relation: AccountRelation,
    action: z.enum(relationActions),
    child: z.string(),
    parent: z.string(),
    parentName: z.string(),
    undoes: z.int(),
  }),
  sql: `SELECT
  sequence,
  at,
  author,
  reason,
  relation,
  action,
  toString(child_key) AS child,
  toString(parent_key) AS parent,
  parent_name AS parentName,
  undoes
FROM account_relation
ORDER BY sequence`,
})

const insertRelation = `INSERT INTO account_relation
  (sequence, at, author, reason, relation, action, child_key, parent_key, parent_name, undoes)
SETTINGS date_time_input_format = 'best_effort' FORMAT JSONEachRow`

/** Adds an entry; the same entry sent twice is there once. */
export async function writeRelation(warehouse: Warehouse, entry: RelationEntry): Promise<void> {
  const { child, parent, parentName, ...rest } = entry
  const row = { ...rest, child_key: child, parent_key: parent, parent_name: parentName }
  const token = `account-relation-${entry.sequence}`
  await warehouse.insert({ name: 'write-relation', sql: insertRelation, token }, Buffer.from(JSON.stringify(row)))
}
