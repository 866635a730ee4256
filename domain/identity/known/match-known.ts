import { ProductError } from '@vitalfew/contract/errors.ts'
import type { MatchedPair } from '@vitalfew/contract/identity.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { gradedFields } from '../resolve/graded-fields.ts'
import { hashedKeys } from '../resolve/hashed-keys.ts'
import { pairEvidence } from '../resolve/pair-evidence.ts'
import type { IdentityTable } from '../table/read-identity-table.ts'
import { joinClusters } from './join-clusters.ts'
import { KeptModel } from './kept-model.ts'
import { knownBlocks } from './known-blocks.ts'
import { knownRecords } from './known-records.ts'
import { dropLookup, newestModel, sizeOfVersion } from './known-records.query.ts'
import { comparedWith } from './weigh-known.ts'
import { writeRecords } from './write-records.ts'

/** New records beside those that are known. */
export interface MatchedKnown {
  readonly ids: readonly string[]
  /** For each new record the number of its cluster: one that is known, or a new one. */
  readonly clusters: Uint32Array
  /** How many of them are in a cluster that was known. */
  readonly found: number
  /** Known records they were compared with. */
  readonly candidates: number
  readonly pairs: () => Generator<MatchedPair>
}

/**
 * Compares records with those kept under a name, and with each other: only blocks that they are in are looked at. A known
 * cluster keeps its number whatever comes; with `add`, the new records are known from now on.
 *
 * @throws ProductError `identity.unknownCollection`, `identity.otherColumns`
 */
export async function matchKnown(
  warehouse: Warehouse,
  { collection, table, add }: { readonly collection: string; readonly table: IdentityTable; readonly add: boolean },
): Promise<MatchedKnown> {
  const [kept] = await warehouse.rows(newestModel, { collection })
  if (kept === undefined) throw new ProductError('identity.unknownCollection', { collection })
  const { version } = kept
  const model = KeptModel.parse(JSON.parse(kept.model))
  const columns = inOrder(table, { collection, model })
  const asked = { ids: table.ids, columns }
  const written = columns.map((column, i) => ({ ...column, kind: model.columns[i]?.kind ?? ('text' as const) }))
  const keys = gradedFields(written).flatMap(hashedKeys)
  const lookup = { number: Date.now() * 1000 + (process.pid % 1000), isKept: false }
  try {
    const [[size], blocks] = await Promise.all([
      warehouse.rows(sizeOfVersion, { version }),
      knownBlocks(warehouse, { version, lookup, model, keys, records: table.ids.length }),
    ])
    const known = await knownRecords(warehouse, {
      version,
      lookup,
      numbers: blocks.candidates,
      size: size ?? { number: 0, cluster: 0 },
    })
    const compared = comparedWith(model, { asked, known, blocks })
    const clustered = joinClusters(compared, { known, newClusters: known.nextCluster })
    if (add) {
      await writeRecords(warehouse, {
        version,
        model,
        table: asked,
        clusters: clustered,
        keys,
        first: known.nextNumber,
      })
    }
    const found = clustered.reduce((count, cluster) => count + (cluster < known.nextCluster ? 1 : 0), 0)
    return {
      ids: table.ids,
      clusters: clustered,
      found,
      candidates: known.ids.length,
      pairs: () => pairEvidence(compared.resolved(clustered, known.clusters), compared),
    }
  } finally {
    if (lookup.isKept) await warehouse.run(dropLookup, { lookup: lookup.number })
  }
}

/** The columns of a table as the collection has them. */
function inOrder(
  table: IdentityTable,
  { collection, model }: { readonly collection: string; readonly model: KeptModel },
): IdentityTable['columns'] {
  const wanted = model.columns.map(({ header }) => header)
  const found = wanted.flatMap((header) => table.columns.find((column) => column.header === header) ?? [])
  if (found.length === wanted.length) return found
  throw new ProductError('identity.otherColumns', { collection, columns: wanted.join(', ') })
}
