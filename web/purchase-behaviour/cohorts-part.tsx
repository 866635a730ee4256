import { useQuery } from '@tanstack/react-query'
import type { PurchaseCohorts } from '@vitalfew/contract/purchase-behaviour.ts'
import { useMemo, useState } from 'react'
import { api } from '../app/api.ts'
import { useShownRun } from '../app/shown-level.ts'
import { FiguresBehind } from '../charts/figures-behind.tsx'
import { HeatMap } from '../charts/heat-map.tsx'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import { periods } from './behaviour-search.ts'
import { ChoiceSelect } from './choice-select.tsx'
import { periodName } from './period-name.ts'
import { type CohortMeasure, cohortMeasures, prepareCohortGrid, smallCohort } from './prepare-cohort-grid.ts'
import type { PartProps } from './part-props.ts'
import { SeriesChart } from './series-chart.tsx'
import { WithAnswer } from './with-answer.tsx'

/** Who stays after the first purchase, and what they bring, by when they began. */
export function CohortsPart(props: PartProps) {
  const { t } = useReader()
  const { search, onChange } = props
  const { period } = search
  const shownRun = useShownRun()
  const input = { ...shownRun, ...(period === undefined ? {} : { period }) }
  const query = useQuery(api.behaviour.cohorts.queryOptions({ input, staleTime: 300_000 }))
  const tables = [
    { name: 'cohorts', title: t('habits.tab.cohorts') },
    { name: 'ages', title: t('habits.cohorts.ages') },
  ]
  return (
    <WithAnswer
      query={query}
      file={{ path: '/behaviour/cohorts', choice: input, tables }}
      controls={
        <ChoiceSelect
          label={t('habits.choice.period')}
          value={period}
          options={periods.map((value) => ({ value, label: t(`habits.choice.${value}`) }))}
          onChange={(value) => onChange({ period: value })}
        />
      }
    >
      {({ answer }) =>
        answer.cohorts.length === 0 ? (
          <p className="vf-empty">{t('behaviour.empty')}</p>
        ) : (
          <>
            <TriangleCard cohorts={answer} />
            <AgesCard cohorts={answer} />
          </>
        )
      }
    </WithAnswer>
  )
}

function TriangleCard(props: { cohorts: PurchaseCohorts }) {
  const reader = useReader()
  const { t, format } = reader
  const { cohorts } = props
  const [measure, setMeasure] = useState<CohortMeasure>('retention')
  const grid = useMemo(() => prepareCohortGrid(cohorts, measure), [cohorts, measure])
  const written = (value: number): string => (measure === 'retention' ? format.percent(value, 0) : format.amount(value))
  const named = (cohort: string): string => periodName(cohort, { period: cohorts.period, format })
  const title =
    measure === 'retention'
      ? t('behaviour.report.cohorts.title')
      : `${t('habits.cohorts.revenue')}${format.unit === '' ? '' : ` (${format.unit})`}`
  return (
    <Card className="vf-habit-cohorts" title={title} note={t('habits.cohorts.note', { small: smallCohort })}>
      <div className="vf-habit-row">
        <SegmentedControl
          label={t('habits.cohorts.measure')}
          value={measure}
          onChange={setMeasure}
          options={cohortMeasures.map((value) => ({ value, label: t(`habits.cohorts.${value}`) }))}
        />
      </div>
      <HeatMap
        caption={title}
        columnsName={t(`behaviour.report.cohorts.${cohorts.period}`)}
        rowsName={t('behaviour.column.cohort')}
        columns={[t('behaviour.column.accounts'), ...grid.ages.map((age) => (age === 0 ? '0' : `+${age}`))]}
        rows={grid.rows.map(({ cohort, accounts, isSmall, cells }) => ({
          label: `${named(cohort)}${isSmall ? ' *' : ''}`,
          cells: [
            { heat: 0, text: format.count(accounts) },
            ...cells.map((cell) => {
              if (cell === null) return null
              const text = written(cell.value)
              return { heat: cell.heat, text: cell.complete ? text : `(${text})` }
            }),
          ],
        }))}
      />
      <CohortFigures cohorts={cohorts} />
    </Card>
  )
}

/** Every cell with its limits. */
function CohortFigures(props: { cohorts: PurchaseCohorts }) {
  const { t, format } = useReader()
  const { cohorts } = props
  const named = (cohort: string): string => periodName(cohort, { period: cohorts.period, format })
  return (
    <FiguresBehind
      label={t('habits.cohorts.limitsTable')}
      headers={[
        t('behaviour.column.cohort'),
        t('behaviour.column.age'),
        t('behaviour.column.accounts'),
        t('behaviour.column.retention'),
        t('behaviour.column.limits'),
        t('behaviour.column.perAccount'),
      ]}
      rows={cohorts.cohorts.flatMap(({ cohort, accounts, cells }) =>
        cells.map(({ age, retention, lower, upper, revenuePerAccount }) => [
          named(cohort),
          `+${age}`,
          format.count(accounts),
          format.percent(retention),
          `${format.percent(lower)} – ${format.percent(upper)}`,
          format.amount(revenuePerAccount),
        ]),
      )}
    />
  )
}

function AgesCard(props: { cohorts: PurchaseCohorts }) {
  const { t, format } = useReader()
  const { ages, period } = props.cohorts
  const later = useMemo(() => ages.filter(({ age }) => age > 0), [ages])
  const series = useMemo(
    () => [
      { name: t('behaviour.column.retention'), kind: 'line' as const, values: later.map(({ retention }) => retention) },
      { name: t('habits.file.lower95'), kind: 'line' as const, values: later.map(({ lower }) => lower) },
      { name: t('habits.file.upper95'), kind: 'line' as const, values: later.map(({ upper }) => upper) },
    ],
    [later, t],
  )
  if (later.length < 2) return null
  return (
    <Card title={t('habits.cohorts.ages')} note={t('behaviour.table.ages')}>
      <SeriesChart
        label={t('habits.cohorts.ages')}
        by={t(`behaviour.report.cohorts.${period}`)}
        categories={later.map(({ age }) => `+${age}`)}
        series={series}
        write={(value) => format.percent(value, 1)}
      />
    </Card>
  )
}
