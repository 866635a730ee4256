import type { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import { useMemo, useState } from 'react'
import { Card } from '../design/card.tsx'
import { DataTable } from '../design/data-table.tsx'
import { useReader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import { cutColumns, pathColumns, reasonColumns, stageColumns, stepColumns } from './funnel-columns.tsx'
import { funnelNotes } from './funnel-notes.ts'
import { SankeyChart } from './sankey-chart.tsx'

const shownPaths = 12

/** Conversion, where cases stand and are lost, the ways they take, and by what they differ. */
export function FunnelCards(props: { funnel: PurchaseFunnel }) {
  const { funnel } = props
  return (
    <>
      <ConversionCard funnel={funnel} />
      <PathsCard funnel={funnel} />
      <StandingCards funnel={funnel} />
      {funnel.cuts.length > 0 && <CutsCard funnel={funnel} />}
    </>
  )
}

function ConversionCard(props: { funnel: PurchaseFunnel }) {
  const reader = useReader()
  const { t, format } = reader
  const { funnel } = props
  const columns = useMemo(() => stepColumns(reader), [reader])
  const steps = useMemo(() => funnel.steps.map((step, place) => ({ ...step, place })), [funnel.steps])
  const title = t(`behaviour.title.funnel.${funnel.shape}`, {
    cases: format.count(funnel.cases),
    asOf: funnel.asOf ?? '–',
  })
  return (
    <Card title={title} note={funnelNotes(funnel, reader).join(' ')}>
      <DataTable
        caption={t('habits.funnel.conversion')}
        columns={columns}
        rows={steps}
        rowKey={({ stage }) => stage}
        order={{ column: 'stage', descending: false }}
        empty={t('behaviour.empty')}
      />
    </Card>
  )
}

function PathsCard(props: { funnel: PurchaseFunnel }) {
  const reader = useReader()
  const { t, format } = reader
  const { funnel } = props
  const columns = useMemo(() => pathColumns(reader), [reader])
  const paths = useMemo(() => funnel.paths.slice(0, shownPaths), [funnel.paths])
  const ends = useMemo(
    () => new Set(funnel.stages.flatMap(({ stage, kind }) => (kind === 'open' ? [] : [stage]))),
    [funnel.stages],
  )
  const share = paths.reduce((sum, path) => sum + path.share, 0)
  const note = t('habits.funnel.pathsNote', { paths: format.count(paths.length), share: format.percent(share, 0) })
  return (
    <Card title={t('habits.funnel.paths')} note={note}>
      <SankeyChart paths={paths} ends={ends} label={t('habits.funnel.paths')} />
      <DataTable
        caption={t('behaviour.table.paths')}
        columns={columns}
        rows={funnel.paths}
        rowKey={({ stages }) => stages.join('\n')}
        order={{ column: 'cases', descending: true }}
        empty={t('behaviour.empty')}
      />
    </Card>
  )
}

function StandingCards(props: { funnel: PurchaseFunnel }) {
  const reader = useReader()
  const { t } = reader
  const { funnel } = props
  const hasValues = funnel.stages.some(({ value }) => value !== 0)
  const columns = useMemo(
    () => ({ stages: stageColumns(reader, { hasValues }), reasons: reasonColumns(reader) }),
    [reader, hasValues],
  )
  const stages = useMemo(() => funnel.stages.map((stage, place) => ({ ...stage, place })), [funnel.stages])
  const standing = (
    <Card title={t('habits.funnel.standing')}>
      <DataTable
        caption={t('habits.funnel.standing')}
        columns={columns.stages}
        rows={stages}
        rowKey={({ stage }) => stage}
        order={{ column: 'stage', descending: false }}
        empty={t('behaviour.empty')}
      />
    </Card>
  )
  // Events tell what happened, not why: reasons stand in tables of opportunities.
  if (funnel.shape === 'events' && funnel.lossReasons.length === 0) return standing
  return (
    <div className="vf-pair">
      {standing}
      <Card title={t('habits.funnel.reasons')}>
        <DataTable
          caption={t('habits.funnel.reasons')}
          columns={columns.reasons}
          rows={funnel.lossReasons}
          rowKey={({ reason }) => reason}
          order={{ column: 'cases', descending: true }}
          empty={t('habits.funnel.noReasons')}
        />
      </Card>
    </div>
  )
}

function CutsCard(props: { funnel: PurchaseFunnel }) {
  const reader = useReader()
  const { t } = reader
  const { cuts, outcomes } = props.funnel
  const [chosen, setChosen] = useState('')
  const cut = cuts.find(({ column }) => column === chosen) ?? cuts[0]
  const columns = useMemo(
    () => cutColumns(reader, { column: cut?.column ?? '', hasOutcomes: outcomes !== null }),
    [reader, cut, outcomes],
  )
  if (cut === undefined) return null
  return (
    <Card title={t('habits.funnel.cuts')}>
      <div className="vf-habit-row">
        <SegmentedControl
          label={t('habits.funnel.by')}
          value={cut.column}
          onChange={setChosen}
          options={cuts.map(({ column }) => ({ value: column, label: column }))}
        />
      </div>
      <DataTable
        key={cut.column}
        caption={`${t('habits.funnel.by')} ${cut.column}`}
        columns={columns}
        rows={cut.values}
        rowKey={({ value }) => value}
        order={{ column: 'cases', descending: true }}
        empty={t('behaviour.empty')}
      />
    </Card>
  )
}
