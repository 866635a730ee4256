import { SourceOrigin, SourceSchedule, SourceSettings } from '@vitalfew/contract/api/import-sources.ts'
import { OverlapPolicy } from '@vitalfew/contract/import-log.ts'
import { ImportKind } from '@vitalfew/contract/record-kinds.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { StoreTables } from '@vitalfew/store/tables.ts'
import type { Selectable } from 'kysely'
import { z } from 'zod'

type Database = StoreClient['database']

export interface SourceKey {
  readonly kind: ImportKind
  readonly name: string
}

const Seen = z.record(z.string(), z.string())

/** What people said of a source. */
export function keptSource(row: Selectable<StoreTables['import_source']>) {
  return {
    id: row.id,
    kind: ImportKind.parse(row.kind),
    name: row.name,
    title: row.title,
    settings: SourceSettings.nullable().parse(row.settings),
    onOverlap: OverlapPolicy.nullable().parse(row.on_overlap),
    origin: SourceOrigin.nullable().parse(row.origin),
    schedule: SourceSchedule.nullable().parse(row.schedule),
    nextAt: row.next_at,
    seen: Seen.parse(row.seen),
    lastJob: row.last_job,
    personId: row.person_id,
    personName: row.person_name,
    version: row.version,
    isRemoved: row.removed_at !== null,
  }
}

export type KeptSource = ReturnType<typeof keptSource>

/** What people said of one source; undefined where nobody said anything. */
export async function sourceNamed(database: Database, { kind, name }: SourceKey): Promise<KeptSource | undefined> {
  const row = await database
    .selectFrom('import_source')
    .selectAll()
    .where('kind', '=', kind)
    .where('name', '=', name)
    .executeTakeFirst()
  return row === undefined ? undefined : keptSource(row)
}
