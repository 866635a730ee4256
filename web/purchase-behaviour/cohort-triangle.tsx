import { useMemo } from 'react'
import type { PurchaseCohorts } from '@vitalfew/contract/purchase-behaviour.ts'
import { HeatMap, type HeatMapCell } from '../charts/heat-map.tsx'
import { useReader } from '../design/reader.tsx'
import { periodName } from './period-name.ts'
import { prepareCohortTriangle, type TriangleCell } from './prepare-cohort-triangle.ts'

/** How many of those who bought first in a period bought again, period by period. */
export function CohortTriangle(props: { cohorts: PurchaseCohorts }) {
  const { t, format } = useReader()
  const { cohorts } = props
  const triangle = useMemo(() => prepareCohortTriangle(cohorts), [cohorts])
  const written = (cell: TriangleCell | null): HeatMapCell | null => {
    if (cell === null) return null
    const share = format.percent(cell.retention, 0)
    return { heat: cell.heat, text: cell.complete ? share : `(${share})` }
  }
  // All bought in the first period: how many those are says more than 100 %.
  const row = (label: string, { accounts, cells }: { accounts: number; cells: readonly (TriangleCell | null)[] }) => ({
    label,
    cells: [{ heat: 0, text: format.count(accounts) }, ...cells.slice(1).map(written)],
  })
  const rows = triangle.rows.map(({ cohort, accounts, cells }) =>
    row(periodName(cohort, { period: cohorts.period, format }), { accounts, cells }),
  )
  const everybody = cohorts.cohorts.reduce((sum, { accounts }) => sum + accounts, 0)
  return (
    <HeatMap
      caption={t('behaviour.report.cohorts.title')}
      columnsName={t(`behaviour.report.cohorts.${cohorts.period}`)}
      rowsName={t('behaviour.column.cohort')}
      columns={triangle.ages.map((age) => (age === 0 ? t('behaviour.column.accounts') : `+${age}`))}
      rows={[...rows, row(t('behaviour.whole'), { accounts: everybody, cells: triangle.all })]}
    />
  )
}
