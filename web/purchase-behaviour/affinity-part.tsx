import { useQuery } from '@tanstack/react-query'
import type { PurchaseAffinity } from '@vitalfew/contract/purchase-behaviour.ts'
import { InputNumber } from 'antd'
import { useMemo, useState } from 'react'
import { api } from '../app/api.ts'
import { useShownRun } from '../app/shown-level.ts'
import { Card } from '../design/card.tsx'
import { DataTable } from '../design/data-table.tsx'
import { useReader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import { affinityPairs } from './affinity-pairs.ts'
import { ruleColumns } from './rule-columns.tsx'
import { baskets } from './behaviour-search.ts'
import { ChoiceSelect } from './choice-select.tsx'
import { LevelChoice } from './level-choice.tsx'
import type { PartProps } from './part-props.ts'
import { WithAnswer } from './with-answer.tsx'

/** What is bought together more often than chance would have it. */
export function AffinityPart(props: PartProps) {
  const { t } = useReader()
  const { search, onChange } = props
  const { level, basket } = search
  const shownRun = useShownRun()
  const input = { ...shownRun, ...(level === undefined ? {} : { level }), ...(basket === undefined ? {} : { basket }) }
  const query = useQuery(api.behaviour.affinity.queryOptions({ input, staleTime: 300_000 }))
  return (
    <WithAnswer
      query={query}
      file={{
        path: '/behaviour/affinity',
        choice: input,
        tables: [{ name: 'rules', title: t('habits.tab.affinity') }],
      }}
      controls={
        <>
          <LevelChoice {...props} />
          <ChoiceSelect
            label={t('habits.choice.basket')}
            value={basket}
            options={baskets.map((value) => ({ value, label: t(`habits.choice.${value}`) }))}
            onChange={(value) => onChange({ basket: value })}
          />
        </>
      }
    >
      {({ answer }) => <RuleList affinity={answer} />}
    </WithAnswer>
  )
}

interface Least {
  lift: number
  support: number
  significance: number
}

const bounds = [
  ['lift', { min: 1, max: 1000, step: 0.5 }],
  ['support', { min: 0, max: 1, step: 0.01 }],
  ['significance', { min: 0, max: 0.05, step: 0.01 }],
] as const

/** What a rule must be to be shown. */
function LeastFields(props: { least: Least; onChange: (least: Least) => void }) {
  const { t } = useReader()
  const { least, onChange } = props
  return bounds.map(([name, limits]) => (
    <label key={name} className="vf-habit-choice">
      <span>{t(`habits.affinity.${name}`)}</span>
      <InputNumber
        aria-label={t(`habits.affinity.${name}`)}
        {...limits}
        value={least[name]}
        onChange={(value) => onChange({ ...least, [name]: value ?? limits.min })}
      />
    </label>
  ))
}

function RuleList(props: { affinity: PurchaseAffinity }) {
  const reader = useReader()
  const { t, format } = reader
  const { affinity } = props
  const [least, setLeast] = useState<Least>({ lift: 1, support: 0, significance: 0.05 })
  const [side, setSide] = useState<'both' | 'all'>('both')
  const columns = useMemo(() => ruleColumns(reader), [reader])
  const rows = useMemo(() => {
    const rules = side === 'both' ? affinityPairs(affinity.rules) : affinity.rules
    return rules.filter(
      ({ lift, support, qValue }) => lift >= least.lift && support >= least.support && qValue <= least.significance,
    )
  }, [affinity.rules, side, least])
  const note = t('behaviour.note.affinity', {
    baskets: format.count(affinity.baskets),
    items: format.count(affinity.items),
    minCount: format.count(affinity.minCount),
    tested: format.count(affinity.tested),
    significant: format.count(affinity.significant),
  })
  return (
    <Card title={t('behaviour.report.affinity.title')} note={note}>
      <div className="vf-habit-controls vf-habit-row">
        <LeastFields least={least} onChange={setLeast} />
        <SegmentedControl
          label={t('habits.affinity.direction')}
          value={side}
          onChange={setSide}
          options={(['both', 'all'] as const).map((value) => ({ value, label: t(`habits.affinity.${value}`) }))}
        />
      </div>
      <p className="vf-note" role="status">
        {t('habits.affinity.found', {
          shown: format.count(rows.length),
          total: format.count(affinity.rules.length),
        })}
      </p>
      <DataTable
        caption={t('behaviour.report.affinity.title')}
        columns={columns}
        rows={rows}
        rowKey={(rule) => [...rule.from, '→', rule.to].join('\n')}
        order={{ column: 'leverage', descending: true }}
        empty={t(affinity.rules.length === 0 ? 'behaviour.note.noRules' : 'habits.affinity.none')}
      />
    </Card>
  )
}
