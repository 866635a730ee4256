import { useMemo } from 'react'
import type { CustomerValue } from '@vitalfew/contract/customer-value.ts'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { FittedParameters } from './fitted-parameters.tsx'
import { OriginsTable } from './origins-table.tsx'
import { prepareOrigins } from './prepare-origins.ts'
import { prepareScoreboard, type Scoreboard } from './prepare-scoreboard.ts'
import { ScoreboardTable } from './scoreboard-table.tsx'

/** The contest of the forecasts: on one holdout in full, at several past days in one figure each. */
export function ScoreboardCard(props: { value: CustomerValue }) {
  const reader = useReader()
  const { t } = reader
  const { value } = props
  const scoreboard = useMemo(() => prepareScoreboard(value), [value])
  const origins = useMemo(() => prepareOrigins(value), [value])
  const count = origins.origins.length
  return (
    <>
      {scoreboard.lines.length > 0 && (
        <Card title={t('report.value.scoreboard.title')} note={scoreboardNote(value, { scoreboard, reader })}>
          <ScoreboardTable scoreboard={scoreboard} />
          <FittedParameters value={value} />
        </Card>
      )}
      {count > 0 && (
        <Card
          title={t('report.value.origins.title')}
          note={t('report.value.origins.note', { count, won: origins.wonByModels })}
        >
          <OriginsTable origins={origins} />
        </Card>
      )}
    </>
  )
}

/** On what the forecasts were judged, or that they could not be. */
function scoreboardNote(value: CustomerValue, context: { scoreboard: Scoreboard; reader: Reader }): string {
  const { t, format } = context.reader
  const { scoreboard } = context
  if (!scoreboard.isScored || value.calibrateUntil === null) return t('report.value.scoreboard.unjudged')
  return t('report.value.scoreboard.note', {
    from: format.longDay(value.calibrateUntil),
    until: format.longDay(value.holdoutUntil),
    count: value.comparedCustomers,
    customers: format.count(value.comparedCustomers),
    actual: format.count(scoreboard.actual === null ? null : Math.round(scoreboard.actual)),
  })
}
