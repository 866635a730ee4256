import { ModelPreview } from '@vitalfew/contract/api/selection-models.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import type { AnswerStudio } from './studio-work.ts'

export interface PreviewModel {
  readonly run: string
  readonly model: SelectionModel
  /** The version that was taken to edit. */
  readonly from?: string | undefined
}

/**
 * What a model that is being edited would make of the accounts of a run; nothing is written.
 *
 * @param signal ends with whoever waits for the answer
 * @throws ProductError `access.notAllowed`, and what `chooseInRun` finds
 */
export async function previewModel(
  viewer: Viewer,
  answerStudio: AnswerStudio,
  { signal, ...wanted }: PreviewModel & { readonly signal?: AbortSignal | undefined },
): Promise<ModelPreview> {
  authorise(viewer, ['administrator', 'analyst'])
  return ModelPreview.parse(await answerStudio({ about: 'preview', viewer, wanted }, signal))
}
