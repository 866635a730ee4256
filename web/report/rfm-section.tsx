import { useState } from 'react'
import type { RfmSegment, Run } from '@vitalfew/contract/run.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { Section } from '../design/section.tsx'
import { RfmGrid } from '../rfm/rfm-grid.tsx'
import { SegmentTable } from '../rfm/segment-table.tsx'

export function RfmSection(props: { rfm: Run['rfm']; onChoose: (segment: RfmSegment) => void }) {
  const { t } = useReader()
  const [highlighted, setHighlighted] = useState<RfmSegment | null>(null)
  return (
    <Section
      id="rfm"
      title={t('report.section.rfm')}
      lead={
        <>
          {t('report.rfm.lead')}
          <span className="vf-hint vf-hint-after">{t('report.clickHint')}</span>
        </>
      }
    >
      <div className="vf-rfm-pair">
        <Card>
          <RfmGrid rfm={props.rfm} highlighted={highlighted} onChoose={props.onChoose} />
        </Card>
        <Card>
          <SegmentTable segments={props.rfm.segments} onHighlight={setHighlighted} onChoose={props.onChoose} />
        </Card>
      </div>
    </Section>
  )
}
