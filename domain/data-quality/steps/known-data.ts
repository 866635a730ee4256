import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { currentMembershipSequence } from '../../identity/index.ts'
import { currentSalesImports } from '../../imports/index.ts'
import { sourceOfImport } from './source-of-import.ts'

/** An import that counts now: as its file was read, or a corrected copy of it. */
export interface CurrentImport {
  readonly id: number
  readonly originalId: number
  readonly source: string
  readonly marks: readonly number[]
  readonly summary: Awaited<ReturnType<typeof currentSalesImports>>[number]['summary']
}

/** What a check of everything looks at: all there is, until the end of time. */
export interface KnownData {
  readonly imports: readonly CurrentImport[]
  readonly asOf: string
  readonly today: string
  readonly membershipSequence: number
}

export const endOfTime = '2299-12-31'

export async function knownData(warehouse: Warehouse, today: string): Promise<KnownData> {
  const imports = await currentSalesImports(warehouse)
  return {
    imports: imports.map((item) => ({
      id: item.id,
      originalId: item.summary.corrects?.importId ?? item.id,
      source: sourceOfImport(item),
      marks: item.summary.corrects?.marks ?? [],
      summary: item.summary,
    })),
    asOf: endOfTime,
    today,
    membershipSequence: await currentMembershipSequence(warehouse),
  }
}
