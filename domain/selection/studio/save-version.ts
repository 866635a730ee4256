import type { ModelVersion } from '@vitalfew/contract/api/selection-models.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import { recordAudit } from '../../audit/index.ts'
import { versionId } from '../model/find-version.ts'
import { ownName } from '../model/own-name.ts'
import { getVersion, newestVersion } from './list-versions.ts'
import type { StudioSources } from './sources.ts'
import { checkSentModel } from './check-sent-model.ts'

export interface SaveVersion {
  readonly model: SelectionModel
  readonly name?: string | undefined
  readonly note: string
}

/**
 * Saves a model as the next version of its name; it is never changed from then on. The names of models that come along
 * stay theirs, so that an update of the program cannot say something else by the same name: their children have names of
 * their own.
 *
 * @throws ProductError `model.reservedName` for the name of one that comes along, and what `checkModel` finds
 */
export async function saveVersion(
  viewer: Viewer,
  sources: Omit<StudioSources, 'warehouse'>,
  { model, name, note }: SaveVersion,
): Promise<ModelVersion> {
  authorise(viewer, ['administrator', 'analyst'])
  checkSentModel(model, viewer.locale)
  const ready = sources.ready.map((each) => each.name)
  if (name !== undefined && ready.includes(name)) throw new ProductError('model.reservedName', { name })
  const own = name ?? ownName(model.name, ready)
  const { database } = sources
  const id = await database.transaction().execute(async (transaction) => {
    // One number at a time, also where two save in the same moment.
    await transaction.selectFrom('audit_head').selectAll().forUpdate().execute()
    const version = (await newestVersion({ database: transaction, ready: sources.ready }, own)) + 1
    const saved = { ...model, name: own, version }
    const document = JSON.stringify(saved)
    const row = { name: own, version, document, first_used_at: null, saved_by: viewer.name, note }
    await transaction.insertInto('selection_model').values(row).execute()
    const subject = `model:${versionId(saved)}`
    await recordAudit(transaction, {
      viewer,
      action: 'model.saved',
      subject,
      details: { note, from: versionId(model) },
    })
    return versionId(saved)
  })
  const { document: _document, ...saved } = await getVersion(viewer, sources, id)
  return saved
}
