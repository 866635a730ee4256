import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { Selection } from '@vitalfew/contract/selection.ts'
import type { Viewer } from '../../access/index.ts'
import { namesOf } from '../results/named-accounts.query.ts'
import { aloneTold, departmentLists, departmentViews } from '../tell/department-views.ts'
import { chooseInRun } from './choose-in-run.ts'
import type { StudioEngine } from './sources.ts'

/**
 * Scores the accounts of the current run by the weights of each department that a model names, and by those agreed on.
 *
 * @throws ProductError as `chooseInRun` does
 */
export async function listsOfDepartments(
  viewer: Viewer,
  sources: StudioEngine,
  model: SelectionModel,
): Promise<{ departments: Selection['fairness']; accounts: number }> {
  const { run, chosen } = await chooseInRun(viewer, sources, { run: 'current', model })
  const lists = departmentLists(chosen)
  const positions = lists.flatMap(({ alone }) => alone.slice(0, aloneTold))
  const names = await namesOf(sources.warehouse, { runId: run.run_id, keys: chosen.columns.keys, positions })
  const nameOf = (position: number) => names.get(position) ?? { account: '', accountName: '' }
  const last = model.tiers.length - 1
  return {
    departments: departmentViews(lists, nameOf),
    accounts: chosen.tiers.tiers.reduce((sum, tier) => sum + (tier < last ? 1 : 0), 0),
  }
}
