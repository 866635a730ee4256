import { AccountWays } from '@vitalfew/contract/api/selection-models.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { z } from 'zod'
import { authorise, type Viewer } from '../../access/index.ts'
import type { AnswerStudio } from './studio-work.ts'

export interface AccountWaysWanted {
  readonly run: string
  readonly model: SelectionModel
  readonly key: string
}

/**
 * What would move one account up, by a model that may still be edited: for each tier above its own several ways, each
 * tried by scoring anew.
 *
 * @throws ProductError `accounts.notFound`, and what `chooseInRun` finds
 */
export async function accountWays(
  viewer: Viewer,
  answerStudio: AnswerStudio,
  wanted: AccountWaysWanted,
): Promise<z.infer<typeof AccountWays>> {
  authorise(viewer, ['administrator', 'analyst'])
  return AccountWays.parse(await answerStudio({ about: 'ways', viewer, wanted }))
}
