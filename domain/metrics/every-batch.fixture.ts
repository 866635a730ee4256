import fc from 'fast-check'
import { type SalesBatch, salesBatches } from './sales-batch.fixture.ts'

/**
 * Checks something on every shape of data, or on every third where a check takes long; a failure names the shape and
 * the seed that made it. It is not shrunk: thousands of lines would shrink for hours.
 */
export async function everyBatch(
  check: (batch: SalesBatch) => Promise<void>,
  { step = 1, numRuns = 1 }: { readonly step?: number; readonly numRuns?: number } = {},
): Promise<void> {
  const property = fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
    for (const batch of salesBatches(seed).filter((_, index) => index % step === 0)) {
      await check(batch).catch((cause: unknown) => {
        throw new Error(`${batch.shape}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
      })
    }
  })
  await fc.assert(property, { seed: 80, endOnFailure: true, numRuns })
}
