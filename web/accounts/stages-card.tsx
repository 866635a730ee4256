import { useQuery } from '@tanstack/react-query'
import type { AccountPage } from '@vitalfew/contract/api/account-page.ts'
import { Skeleton, type TableColumnsType } from 'antd'
import { api } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { useShownRun } from '../app/shown-level.ts'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { WideTable } from '../design/wide-table.tsx'
import { prepareSpells, type SpellLine } from './prepare-spells.ts'
import { withUnit } from './with-unit.ts'

/** The stages of its life so far: a band whose parts are as long as they lasted, and the same as a table. */
export function StagesCard(props: { page: AccountPage }) {
  const reader = useReader()
  const { t } = reader
  const { key, run } = props.page
  const shownRun = useShownRun()
  const lifecycle = useQuery(api.accounts.lifecycle.queryOptions({ input: { ...shownRun, key } }))
  if (lifecycle.isError) return <FaultNotice fault={lifecycle.error} onRetry={() => void lifecycle.refetch()} />
  const lines = prepareSpells(lifecycle.data?.spells ?? [], run.asOf)
  return (
    <Card title={t('app.account.stages')} note={t('app.account.stagesNote')}>
      {lifecycle.isPending ? (
        <Skeleton active title={false} paragraph={{ rows: 4 }} />
      ) : (
        <>
          <div className="vf-stage-band" aria-hidden="true">
            {lines.map((line) => (
              <span key={line.from} data-stage={line.stage} style={{ flexGrow: Math.max(line.share, 0.01) }}>
                {line.share > 0.08 ? t(`analysis.stage.${line.stage}`) : ''}
              </span>
            ))}
          </div>
          <WideTable<SpellLine>
            size="middle"
            rowKey="from"
            dataSource={lines.toReversed()}
            pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
            columns={spellColumns(reader)}
          />
        </>
      )}
    </Card>
  )
}

function spellColumns({ t, format }: Reader): TableColumnsType<SpellLine> {
  return [
    {
      key: 'stage',
      title: t('analysis.column.lifecycleStage'),
      rowScope: 'row',
      render: (_, line) => t(`analysis.stage.${line.stage}`),
    },
    { key: 'from', title: t('app.account.stageFrom'), render: (_, line) => format.day(line.from) },
    {
      key: 'until',
      title: t('app.account.stageUntil'),
      render: (_, line) => (line.until === null ? t('app.account.stageNow') : format.day(line.until)),
    },
    {
      key: 'days',
      title: t('app.account.stageDays'),
      align: 'right',
      render: (_, line) => format.count(line.days),
    },
    {
      key: 'revenue',
      title: withUnit(t('analysis.column.netRevenue'), format.unit),
      align: 'right',
      render: (_, line) => format.amount(line.netRevenue),
    },
  ]
}
