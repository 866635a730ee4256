import type { ReadingSettings } from '@vitalfew/contract/import-log.ts'
import type { CellFix } from '@vitalfew/contract/imports.ts'
import type { ImportKind } from '@vitalfew/contract/record-kinds.ts'
import type { FileShape } from '../intake/find-drift.ts'
import { planWithMemory } from '../intake/plan-with-memory.ts'
import { recordKindDefinitions } from '../kinds/record-kinds.ts'
import { type FilePreview, previewSalesFile } from './preview-sales-file.ts'
import { previewRecordFile } from './preview-record-file.ts'

export interface PreviewFile {
  readonly path: string
  readonly kind: ImportKind
  /** How it is to be read: what somebody says, and where they say nothing what is remembered of its source. */
  readonly settings: ReadingSettings
  /** What the last file of the source was like; undefined for the first one. */
  readonly memory?: { readonly settings: ReadingSettings; readonly shape: FileShape } | undefined
  readonly fixes?: readonly CellFix[] | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * How a file of any kind would be read and what would become of its rows, for a person to look at and to put right.
 *
 * @throws ProductError `input.*`, `mapping.*`, `import.fixColumn`
 */
export function previewFile(request: PreviewFile): Promise<FilePreview> {
  const { path, kind, settings, memory, fixes, signal } = request
  const reading = { path, sheet: settings.sheet, fixes, valueFixes: settings.fixes, signal }
  return planWithMemory({ memory, settings }, (overrides) =>
    kind === 'sales'
      ? previewSalesFile({ ...reading, overrides, dropDuplicates: settings.dropDuplicates === true })
      : previewRecordFile({ ...reading, overrides, kind: recordKindDefinitions[kind] }),
  )
}
