import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { accountMargins, accountStakes } from './account-facts.query.ts'
import { churnRows } from './churn-rows.ts'
import type { JudgedHistory } from './judged-history.ts'
import { readFigures } from './read-figures.ts'
import { writeAccountChurn } from './write-account-churn.ts'

interface SaveJudgement {
  readonly runId: string
  readonly judged: JudgedHistory
  readonly value: { readonly margin: number } | null
  readonly returnChance: ((daysGone: number) => number) | null
}

/** Writes how every account was judged, with what is at stake. */
export async function saveJudgement(
  warehouse: Warehouse,
  { runId, judged: { today, scales }, value, returnChance }: SaveJudgement,
): Promise<void> {
  const { keys, yearlyRevenue } = today.conduct
  const of = { parameters: { runId }, keys }
  const margins = await readFigures(warehouse, accountMargins, of)
  const clvIfStaying =
    value === null ? new Float64Array(keys.length).fill(Number.NaN) : await readFigures(warehouse, accountStakes, of)
  const yearlyValue = yearlyRevenue.map((revenue, row) => {
    const margin = margins[row] ?? Number.NaN
    return revenue * (Number.isNaN(margin) ? (value?.margin ?? 1) : margin)
  })
  await writeAccountChurn(warehouse, churnRows(today, scales, { clvIfStaying, yearlyValue, returnChance }), {
    runId,
    day: today,
  })
}
