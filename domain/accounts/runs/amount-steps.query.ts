import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** SQL for a measure in whole thousandths, which add up exactly. */
export const thousandthsOf = (column: string): string => `toInt64(round(ifNull(${column}, 0) * 1000))`

/** 2 to this power of steps for each doubling of an amount. */
const bitsOfStep = 6

const AmountStep = z.object({
  accounts: z.int(),
  amount: z.number(),
  largest: z.number(),
  smallest: z.number(),
  wereA: z.int(),
  wereB: z.int(),
  wereC: z.int(),
})
export type AmountStep = z.infer<typeof AmountStep>

/**
 * The accounts of a run by about how much they come to: one row per step of an amount above zero, the largest first, and a
 * last one for those at zero or below. `wereA` and so on count the classes that the run gave them.
 */
export function amountSteps(column: string) {
  return defineQuery({
    name: 'amount-steps',
    parameters: z.object({ runId: z.string() }),
    row: AmountStep,
    // The upper bits of a double are steps that grow with it.
    sql: `
SELECT count() AS accounts, sum(thousandths) AS amount, max(thousandths) AS largest, min(thousandths) AS smallest,
  countIf(class_now = 'A') AS wereA, countIf(class_now = 'B') AS wereB, countIf(class_now = 'C') AS wereC
FROM (
  SELECT ${thousandthsOf(column)} AS thousandths, a.abc_class AS class_now,
    if(thousandths > 0, bitShiftRight(reinterpretAsUInt64(toFloat64(thousandths)), ${52 - bitsOfStep}), 0) AS step
  FROM account_row AS a WHERE a.run_id = {runId:String}
)
GROUP BY step
ORDER BY step DESC`,
  })
}
