import type { Selection } from '@vitalfew/contract/selection.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { ShareCell } from '../design/share-cell.tsx'
import { useTitles } from './tier-titles.tsx'

/** What the score is made of, how much each part weighs, and where the weights come from. */
export function CriteriaCard(props: { selection: Selection }) {
  const { t, format } = useReader()
  const titles = useTitles()
  const { criteria, origin, aggregation, population } = props.selection
  const note = t('report.selection.criteria.note', {
    origin: t(`selection.origin.${origin}`),
    aggregation: t(`selection.aggregation.${aggregation}`),
  })
  return (
    <Card title={t('report.selection.criteria.title')} note={note}>
      <table className="vf-table vf-criteria">
        <caption className="vf-unseen">{t('report.selection.criteria.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.selection.criteria.criterion')}</th>
            <th scope="col" className="vf-criterion-weight">
              {t('report.selection.criteria.weight')}
            </th>
            <th scope="col" className="vf-number">
              {t('report.selection.criteria.known')}
            </th>
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <tr key={criterion.id} className={criterion.weight === 0 ? 'vf-row-quiet' : undefined}>
              <th scope="row">{titles.criterion(criterion.id)}</th>
              <ShareCell share={criterion.weight} />
              <td className="vf-number">{format.percent(population > 0 ? criterion.known / population : null, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
