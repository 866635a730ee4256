import type { QualityStep } from '@vitalfew/contract/quality.ts'
import { Button, Empty, Tag, type TableColumnsType } from 'antd'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { WideTable } from '../design/wide-table.tsx'
import { issueWords } from './issue-words.ts'

/** What was decided about the data, newest first; any of it can be taken back, in any order. */
export function StepList(props: { steps: readonly QualityStep[]; onUndo: (step: QualityStep) => void }) {
  const reader = useReader()
  const { t } = reader
  return (
    <Card title={t('quality.page.steps')}>
      <WideTable<QualityStep>
        size="middle"
        rowKey="sequence"
        dataSource={props.steps.toReversed()}
        columns={stepColumns(reader, props.onUndo)}
        pagination={props.steps.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
        locale={{ emptyText: <Empty description={t('quality.page.noSteps')} /> }}
      />
    </Card>
  )
}

function stepColumns({ t, format }: Reader, onUndo: (step: QualityStep) => void): TableColumnsType<QualityStep> {
  return [
    { key: 'step', title: t('quality.page.step'), dataIndex: 'sequence', rowScope: 'row', align: 'right' },
    {
      key: 'action',
      title: t('quality.page.action'),
      render: (_, { action, undoes }) => `${t(`quality.action.${action}`)}${action === 'undo' ? ` ${undoes}` : ''}`,
    },
    {
      key: 'check',
      title: t('quality.page.what'),
      render: (_, { check }) => (check === '' ? '–' : issueWords(check, t).name),
    },
    {
      key: 'found',
      title: t('quality.page.found'),
      align: 'right',
      render: (_, { rows, amount }) => (rows === 0 ? '–' : `${format.count(rows)} · ${format.amount(amount)}`),
    },
    { key: 'reason', title: t('quality.page.reason'), dataIndex: 'reason' },
    { key: 'who', title: t('quality.page.who'), dataIndex: 'author' },
    { key: 'at', title: t('quality.page.at'), render: (_, { at }) => format.instant(at) },
    {
      key: 'acts',
      title: t('quality.page.actions'),
      render: (_, step) =>
        step.isUndone ? (
          <Tag>{t('quality.page.undone')}</Tag>
        ) : (
          step.action !== 'undo' && (
            <Button
              size="small"
              aria-label={t('quality.page.undoTitle', { step: step.sequence })}
              onClick={() => onUndo(step)}
            >
              {t('quality.page.undo')}
            </Button>
          )
        ),
    },
  ]
}
