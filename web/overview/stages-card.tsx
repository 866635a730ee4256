import { useNavigate } from '@tanstack/react-router'
import type { Overview } from '@vitalfew/contract/api/overview.ts'
import { useMemo } from 'react'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { prepareStages } from '../lifecycle/prepare-stages.ts'
import { StageTable } from '../lifecycle/stage-table.tsx'

export function StagesCard(props: { stages: Overview['stages'] }) {
  const { t } = useReader()
  const navigate = useNavigate()
  const stages = useMemo(
    () => prepareStages(props.stages.map(({ stage, ...rest }) => ({ ...rest, name: stage }))),
    [props.stages],
  )
  return (
    <Card title={t('report.section.lifecycle')}>
      <StageTable
        lines={stages.lines}
        onChoose={(stage) =>
          void navigate({
            to: '/accounts',
            search: { filter: { field: 'lifecycleStage', operator: 'in', values: [stage] } },
          })
        }
      />
    </Card>
  )
}
