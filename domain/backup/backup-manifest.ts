import { z } from 'zod'

export const manifestName = 'manifest.json'

/** Grows when an older program could not read the backup. */
export const backupFormat = 1

const TableHash = z.object({ table: z.string(), rows: z.int(), checksum: z.string() })
export type TableHash = z.infer<typeof TableHash>

/** The last file of a backup: what is in it, by which everything else is checked. */
export const BackupManifest = z.object({
  kind: z.literal('vitalfew-backup'),
  format: z.int(),
  productVersion: z.string(),
  madeAt: z.iso.datetime(),
  /** The newest step of the store's schema, as `0007_create_jobs`. */
  storeSchema: z.string(),
  store: z.array(TableHash),
  warehouse: z.array(TableHash),
  /** Which rows a file of the warehouse holds. */
  parts: z.array(z.object({ name: z.string(), table: z.string(), partition: z.string() })),
  members: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
})
export type WarehousePart = z.infer<typeof BackupManifest>['parts'][number]
export type BackupManifest = z.infer<typeof BackupManifest>
