import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { Viewer } from '../../access/index.ts'
import type { AccountWaysWanted } from './account-ways.ts'
import { listsOfDepartments } from './department-lists.ts'
import { modelPreview } from './model-preview.ts'
import type { PreviewModel } from './preview-model.ts'
import { readGivenFile } from './read-given-file.ts'
import type { StudioEngine } from './sources.ts'
import { waysOfAccount } from './ways-of-account.ts'

/** A question that scores every account of a run or reads a file, told so that another process can answer it. */
export type StudioWork =
  | { readonly about: 'preview'; readonly viewer: Viewer; readonly wanted: PreviewModel }
  | { readonly about: 'ways'; readonly viewer: Viewer; readonly wanted: AccountWaysWanted }
  | { readonly about: 'file'; readonly viewer: Viewer; readonly kind: 'ratings' | 'figures'; readonly path: string }
  | { readonly about: 'lists'; readonly viewer: Viewer; readonly model: SelectionModel }

/** Answers such a question, away from the server's own thread; one that nobody waits for any more need not be. */
export type AnswerStudio = (work: StudioWork, signal?: AbortSignal) => Promise<unknown>

/** What a question comes to, as plain values. Whoever asks was let in; profit is kept from them here once more. */
export async function studioWork(sources: StudioEngine, work: StudioWork): Promise<unknown> {
  switch (work.about) {
    case 'preview':
      return modelPreview(work.viewer, sources, work.wanted)
    case 'ways':
      return waysOfAccount(work.viewer, sources, work.wanted)
    case 'file':
      return readGivenFile(work.viewer, sources, work)
    case 'lists':
      return listsOfDepartments(work.viewer, sources, work.model)
  }
}
