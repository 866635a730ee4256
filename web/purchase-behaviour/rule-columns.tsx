import type { AffinityRule } from '@vitalfew/contract/purchase-behaviour.ts'
import type { Column } from '../design/data-table.tsx'
import type { Reader } from '../design/reader.tsx'

type Figure = 'count' | 'support' | 'confidence' | 'lift' | 'leverage' | 'qValue'

/** A rule: what was bought, what goes with it, and how sure that is. */
export function ruleColumns({ t, format }: Reader): Column<AffinityRule>[] {
  const from = (rule: AffinityRule): string => rule.from.map((code, index) => rule.fromNames[index] || code).join(' + ')
  const to = (rule: AffinityRule): string => rule.toName || rule.to
  const figure = (name: Figure, cell: (value: number) => string): Column<AffinityRule> => ({
    name,
    header: t(`behaviour.column.${name === 'count' ? 'together' : name}`),
    isNumber: true,
    value: (rule) => rule[name],
    cell: (rule) => cell(rule[name]),
  })
  return [
    { name: 'from', header: t('behaviour.column.from'), isNumber: false, value: from, cell: from },
    { name: 'to', header: t('behaviour.column.to'), isNumber: false, value: to, cell: to },
    figure('lift', (value) => format.decimal(value, 2)),
    figure('confidence', (value) => format.percent(value)),
    figure('support', (value) => format.percent(value, 2)),
    figure('count', format.count),
    figure('leverage', (value) => format.percent(value, 2)),
    figure('qValue', (value) => (value < 0.001 ? `<${format.decimal(0.001, 3)}` : format.decimal(value, 3))),
  ]
}
