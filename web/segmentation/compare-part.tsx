import { useQuery } from '@tanstack/react-query'
import type { SavedSegmentation } from '@vitalfew/contract/api/segments.ts'
import { Empty, Select } from 'antd'
import { useState } from 'react'
import { api } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { PageWait } from '../app/page-wait.tsx'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { CompareCard, type ComparedSide } from './compare-card.tsx'

/** Two saved segmentations side by side, or one of them in two runs. */
export function ComparePart() {
  const { t } = useReader()
  const answer = useQuery(api.segments.list.queryOptions({ staleTime: 60_000 }))
  const [sides, setSides] = useState<{ one?: ComparedSide; other?: ComparedSide }>({})
  if (answer.isPending) return <PageWait />
  if (answer.isError) return <FaultNotice fault={answer.error} onRetry={() => void answer.refetch()} />
  const { segmentations } = answer.data
  const [first, second = first] = segmentations
  if (first === undefined || second === undefined)
    return (
      <Card>
        <Empty description={t('segments.compare.needTwo')} />
      </Card>
    )
  const one = sides.one ?? { id: second.id }
  const other = sides.other ?? { id: first.id }
  return (
    <div className="vf-stack">
      <Card>
        <div className="vf-compare-sides">
          <SideChoice
            label={t('segments.compare.one')}
            side={one}
            segmentations={segmentations}
            onChange={(side) => setSides({ ...sides, one: side })}
          />
          <SideChoice
            label={t('segments.compare.other')}
            side={other}
            segmentations={segmentations}
            onChange={(side) => setSides({ ...sides, other: side })}
          />
        </div>
      </Card>
      {one.id === other.id && one.run === other.run ? (
        <p className="vf-note">{t(segmentations.length < 2 ? 'segments.compare.needTwo' : 'segments.compare.pick')}</p>
      ) : (
        <CompareCard one={one} other={other} />
      )}
    </div>
  )
}

function SideChoice(props: {
  label: string
  side: ComparedSide
  segmentations: readonly SavedSegmentation[]
  onChange: (side: ComparedSide) => void
}) {
  const { t, format } = useReader()
  const { label, side, segmentations, onChange } = props
  const detail = useQuery(api.segments.get.queryOptions({ input: { id: side.id }, staleTime: 60_000 })).data
  const runs = detail?.assignments ?? []
  return (
    <div className="vf-trial-field">
      <span>{label}</span>
      <Select<string>
        aria-label={label}
        value={side.id}
        options={segmentations.map(({ id, name, version }) => ({
          value: id,
          label: t('segments.saved.title', { name, version }),
        }))}
        onChange={(id) => onChange({ id })}
      />
      <Select<string>
        aria-label={`${label} ${t('segments.compare.run')}`}
        value={side.run ?? runs[0]?.runId ?? ''}
        options={runs.map(({ runId, asOf }) => ({
          value: runId,
          label: `${t('segments.runs.asOf')} ${format.day(asOf)}`,
        }))}
        onChange={(run) => onChange({ id: side.id, run })}
      />
    </div>
  )
}
