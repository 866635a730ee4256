import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ImportExtent, OverlapPolicy, RowComparison } from '@vitalfew/contract/import-log.ts'
import type { LoggedImport } from '../commit/import-log.query.ts'

/** An import that counts, and the days it reaches over. */
export interface CoveredImport {
  readonly entry: LoggedImport
  readonly firstDay: string
  readonly lastDay: string
}

/** The imports of a source that cover some of the days of a new one. */
export function findOverlaps(
  covered: readonly CoveredImport[],
  { firstDay, lastDay }: Pick<ImportExtent, 'firstDay' | 'lastDay'>,
): CoveredImport[] {
  if (firstDay === null || lastDay === null) return []
  return covered.filter((known) => known.firstDay <= lastDay && known.lastDay >= firstDay)
}

export interface AskedOverlap {
  readonly file: string
  readonly extent: ImportExtent
  readonly overlaps: readonly CoveredImport[]
  readonly comparison: RowComparison
  readonly policy: OverlapPolicy | undefined
  readonly isPreview: boolean
}

/**
 * Refuses to guess what is to become of a period that is there already.
 *
 * @throws ProductError `import.overlap`
 */
export function requirePolicy({ file, extent, overlaps, comparison, policy, isPreview }: AskedOverlap): void {
  if (overlaps.length === 0 || policy !== undefined || isPreview) return
  const { added, same, changed } = comparison
  throw new ProductError('import.overlap', {
    file,
    firstDay: extent.firstDay ?? '',
    lastDay: extent.lastDay ?? '',
    imports: overlaps.map(({ entry }) => entry.id).join(', '),
    added,
    same,
    changed,
  })
}
