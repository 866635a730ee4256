import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery, defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** One row: the newest model of a collection. */
export const newestModel = defineQuery({
  name: 'newest-identity-model',
  parameters: z.object({ collection: z.string() }),
  row: z.object({ version: z.int(), model: z.string() }),
  sql: `SELECT version, model FROM identity_model
WHERE collection = {collection:String} ORDER BY version DESC LIMIT 1`,
})

/** One row: the newest version of all collections. */
export const newestVersion = defineQuery({
  name: 'newest-identity-version',
  parameters: z.object({}),
  row: z.object({ version: z.int() }),
  sql: 'SELECT max(identity_model.version) AS version FROM identity_model',
})

/** One row: how many records a version has by now, and clusters. */
export const sizeOfVersion = defineQuery({
  name: 'size-of-identity-version',
  parameters: z.object({ version: z.int() }),
  row: z.object({ number: z.int(), cluster: z.int() }),
  sql: `SELECT max(identity_record.number) AS number, max(identity_record.cluster) AS cluster
FROM identity_record WHERE version = {version:UInt64}`,
})

/** Where what is asked for stands: `given` with the question, or `kept` in a table, for there is much of it. */
const asked = {
  given: `SELECT tupleElement(pair, 1) AS rule, tupleElement(pair, 2) AS block
    FROM (SELECT arrayJoin(arrayZip({rules:Array(UInt8)}, {blocks:Array(UInt64)})) AS pair)`,
  kept: 'SELECT rule, block FROM identity_lookup WHERE lookup = {lookup:UInt64}',
} as const
export type AskedIn = keyof typeof asked

/** In what is asked for, the rule of numbers of records. */
export const recordRule = 255

const parameters = z.record(z.string(), z.unknown())

/** One row per block that was asked for and is there: its records, unless they are too many, and how many there are. */
export const askedBlocks = (source: AskedIn) =>
  defineQuery({
    name: 'asked-identity-blocks',
    parameters,
    row: z.unknown(),
    sql: `SELECT rule, block, count() AS records,
  if(rule IN {sought:Array(UInt8)} AND records <= {cap:UInt32}, groupArray({cap:UInt32})(number), []) AS numbers
FROM identity_block
WHERE version = {version:UInt64} AND (rule, block) IN (${asked[source]})
GROUP BY rule, block
ORDER BY rule, block`,
  })

/** One row per record that was asked for. */
export const askedRecords = (source: AskedIn) =>
  defineQuery({
    name: 'asked-identity-records',
    parameters,
    row: z.unknown(),
    sql: `SELECT number, id, cluster, texts
FROM identity_record
WHERE version = {version:UInt64} AND number IN (${numbersOf(source)})
ORDER BY number`,
  })

/** One row per cluster that one of the records that were asked for is in: how many records it has. */
export const askedClusters = (source: AskedIn) =>
  defineQuery({
    name: 'asked-identity-clusters',
    parameters,
    row: z.unknown(),
    sql: `SELECT cluster, count() AS records
FROM identity_record
WHERE version = {version:UInt64} AND cluster IN (
  SELECT cluster FROM identity_record
  WHERE version = {version:UInt64} AND number IN (${numbersOf(source)}))
GROUP BY cluster
ORDER BY cluster`,
  })

function numbersOf(source: AskedIn): string {
  return `SELECT toUInt32(block) FROM (${asked[source]}) WHERE rule = ${recordRule}`
}

/** Takes out what a version left behind that another took the place of. */
export const dropOldRecords = ['identity_record', 'identity_block'].map((table) =>
  defineStatement({
    name: `drop-old-${table}`,
    parameters: z.object({ version: z.int() }),
    sql: `ALTER TABLE ${table} DROP PARTITION {version:UInt64}`,
  }),
)

export const dropLookup = defineStatement({
  name: 'drop-identity-lookup',
  parameters: z.object({ lookup: z.int() }),
  sql: 'ALTER TABLE identity_lookup DROP PARTITION {lookup:UInt64}',
})

const insertModel = `INSERT INTO identity_model (version, collection, at, model)
SETTINGS date_time_input_format = 'best_effort' FORMAT JSONEachRow`

/** A model counts from now on: written last, when its records are there. */
export async function writeModel(
  warehouse: Warehouse,
  row: { readonly version: number; readonly collection: string; readonly at: string; readonly model: string },
): Promise<void> {
  const token = `identity-model-${row.version}`
  await warehouse.insert({ name: 'write-identity-model', sql: insertModel, token }, Buffer.from(JSON.stringify(row)))
}
