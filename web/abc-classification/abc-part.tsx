import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Measure } from '@vitalfew/contract/run.ts'
import { App, Button, Segmented, Slider } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { api, client } from '../app/api.ts'
import { faultWords } from '../app/fault-words.ts'
import { FaultLine } from '../access/fault-line.tsx'
import type { ReportInApp } from '../app/with-report.tsx'
import { useShownLevel, useShownRun } from '../app/shown-level.ts'
import { Card } from '../design/card.tsx'
import { DataTable, type Column } from '../design/data-table.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { accountTitle } from '../metrics/account-title.ts'
import { AbcTable } from './abc-table.tsx'
import { lazyChart } from '../charts/lazy-chart.tsx'
import { cutsOf, percentsOf, type Cuts } from './abc-cuts.ts'
import { measureFormat } from './measure-format.ts'
import { preparePareto } from './prepare-pareto.ts'

const ParetoChart = lazyChart(async () => (await import('./pareto-chart.tsx')).ParetoChart, 380)

const measures = ['netRevenue', 'grossProfit', 'contribution', 'orders'] as const satisfies readonly Measure[]

/** Where A ends and where B: moved by hand, the classes, the money and the accounts on the edge move along. */
export function AbcPart(props: { report: ReportInApp }) {
  const { t } = useReader()
  const { run, concentrationCurve, hiddenFields } = props.report
  const [measure, setMeasure] = useState<Measure>(run.abc.measure)
  const [cuts, setCuts] = useState<Cuts>(run.abc.cuts)
  const asked = useDeferredValue(cuts)
  const { run: named = 'current' } = useShownRun()
  const input = { run: named, measure, cuts: asked }
  const preview = useQuery({
    ...api.runs.previewAbc.queryOptions({ input, staleTime: Infinity }),
    placeholderData: keepPreviousData,
  })
  const isAsRun = measure === run.abc.measure && cuts[0] === run.abc.cuts[0] && cuts[1] === run.abc.cuts[1]
  const abc = useMemo(
    () =>
      preview.data === undefined
        ? run.abc
        : { ...run.abc, measure, cuts, classes: preview.data.classes, unclassified: preview.data.unclassified },
    [preview.data, run.abc, measure, cuts],
  )
  const pareto = useMemo(() => preparePareto(abc, concentrationCurve), [abc, concentrationCurve])
  const unknown = new Set<Measure>([
    ...(run.totals.grossProfit === null ? (['grossProfit'] as const) : []),
    ...(run.contribution === null ? (['contribution'] as const) : []),
  ])
  const offered = measures.filter((one) => !unknown.has(one) && !hiddenFields.includes(one))
  return (
    <div className="vf-stack">
      <Card title={t('app.abc.cuts')} note={t('app.abc.cutsNote')}>
        <div className="vf-cuts">
          <Segmented<Measure>
            value={measure}
            onChange={setMeasure}
            options={offered.map((value) => ({ value, label: t(`analysis.measure.${value}`) }))}
          />
          <CutSlider cuts={cuts} onChange={setCuts} />
          <SavePolicy
            isChanged={!isAsRun}
            measure={measure}
            cuts={cuts}
            onReset={() => {
              setMeasure(run.abc.measure)
              setCuts(run.abc.cuts)
            }}
          />
        </div>
        <Moves moved={preview.data?.moved} />
        <FaultLine fault={preview.error} />
        <AbcTable abc={abc} />
      </Card>
      {measure === run.abc.measure && (
        <Card title={t('report.pareto.title')}>
          <ParetoChart pareto={pareto} measureName={t(`report.measureInSentence.${measure}`)} />
        </Card>
      )}
      <Borderline rows={preview.data?.borderline ?? []} measure={measure} />
    </div>
  )
}

function Moves(props: { moved: number | undefined }) {
  const { t, format } = useReader()
  const { moved } = props
  return (
    <p className="vf-lead" aria-live="polite">
      {moved === 0 && t('app.abc.nobodyMoves')}
      {moved !== undefined && moved > 0 && t('app.abc.moves', { count: moved, accounts: format.count(moved) })}
    </p>
  )
}

