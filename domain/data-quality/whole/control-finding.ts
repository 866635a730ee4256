import { type Finding, wholeFinding } from '../finding.ts'
import { type CheckedTotal, isDifferent } from './control-totals.query.ts'

/** Figures from elsewhere that the data does not come to. Its money is that of the level that differs most. */
export function controlFinding(totals: readonly CheckedTotal[], rows: number): Finding {
  const different = totals.filter((total) => isDifferent(total, rows))
  const levels = Map.groupBy(
    different.filter(({ measure }) => measure === 'netRevenue'),
    ({ month, department }) => String([month !== null, department !== null]),
  )
  const amounts = [...levels.values()].map((level) =>
    level.reduce((sum, { difference }) => sum + Math.abs(difference), 0),
  )
  return wholeFinding('controlTotal', 'high', {
    rows: different.length,
    amount: Math.max(0, ...amounts),
    isApplicable: totals.length > 0,
    examples: different
      .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
      .map(({ measure, month, department, value, found }) =>
        [measure, month, department, `${plain(found)} ≠ ${plain(value)}`].filter((part) => part !== null).join(' '),
      ),
  })
}

function plain(value: number): string {
  return String(Math.round(value * 100) / 100)
}
