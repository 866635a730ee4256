import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

const newestStep = defineQuery({
  name: 'newest-quality-step',
  parameters: z.object({}),
  row: z.object({ sequence: z.int() }),
  sql: 'SELECT max(quality_step.sequence) AS sequence FROM quality_step',
})

/** The newest thing anybody decided about the data: what a run has to know to have the score of its day. */
export async function qualitySequence(warehouse: Warehouse): Promise<number> {
  const [newest] = await warehouse.rows(newestStep, {})
  return newest?.sequence ?? 0
}