function CutSlider(props: { cuts: Cuts; onChange: (cuts: Cuts) => void }) {
  const { t, format } = useReader()
  const { cuts } = props
  return (
    <Slider
      range={{ draggableTrack: false }}
      min={1}
      max={99}
      value={percentsOf(cuts)}
      onChange={(percents: number[]) => props.onChange(cutsOf(percents))}
      ariaLabelForHandle={[t('app.abc.firstCut'), t('app.abc.secondCut')]}
      marks={{
        [percentsOf(cuts)[0]]: `A ${format.percent(cuts[0], 0)}`,
        [percentsOf(cuts)[1]]: `B ${format.percent(cuts[1], 0)}`,
      }}
      tooltip={{ open: false }}
    />
  )
}

function SavePolicy(props: { isChanged: boolean; measure: Measure; cuts: Cuts; onReset: () => void }) {
  const { t } = useReader()
  const { message } = App.useApp()
  const level = useShownLevel()
  const save = useMutation({
    mutationFn: () => client.runs.start({ level, measure: props.measure, abcCuts: props.cuts }),
    onSuccess: () => message.success(t('app.abc.saved')),
    onError: (fault) => message.error(faultWords(fault, t)),
  })
  return (
    <div className="vf-bar-row">
      <Button type="primary" disabled={!props.isChanged} loading={save.isPending} onClick={() => save.mutate()}>
        {t('app.abc.save')}
      </Button>
      <Button disabled={!props.isChanged} onClick={props.onReset}>
        {t('app.abc.reset')}
      </Button>
    </div>
  )
}

interface Edge {
  key: string
  account: string
  accountName: string
  amount: number
  cumulativeShare: number
  abcClass: 'A' | 'B' | 'C'
  abcClassNow: 'A' | 'B' | 'C' | null
}

/** Who stands beside a cut-off, and whether it puts them elsewhere. */
function Borderline(props: { rows: readonly Edge[]; measure: Measure }) {
  const reader = useReader()
  const { t } = reader
  const columns = useMemo(() => edgeColumns(props.measure, reader), [props.measure, reader])
  return (
    <Card title={t('app.abc.borderline')} note={t('app.abc.borderlineNote')}>
      <DataTable
        caption={t('app.abc.borderline')}
        columns={columns}
        rows={props.rows}
        rowKey={({ key }) => key}
        order={{ column: 'share', descending: false }}
        empty={t('app.abc.nobody')}
      />
    </Card>
  )
}

function edgeColumns(of: Measure, reader: Reader): Column<Edge>[] {
  const { t, format } = reader
  const measure = measureFormat(of, reader)
  const column = (name: string, header: string, value: (row: Edge) => string | number | null): Column<Edge> => ({
    name,
    header,
    isNumber: name === 'amount' || name === 'share',
    value,
    cell: value,
  })
  return [
    {
      ...column('name', t('analysis.column.accountName'), accountTitle),
      cell: (row) => (
        <Link to="/accounts/$key" params={{ key: row.key }}>
          {accountTitle(row)}
        </Link>
      ),
    },
    {
      ...column('amount', measure.name, ({ amount }) => amount),
      unit: measure.unit,
      cell: (row) => measure.write(row.amount),
    },
    {
      ...column('share', t('analysis.column.cumulativeShare'), ({ cumulativeShare }) => cumulativeShare),
      cell: (row) => format.percent(row.cumulativeShare),
    },
    column('now', t('app.abc.now'), ({ abcClassNow }) => abcClassNow),
    {
      ...column('then', t('app.abc.then'), ({ abcClass }) => abcClass),
      cell: (row) =>
        row.abcClass === row.abcClassNow ? row.abcClass : <strong className="vf-down">{row.abcClass}</strong>,
    },
  ]
}
