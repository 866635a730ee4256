import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { FaultLine } from '../access/fault-line.tsx'
import { api } from '../app/api.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { MigrationCard } from './migration-card.tsx'
import { TitlesProvider } from './tier-titles.tsx'
import { useVersionTitle } from './use-version-title.ts'

/** Where accounts went between any two analyses, with their money then and now. */
export function MigrationBetween(props: { run: string }) {
  const { t, format } = useReader()
  const titleOf = useVersionTitle()
  const runs = useQuery(api.runs.list.queryOptions({ input: { page: 1, pageSize: 100 } })).data?.rows ?? []
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState(props.run)
  const distinct = runs.filter(({ id }, place) => runs.findIndex((run) => run.id === id) === place)
  const first = from ?? distinct.find(({ id }) => id !== to)?.id
  const migration = useQuery({
    ...api.selection.models.migration.queryOptions({ input: { from: first ?? '', to } }),
    enabled: first !== undefined && first !== to,
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (distinct.length < 2) return null
  const options = distinct.map(({ id, asOf, model, publishedAt }) => ({
    value: id,
    label: t('studio.migration.run', {
      asOf: format.day(asOf),
      model: titleOf(model.replace(' ', '@')),
      at: format.instant(publishedAt),
    }),
  }))
  return (
    <>
      <Card title={t('studio.migration.title')} note={t('studio.migration.note')}>
        <div className="vf-bar-row">
          <Select<string>
            className="vf-run-select"
            aria-label={t('studio.migration.from')}
            value={first ?? ''}
            options={options.filter(({ value }) => value !== to)}
            onChange={setFrom}
          />
          <span>→</span>
          <Select<string>
            className="vf-run-select"
            aria-label={t('studio.migration.to')}
            value={to}
            options={options.filter(({ value }) => value !== first)}
            onChange={setTo}
          />
        </div>
        <FaultLine fault={migration.error} />
      </Card>
      {migration.data !== undefined && (
        <TitlesProvider model={{ tiers: migration.data.tiers, criteria: [] }}>
          <MigrationCard migration={migration.data} tiers={migration.data.tiers.map(({ id }) => id)} />
        </TitlesProvider>
      )}
    </>
  )
}
