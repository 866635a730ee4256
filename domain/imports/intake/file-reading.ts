import type { ReadingSettings } from '@vitalfew/contract/import-log.ts'
import type { CellFix } from '@vitalfew/contract/imports.ts'
import type { IntakeRequest } from './intake-request.ts'

/** What somebody says of one file alone, beside what is said of all files of its source. */
export interface FileReading {
  /** Field → header. */
  readonly map?: Readonly<Record<string, string>> | undefined
  readonly sheet?: string | undefined
  readonly fixes?: readonly CellFix[] | undefined
  readonly dropDuplicates?: boolean | undefined
}

/** How one file is read; its source remembers all but the single cells that were put right. */
export function settingsOfFile(
  { settings, readings }: Pick<IntakeRequest, 'settings' | 'readings'>,
  path: string,
): ReadingSettings {
  const { map, sheet, dropDuplicates } = readings?.get(path) ?? {}
  return {
    ...settings,
    ...(map === undefined || Object.keys(map).length === 0 ? {} : { map: { ...settings.map, ...map } }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(dropDuplicates === undefined ? {} : { dropDuplicates }),
  }
}
