import type { PurchaseBehaviour } from '@vitalfew/contract/behaviour-run.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { AffinityList } from './affinity-list.tsx'
import { CohortTriangle } from './cohort-triangle.tsx'
import { DueCard } from './due-card.tsx'
import { ForecastCard } from './forecast-card.tsx'
import { RepeatCard } from './repeat-card.tsx'
import { TasteCard } from './taste-card.tsx'
import { TrendList } from './trend-list.tsx'
import { WhitespaceList } from './whitespace-list.tsx'

/** How accounts buy: what falls to whom next, what moves, who stays, what goes together, what is to come. */
export function BehaviourParts(props: { behaviour: PurchaseBehaviour }) {
  const { t, format } = useReader()
  const { cohorts, cycle, affinity, whitespace, trends, forecast, preference, funnel } = props.behaviour
  return (
    <>
      {cycle !== null && <DueCard cycle={cycle} />}
      {forecast !== null && <ForecastCard forecast={forecast} />}
      {trends !== null && (
        <Card
          title={t('behaviour.report.trends.title')}
          note={t('behaviour.note.trends', {
            tested: format.count(trends.tested),
            untested: format.count(trends.untested),
            rising: format.count(trends.rising),
            falling: format.count(trends.falling),
          })}
        >
          <TrendList trends={trends} />
        </Card>
      )}
      {whitespace !== null && (
        <Card
          title={t('behaviour.report.whitespace.title')}
          note={t('behaviour.note.whitespace', {
            targets: format.count(whitespace.targets),
            accounts: format.count(whitespace.accounts),
            value: format.money(whitespace.expectedValue),
          })}
        >
          <WhitespaceList whitespace={whitespace} />
        </Card>
      )}
      {preference !== null && <TasteCard preference={preference} />}
      {funnel !== null && <RepeatCard funnel={funnel} />}
      {cohorts !== null && (
        <Card title={t('behaviour.report.cohorts.title')} note={t('behaviour.report.cohorts.note')}>
          <CohortTriangle cohorts={cohorts} />
        </Card>
      )}
      {affinity !== null && (
        <Card
          title={t('behaviour.report.affinity.title')}
          note={t('behaviour.note.affinity', {
            baskets: format.count(affinity.baskets),
            items: format.count(affinity.items),
            minCount: format.count(affinity.minCount),
            tested: format.count(affinity.tested),
            significant: format.count(affinity.significant),
          })}
        >
          <AffinityList affinity={affinity} />
        </Card>
      )}
    </>
  )
}
