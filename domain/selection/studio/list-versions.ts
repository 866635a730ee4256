import type { ModelVersion } from '@vitalfew/contract/api/selection-models.ts'
import { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import { findVersion, versionId } from '../model/find-version.ts'
import type { StudioSources } from './sources.ts'

type Sources = Omit<StudioSources, 'warehouse'>

/** Every version there is, by name and from the newest: those that come along, and those saved or used here. */
export async function listVersions(
  viewer: Viewer,
  { database, ready }: Sources,
): Promise<{ rows: ModelVersion[]; current: string | null }> {
  authorise(viewer, ['administrator', 'analyst'])
  const [kept, current] = await Promise.all([
    database.selectFrom('selection_model').selectAll().execute(),
    currentVersion(database),
  ])
  const ids = new Set(kept.map(versionId))
  const rows = [
    ...ready.filter((model) => !ids.has(versionId(model))).map((model) => shown(model, { current, isReady: true })),
    ...kept.map((row) =>
      shown(SelectionModel.parse(row.document), {
        current,
        isReady: ready.some((model) => versionId(model) === versionId(row)),
        savedBy: row.saved_by,
        savedAt: row.saved_at.toISOString(),
        firstUsedAt: row.first_used_at?.toISOString() ?? null,
        note: row.note,
      }),
    ),
  ]
  return { rows: rows.toSorted((a, b) => a.name.localeCompare(b.name) || b.version - a.version), current }
}

/**
 * One version with its document.
 *
 * @throws ProductError `model.notFound`
 */
export async function getVersion(
  viewer: Viewer,
  sources: Sources,
  id: string,
): Promise<ModelVersion & { document: SelectionModel }> {
  const { rows } = await listVersions(viewer, sources)
  const document = await findVersion(sources.database, { id, ready: sources.ready })
  const row = rows.find((each) => each.id === id) ?? shown(document, { current: null, isReady: false })
  return { ...row, document }
}

/** The version that the run used which everybody sees. */
export async function currentVersion(database: StudioSources['database']): Promise<string | null> {
  const newest = await database
    .selectFrom('published_run')
    .select(['model', 'run_id'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest === undefined || newest.run_id === '' ? null : newest.model.replace(' ', '@')
}

/** The highest version of a name so far; 0 where there is none. */
export async function newestVersion({ database, ready }: Sources, name: string): Promise<number> {
  const kept = await database.selectFrom('selection_model').select('version').where('name', '=', name).execute()
  const known = [...kept, ...ready.filter((model) => model.name === name)].map(({ version }) => version)
  return Math.max(0, ...known)
}

type Known = Pick<ModelVersion, 'isReady'> &
  Partial<Pick<ModelVersion, 'savedBy' | 'savedAt' | 'firstUsedAt' | 'note'>> & { readonly current: string | null }

function shown(model: SelectionModel, { current, isReady, ...known }: Known): ModelVersion {
  const { name, version, title, description } = model
  const id = versionId(model)
  const unknown = { savedBy: '', savedAt: null, firstUsedAt: null, note: '' }
  return { id, name, version, title, description, isReady, isCurrent: id === current, ...unknown, ...known }
}
