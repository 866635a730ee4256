import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { WeightRound } from '@vitalfew/contract/api/selection-rounds.ts'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { FaultLine } from '../../access/fault-line.tsx'
import { api, client } from '../../app/api.ts'
import { Card } from '../../design/card.tsx'
import { useReader } from '../../design/reader.tsx'
import { ShareBar } from '../../design/share-bar.tsx'

type Shares = Readonly<Record<string, number>>

/** How much each department counts: figures in any scale, and the part of the whole that they come to. */
export function DepartmentShares(props: { round: WeightRound }) {
  const { t, format } = useReader()
  const queries = useQueryClient()
  const { id, shares } = props.round
  const known: Shares = Object.fromEntries(shares.map(({ department, share }) => [department, percentOf(share)]))
  const [changed, setChanged] = useState<Shares | null>(null)
  const own = { ...known, ...changed }
  const departments = shares.map(({ department }) => department)
  const sum = departments.reduce((total, department) => total + (own[department] ?? 0), 0)
  const save = useMutation({
    mutationFn: (wanted: Shares) =>
      client.selection.rounds.setShares({
        id,
        shares: departments.map((department) => ({ department, share: wanted[department] ?? 1 })),
      }),
    onSuccess: async () => {
      setChanged(null)
      await queries.invalidateQueries({ queryKey: api.selection.rounds.key() })
    },
  })
  const alike = Object.fromEntries(departments.map((department) => [department, percentOf(1 / departments.length)]))
  return (
    <Card title={t('studio.shares.title')} note={t('studio.shares.note')}>
      <ul className="vf-share-list">
        {departments.map((department) => (
          <li key={department}>
            <span>{department}</span>
            <InputNumber<number>
              min={0.01}
              max={100}
              step={5}
              value={own[department] ?? 1}
              aria-label={t('studio.shares.of', { department })}
              onChange={(value) => value !== null && setChanged({ ...own, [department]: value })}
            />
            <ShareBar share={(own[department] ?? 0) / sum} />
            <b>{format.percent((own[department] ?? 0) / sum)}</b>
          </li>
        ))}
      </ul>
      <FaultLine fault={save.error} />
      <div className="vf-bar-row">
        <Button
          type="primary"
          disabled={changed === null}
          loading={save.isPending}
          onClick={() => changed !== null && save.mutate(own)}
        >
          {t('studio.shares.save')}
        </Button>
        <Button onClick={() => setChanged(alike)}>{t('studio.shares.alike')}</Button>
      </div>
    </Card>
  )
}

/** Shares in percent, as people say them. */
function percentOf(share: number): number {
  return Math.max(0.01, Math.round(share * 10_000) / 100)
}
