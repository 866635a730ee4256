import type { WeightRound } from '@vitalfew/contract/api/selection-rounds.ts'
import type { JudgementDisagreement, JudgementReport } from '@vitalfew/contract/judgements.ts'
import type { TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { Card } from '../../design/card.tsx'
import { useReader, type Reader } from '../../design/reader.tsx'
import { Tag } from '../../design/tag.tsx'
import { WideTable } from '../../design/wide-table.tsx'
import { ratioWords } from './judging-words.ts'
import { useRoundNames } from './use-round-names.ts'

/** Comparisons that people judge differently, the widest first, with who said what and why. */
export function JudgementsApart(props: { round: WeightRound; report: JudgementReport }) {
  const reader = useReader()
  const { t } = reader
  const named = useRoundNames(props.round)
  const { judgements } = props.report.disagreements
  const columns = useMemo(() => apartColumns(reader, named), [reader, named])
  if (judgements.length === 0) return null
  return (
    <Card title={t('studio.result.pairs')} note={t('studio.result.pairsNote')}>
      <WideTable<JudgementDisagreement>
        size="small"
        rowKey={({ first, second }) => `${first} ${second}`}
        dataSource={judgements}
        columns={columns}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
      />
    </Card>
  )
}

function apartColumns(reader: Reader, named: (name: string) => string): TableColumnsType<JudgementDisagreement> {
  const { t } = reader
  const answer = ({ department, name, judgement, reason }: JudgementDisagreement['lowest']) => (
    <>
      <b>{ratioWords(judgement, reader)}</b> {department} · {name}
      {reason !== null && <div className="vf-note">{reason}</div>}
    </>
  )
  return [
    {
      key: 'pair',
      title: t('studio.result.pair'),
      rowScope: 'row',
      render: (_, { first, second, isOpposed }) => (
        <>
          {t('judgements.pair', { first: named(first), second: named(second) })}{' '}
          {isOpposed && <Tag tone="warn">{t('studio.result.opposed')}</Tag>}
        </>
      ),
    },
    { key: 'mean', title: t('studio.result.mean'), align: 'right', render: (_, { mean }) => ratioWords(mean, reader) },
    { key: 'low', title: t('studio.result.lowest'), render: (_, { lowest }) => answer(lowest) },
    { key: 'high', title: t('studio.result.highest'), render: (_, { highest }) => answer(highest) },
  ]
}
