import type { ImportExtent, ImportOrigin, ReadingSettings } from '@vitalfew/contract/import-log.ts'
import type { ImportKind } from '@vitalfew/contract/record-kinds.ts'
import { z } from 'zod'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { importStates, type LoggedImport } from '../commit/import-log.query.ts'
import type { FileShape } from './find-drift.ts'

/** What is known of a source from the imports of it that count. */
export interface SourceMemory {
  readonly settings: ReadingSettings
  readonly origin: ImportOrigin | null
  readonly shape: FileShape
  /** Of its imports, the newest first. */
  readonly extents: readonly ImportExtent[]
}

const SummaryShape = z.object({
  mapping: z.record(z.string(), z.string()),
  units: z.record(z.string(), z.number()),
  encoding: z.string(),
})

/**
 * What a source was like the last time. It is read from the log of imports and kept nowhere else: an import that is undone
 * is forgotten with everything it taught, and what a killed import would have taught is not remembered.
 */
export function sourceMemory(log: readonly LoggedImport[], { kind, source }: SourceName): SourceMemory | undefined {
  if (source === '') return undefined
  const own = log
    .filter((entry) => entry.kind === kind && entry.source === source && entry.madeFor === 0)
    .filter(({ state, cause }) => state === 'committed' || (state === 'withdrawn' && cause !== 0))
    .toSorted((a, b) => b.id - a.id)
  const newest = own.find(({ detail }) => detail !== null)
  if (newest?.detail === undefined || newest.detail === null) return undefined
  const summary = SummaryShape.parse(JSON.parse(newest.summary))
  return {
    settings: newest.detail.settings,
    origin: newest.detail.origin,
    shape: { columns: newest.detail.columns, ...summary },
    extents: own.flatMap(({ detail }) => (detail === null ? [] : [detail.extent])).slice(0, rememberedImports),
  }
}

const rememberedImports = 12

/** What somebody says now, and where they say nothing what was said the last time. */
export function rememberedSettings(
  memory: Pick<SourceMemory, 'settings'> | undefined,
  given: ReadingSettings,
): ReadingSettings {
  const before = memory?.settings ?? {}
  const map = { ...before.map, ...given.map }
  const fixes = [...(before.fixes ?? []), ...(given.fixes ?? [])]
  return {
    ...before,
    ...given,
    ...(Object.keys(map).length === 0 ? {} : { map }),
    ...(fixes.length === 0 ? {} : { fixes: lastOfEach(fixes) }),
  }
}

function lastOfEach(fixes: NonNullable<ReadingSettings['fixes']>): NonNullable<ReadingSettings['fixes']> {
  return [...new Map(fixes.map((fix) => [JSON.stringify([fix.column, fix.from]), fix])).values()]
}

export interface SourceName {
  readonly kind: ImportKind
  readonly source: string
}

/** Where a source was fetched from the last time, and how far. */
export async function rememberedOrigin(warehouse: Warehouse, named: SourceName): Promise<ImportOrigin | null> {
  return sourceMemory(await warehouse.rows(importStates, {}), named)?.origin ?? null
}
