import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ModelVersion } from '@vitalfew/contract/api/selection-models.ts'
import { App, Button, InputNumber, Select } from 'antd'
import { useEffect, useState } from 'react'
import { FaultLine } from '../access/fault-line.tsx'
import { api, client } from '../app/api.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { useJobChain } from '../jobs/use-job-chain.ts'
import { BacktestCard } from './backtest-card.tsx'
import { useVersionTitle } from './use-version-title.ts'

/** A model against a challenger on the past: worked out in the background, and kept. */
export function BacktestsPart() {
  const versions = useQuery(api.selection.models.list.queryOptions()).data
  if (versions === undefined) return null
  return (
    <>
      <StartCard versions={versions.rows} current={versions.current} />
      <KeptBacktests />
    </>
  )
}

function StartCard(props: { versions: readonly ModelVersion[]; current: string | null }) {
  const { t, locale } = useReader()
  const [champion, setChampion] = useState<string | null>(null)
  const [challenger, setChallenger] = useState<string | null>(null)
  const [top, setTop] = useState<number | null>(null)
  const model = champion ?? props.current
  const { start, isRunning } = useStart()
  const options = props.versions.map(({ id, title }) => ({ value: id, label: `${title[locale]} · ${id}` }))
  return (
    <Card title={t('studio.backtest.title')} note={t('studio.backtest.note')}>
      <div className="vf-bar-row">
        <Select<string>
          className="vf-run-select"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('studio.backtest.champion')}
          value={model}
          options={options}
          onChange={setChampion}
        />
        <span>{t('studio.judge.versus')}</span>
        <Select<string>
          className="vf-run-select"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('studio.backtest.challenger')}
          placeholder={t('studio.backtest.noChallenger')}
          value={challenger}
          options={options.filter(({ value }) => value !== model)}
          onChange={(id: string | undefined) => setChallenger(id ?? null)}
        />
        <TopField top={top} onTop={setTop} />
        <Button
          type="primary"
          loading={start.isPending || isRunning}
          disabled={model === null}
          onClick={() =>
            model !== null &&
            start.mutate({
              model,
              ...(challenger === null ? {} : { challenger }),
              ...(top === null ? {} : { top }),
            })
          }
        >
          {t('studio.backtest.start')}
        </Button>
      </div>
      <FaultLine fault={start.error} />
    </Card>
  )
}

/** How many accounts are taken from the top; as many as the model takes where nothing is said. */
function TopField(props: { top: number | null; onTop: (top: number | null) => void }) {
  const { t } = useReader()
  return (
    <label className="vf-inline-label">
      {t('studio.backtest.top')}
      <InputNumber<number>
        min={1}
        max={100_000}
        precision={0}
        placeholder={t('studio.backtest.asModel')}
        value={props.top}
        onChange={props.onTop}
      />
    </label>
  )
}

function useStart() {
  const { t } = useReader()
  const { message } = App.useApp()
  const [jobId, setJob] = useState<string | null>(null)
  const start = useMutation({
    mutationFn: (wanted: { model: string; challenger?: string; top?: number }) =>
      client.selection.models.startBacktest(wanted),
    onSuccess: (begun) => {
      setJob(begun.jobId)
      message.success(t('studio.backtest.begun'))
    },
  })
  return { start, isRunning: useRenewed(jobId) }
}

/** Whether a job is under way; when it ends, what it came to is asked for. */
function useRenewed(jobId: string | null): boolean {
  const queries = useQueryClient()
  const { hasEnded } = useJobChain(jobId)
  useEffect(() => {
    if (hasEnded) void queries.invalidateQueries({ queryKey: api.selection.models.backtests.key() })
  }, [hasEnded, queries])
  return jobId !== null && !hasEnded
}

function KeptBacktests() {
  const { t, format } = useReader()
  const titleOf = useVersionTitle()
  const kept = useQuery(api.selection.models.backtests.queryOptions({ input: { page: 1, pageSize: 50 } }))
  const [chosen, setChosen] = useState<string | null>(null)
  const rows = kept.data?.rows ?? []
  const shown = rows.find(({ id }) => id === chosen) ?? rows[0]
  if (shown === undefined) return <FaultLine fault={kept.error} />
  return (
    <>
      <Select<string>
        className="vf-kept-backtest"
        aria-label={t('studio.backtest.kept')}
        value={shown.id}
        options={rows.map(({ id, model, challenger, madeBy, madeAt }) => ({
          value: id,
          label: [
            challenger === null
              ? titleOf(model)
              : `${titleOf(model)} ${t('studio.judge.versus')} ${titleOf(challenger)}`,
            madeBy,
            format.instant(madeAt),
          ].join(' · '),
        }))}
        onChange={setChosen}
      />
      {shown.result === null ? (
        <p className="vf-note">{t('report.selection.backtest.none')}</p>
      ) : (
        <BacktestCard backtest={shown.result} written={shown.locale} />
      )}
    </>
  )
}
