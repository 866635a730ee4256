import type { SegmentUnit } from '@vitalfew/contract/segmentation.ts'
import type { AccountColumn } from '../../accounts/index.ts'

/** Figures of the wide table that accounts may be grouped by beside the metrics: what the run foretells and judges. */
export const rowMetrics = {
  units: 'number',
  orderLines: 'count',
  meanDaysBetweenOrders: 'days',
  monthsInStage: 'count',
  pAlive: 'share',
  expectedOrders: 'number',
  clv: 'money',
  valueAtRisk: 'money',
  overdueCycles: 'number',
  churnRisk: 'share',
  score: 'number',
} as const satisfies Partial<Record<AccountColumn, SegmentUnit>>

export type RowMetric = keyof typeof rowMetrics

export function isRowMetric(name: string): name is RowMetric {
  return Object.hasOwn(rowMetrics, name)
}
