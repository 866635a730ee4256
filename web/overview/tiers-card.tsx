import { Link } from '@tanstack/react-router'
import type { Overview } from '@vitalfew/contract/api/overview.ts'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { ShareCell } from '../design/share-cell.tsx'
import { TierTag } from '../selection/tier-tag.tsx'
import type { OverviewFigures, TierMoves } from './prepare-overview.ts'

/** How many accounts each tier has, what they bring, and who moved since the run before. */
export function TiersCard(props: { overview: Overview; figures: OverviewFigures }) {
  const reader = useReader()
  const { t, format } = reader
  const { figures, overview } = props
  return (
    <Card title={t('app.overview.tiers')} note={movesWords(overview, { moves: figures.moves, reader })}>
      <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('app.overview.tiers')}>
        <table className="vf-table">
          <caption className="vf-unseen">{t('app.overview.tiers')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('analysis.column.tier')}</th>
              <th scope="col" className="vf-number">
                {t('report.headline.accounts')}
              </th>
              <th scope="col" className="vf-number">
                {t('app.overview.change')}
              </th>
              <th scope="col" className="vf-number">
                {t('analysis.measure.netRevenue')} <small>{format.unit}</small>
              </th>
              <th scope="col" className="vf-wide">
                {t('analysis.column.share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.tiers.map((tier) => (
              <tr key={tier.id}>
                <th scope="row">
                  <Link to="/accounts" search={{ filter: { field: 'tier', operator: 'in', values: [tier.id] } }}>
                    <TierTag tier={tier.id} />
                  </Link>
                </th>
                <td className="vf-number">{format.count(tier.accounts)}</td>
                <td className="vf-number">{changeWords(tier.change, reader)}</td>
                <td className="vf-number">{format.amount(tier.netRevenue)}</td>
                <ShareCell share={tier.share} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function changeWords(change: number | null, { format }: Reader): string {
  if (change === null || change === 0) return change === null ? '–' : '0'
  return change > 0 ? `+${format.count(change)}` : format.count(change)
}

function movesWords({ previousRun }: Overview, words: { moves: TierMoves | null; reader: Reader }): string {
  const { t, format } = words.reader
  if (words.moves === null || previousRun === null) return t('app.overview.noRunBefore')
  const { up, down } = words.moves
  const since = { asOf: format.day(previousRun.asOf) }
  if (up.accounts + down.accounts === 0) return t('app.overview.noMoves', since)
  return t('app.overview.moves', {
    ...since,
    up: format.count(up.accounts),
    upAmount: format.money(up.netRevenue),
    down: format.count(down.accounts),
    downAmount: format.money(down.netRevenue),
  })
}
