import { rejectedFile } from '@vitalfew/domain/imports/index.ts'
import type { StagedOutput } from '@vitalfew/domain/workspace/index.ts'
import type { Output } from '../output/output.ts'
import { importSales, type OpenSales } from './open-sales.ts'
import type { SalesOptions } from './sales-options.ts'

interface TakeInSales {
  readonly options: Pick<SalesOptions, 'locale' | 'dropDuplicates'>
  readonly output: Output
  readonly signal: AbortSignal
  /** Where rejected.csv goes; null where no files are written. */
  readonly staged: StagedOutput | null
}

/** Imports the sales of a command and lists the rows left out; returns how many those are. */
export async function takeInSales(sales: OpenSales, { options, output, signal, staged }: TakeInSales): Promise<number> {
  const { locale, dropDuplicates } = options
  const rejected =
    staged === null ? null : rejectedFile({ path: staged.path('rejected.csv'), locale, plans: sales.plans })
  const files = await importSales(sales, {
    dropDuplicates,
    signal,
    output,
    onLeftOut: async (plan, rows) => rejected?.write(plan, rows),
  })
  await rejected?.close()
  return files.reduce((sum, { summary }) => sum + summary.rejected + summary.setAside, 0)
}
