import type { ImportOrigin, OverlapPolicy, ReadingSettings } from '@vitalfew/contract/import-log.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { ImportProgress } from '../read-sales-file.ts'
import type { ListedFile } from '../rejected/rejected-file.ts'
import type { LeftOutRow } from '../sales-line.ts'
import type { FileReading } from './file-reading.ts'

/** How files of one kind are to be taken in. */
export interface IntakeRequest {
  readonly paths: readonly string[]
  /** Where they come from; '' where nobody gave it a name. */
  readonly source: string
  /** How they are read, beside what is remembered of the source. */
  readonly settings: ReadingSettings
  /** Whether the settings are all there are: of what is remembered only the columns count then. */
  readonly isWhole?: boolean | undefined
  /** Path → what is said of that file alone. */
  readonly readings?: ReadonlyMap<string, FileReading> | undefined
  readonly origin: ImportOrigin | null
  /** What becomes of days that an earlier import of the source covers; nobody is asked twice. */
  readonly policy?: OverlapPolicy | undefined
  readonly acceptDrift: boolean
  /** Finds out what would happen, and leaves everything as it is. */
  readonly isPreview: boolean
  readonly locale: Locale
  readonly signal?: AbortSignal | undefined
  readonly onLeftOut?: ((plan: ListedFile, rows: readonly LeftOutRow[]) => Promise<void>) | undefined
  readonly onPlanned?: ((plans: readonly ListedFile[]) => void) | undefined
  readonly onProgress?: ((path: string, progress: ImportProgress) => void) | undefined
}
