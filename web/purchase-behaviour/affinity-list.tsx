import { useMemo } from 'react'
import type { AffinityRule, PurchaseAffinity } from '@vitalfew/contract/purchase-behaviour.ts'
import { type Column, DataTable } from '../design/data-table.tsx'
import { type Reader, useReader } from '../design/reader.tsx'
import { affinityPairs } from './affinity-pairs.ts'

/** What is bought together, each pair once, the direction that says more. */
export function AffinityList(props: { affinity: PurchaseAffinity }) {
  const reader = useReader()
  const { rules } = props.affinity
  const rows = useMemo(() => affinityPairs(rules), [rules])
  const columns = useMemo(() => columnsOf(reader), [reader])
  return (
    <DataTable
      caption={reader.t('behaviour.report.affinity.title')}
      columns={columns}
      rows={rows}
      rowKey={(rule) => [...rule.from, '→', rule.to].join(' ')}
      order={{ column: 'leverage', descending: true }}
      empty={reader.t('behaviour.note.noRules')}
    />
  )
}

function columnsOf({ t, format }: Reader): Column<AffinityRule>[] {
  const from = (rule: AffinityRule): string => rule.from.map((code, index) => rule.fromNames[index] || code).join(' + ')
  const to = (rule: AffinityRule): string => rule.toName || rule.to
  const figure = (
    name: 'count' | 'support' | 'confidence' | 'lift' | 'leverage',
    cell: (value: number) => string,
  ): Column<AffinityRule> => ({
    name,
    header: t(`behaviour.column.${name === 'count' ? 'together' : name}`),
    isNumber: true,
    value: (rule) => rule[name],
    cell: (rule) => cell(rule[name]),
  })
  return [
    { name: 'from', header: t('behaviour.column.from'), isNumber: false, value: from, cell: from },
    { name: 'to', header: t('behaviour.column.to'), isNumber: false, value: to, cell: to },
    figure('count', format.count),
    figure('support', (value) => format.percent(value)),
    figure('confidence', (value) => format.percent(value)),
    figure('lift', (value) => format.decimal(value, 1)),
    figure('leverage', (value) => format.percent(value, 2)),
  ]
}
