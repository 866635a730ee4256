import fc from 'fast-check'
import { type SalesBatch, salesBatches } from './sales-batch.fixture.ts'

/** Checks something on every shape of data; a failure names the seed that made it. Small lines would shrink for hours. */
export async function everyBatch(
  check: (batch: SalesBatch) => Promise<void>,
  options: { readonly numRuns: number } = { numRuns: 1 },
): Promise<void> {
  const property = fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
    for (const batch of salesBatches(seed)) {
      await check(batch).catch((cause: unknown) => {
        throw new Error(`${batch.shape}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
      })
    }
  })
  await fc.assert(property, { seed: 80, endOnFailure: true, ...options })
}
