import type { ImportSource } from '@vitalfew/contract/api/import-sources.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import type { AccountSources } from '../../accounts/index.ts'
import { type KnownSource, knownSources } from '../../imports/index.ts'
import { readSettings } from '../../settings/index.ts'
import { shownJob } from '../job-row.ts'
import { keptSource, type KeptSource } from './kept-source.ts'
import type { SourceReach } from './source-reach.ts'

/** Every source: those that imports were made from, and those that people have set up. */
export async function listSources(
  viewer: Viewer,
  { warehouse, database, reach }: AccountSources & { readonly reach: SourceReach },
): Promise<{ rows: ImportSource[]; folders: string[]; timeZone: string }> {
  authorise(viewer, ['administrator', 'analyst'])
  const [known, rows, { timeZone }] = await Promise.all([
    knownSources(warehouse),
    database.selectFrom('import_source').selectAll().orderBy('created_at', 'desc').execute(),
    readSettings(database),
  ])
  const kept = rows.map(keptSource)
  const lastJobs = await jobsOf(viewer, database, kept)
  const keyOf = ({ kind, name }: { kind: string; name: string }): string => JSON.stringify([kind, name])
  const said = new Map(kept.map((source) => [keyOf(source), source]))
  const told = new Map(known.map((source) => [keyOf(source), source]))
  const keys = [...new Set([...told.keys(), ...said.keys()])]
  return {
    timeZone,
    folders: [...reach.folders],
    rows: keys.flatMap((key) => {
      const [own, log] = [said.get(key), told.get(key)]
      const named = own ?? log
      return named === undefined ? [] : [shownSource(named, { own, log, lastJobs })]
    }),
  }
}

interface Parts {
  readonly own: KeptSource | undefined
  readonly log: KnownSource | undefined
  readonly lastJobs: ReadonlyMap<string, NonNullable<ImportSource['lastJob']>>
}

function shownSource({ kind, name }: Pick<KeptSource, 'kind' | 'name'>, { own, log, lastJobs }: Parts): ImportSource {
  const { memory, last, drift = [], imports = 0 } = log ?? {}
  return {
    kind,
    name,
    title: own?.title || name,
    settings: own?.settings ?? memory?.settings ?? {},
    mapping: memory?.shape.mapping ?? {},
    units: memory?.shape.units ?? {},
    encoding: memory?.shape.encoding ?? '',
    onOverlap: own?.onOverlap ?? null,
    origin: own?.origin ?? null,
    lastOrigin: memory?.origin ?? null,
    schedule: own?.schedule ?? null,
    nextAt: own?.nextAt?.toISOString() ?? null,
    owner: own?.personName ?? '',
    imports,
    lastImport: last === undefined ? null : shownImport(last),
    drift,
    lastJob: lastJobs.get(own?.lastJob ?? '') ?? null,
    isRemoved: own?.isRemoved ?? false,
    version: own?.version ?? 0,
  }
}

function shownImport({ id, file, committedAt, detail, summary }: NonNullable<KnownSource['last']>) {
  const at = new Date(committedAt).toISOString()
  return { id, file, at, rows: detail?.extent.rows ?? summary.accepted }
}

async function jobsOf(
  viewer: Viewer,
  database: AccountSources['database'],
  kept: readonly KeptSource[],
): Promise<Map<string, NonNullable<ImportSource['lastJob']>>> {
  const ids = kept.flatMap(({ lastJob }) => (lastJob === null ? [] : [lastJob]))
  if (ids.length === 0) return new Map()
  const rows = await database.selectFrom('job').selectAll().where('id', 'in', ids).execute()
  return new Map(
    rows.map((row) => {
      const { id, state, finishedAt, createdAt, failure } = shownJob(row, viewer)
      return [id, { id, state, at: finishedAt ?? createdAt, problem: failure?.message ?? null }]
    }),
  )
}
