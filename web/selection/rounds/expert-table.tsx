import type { WeightRound } from '@vitalfew/contract/api/selection-rounds.ts'
import type { ExpertWeights, JudgementReport } from '@vitalfew/contract/judgements.ts'
import type { TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { Card } from '../../design/card.tsx'
import { useReader, type Reader } from '../../design/reader.tsx'
import { WideTable } from '../../design/wide-table.tsx'
import { consistencyWords, revisionWords } from './judging-words.ts'
import { useRoundNames } from './use-round-names.ts'

/** Everybody's weights, how consistent they are, and the judgement worth asking back. */
export function ExpertTable(props: { round: WeightRound; report: JudgementReport }) {
  const reader = useReader()
  const { t } = reader
  const named = useRoundNames(props.round)
  const { experts, criteria } = props.report
  const columns = useMemo(() => expertColumns(reader, { criteria, named }), [reader, criteria, named])
  return (
    <Card title={t('studio.result.experts')}>
      <WideTable<ExpertWeights>
        size="small"
        rowKey={({ department, name }) => `${department} ${name}`}
        dataSource={experts}
        columns={columns}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      />
    </Card>
  )
}

function expertColumns(
  reader: Reader,
  { criteria, named }: { criteria: readonly string[]; named: (name: string) => string },
): TableColumnsType<ExpertWeights> {
  const { t, format } = reader
  return [
    {
      key: 'who',
      title: t('studio.rounds.rater'),
      rowScope: 'row',
      render: (_, { department, name }) => `${department} · ${name}`,
    },
    ...criteria.map((criterion, index) => ({
      key: criterion,
      title: named(criterion),
      align: 'right' as const,
      render: (_: unknown, { weights }: ExpertWeights) => format.percent(weights[index] ?? 0),
    })),
    {
      key: 'ratio',
      title: t('studio.result.consistency'),
      render: (_, expert) => (
        <>
          <div className="vf-wrapped">{consistencyWords(expert, reader)}</div>
          {expert.bestRevision !== null && expert.consistencyRatio > 0.1 && (
            <div className="vf-note vf-wrapped">{revisionWords(expert.bestRevision, { ...reader, named })}</div>
          )}
        </>
      ),
    },
  ]
}
