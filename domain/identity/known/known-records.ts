import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { z } from 'zod'
import { askedClusters, askedRecords, recordRule } from './known-records.query.ts'
import { answerColumns, askFor, type Lookup } from './look-up.ts'

const RecordColumns = z.object({
  number: z.array(z.number()),
  id: z.array(z.string()),
  cluster: z.array(z.number()),
  texts: z.array(z.array(z.string())),
})
const ClusterColumns = z.object({ cluster: z.array(z.number()), records: z.array(z.number()) })

/** Records of the collection that were found, and what the next new ones are numbered. */
export interface KnownRecords {
  readonly ids: readonly string[]
  readonly clusters: Uint32Array
  readonly texts: readonly (readonly string[])[]
  readonly place: ReadonlyMap<number, number>
  readonly sizes: ReadonlyMap<number, number>
  readonly nextNumber: number
  readonly nextCluster: number
}

/** Reads records by their numbers. */
export async function knownRecords(
  warehouse: Warehouse,
  {
    version,
    lookup,
    numbers,
    size,
  }: {
    readonly version: number
    readonly lookup: Lookup
    readonly numbers: ReadonlySet<number>
    /** How many records and clusters there are by now. */
    readonly size: { readonly number: number; readonly cluster: number }
  },
): Promise<KnownRecords> {
  const asked = [...numbers].map((number) => [recordRule, number] as const)
  const { source, bound } = await askFor(warehouse, { lookup, asked })
  const parameters = { ...bound, version }
  const [records, sizes] = await Promise.all([
    answerColumns(warehouse, askedRecords(source), { parameters, columns: RecordColumns }),
    answerColumns(warehouse, askedClusters(source), { parameters, columns: ClusterColumns }),
  ])
  const clusters = Uint32Array.from(records.cluster)
  return {
    ids: records.id,
    clusters,
    texts: records.texts,
    place: new Map(records.number.map((number, place) => [number, place])),
    sizes: new Map(sizes.cluster.map((cluster, i) => [cluster, sizes.records[i] ?? 0])),
    nextNumber: size.number + 1,
    nextCluster: size.cluster + 1,
  }
}
