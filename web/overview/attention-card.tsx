import { Link } from '@tanstack/react-router'
import type { AccountToWatch } from '@vitalfew/contract/api/overview.ts'
import { Empty } from 'antd'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { Tag } from '../design/tag.tsx'
import { accountTitle } from '../metrics/account-title.ts'
import { TierTag } from '../selection/tier-tag.tsx'
import { useTitles, type Titles } from '../selection/tier-titles.tsx'

/** Who needs somebody this week: each with the reason, and the money that makes it urgent. */
export function AttentionCard(props: { entries: readonly AccountToWatch[] }) {
  const reader = useReader()
  const titles = useTitles()
  const { t, format } = reader
  return (
    <Card title={t('app.overview.attention')} note={t('app.overview.attentionNote')} className="vf-attention">
      {props.entries.length === 0 ? (
        <Empty description={t('app.overview.attentionNobody')} />
      ) : (
        <ul>
          {props.entries.map((entry) => (
            <li key={`${entry.key} ${entry.why}`}>
              <div>
                <Link to="/accounts/$key" params={{ key: entry.key }} className="vf-account-link">
                  {accountTitle(entry)}
                </Link>{' '}
                <TierTag tier={entry.tier} />
              </div>
              <strong>{format.money(entry.atStake ?? entry.revenueLast12Months)}</strong>
              <p>
                <Tag tone="warn">{t(`app.overview.why.${entry.why}`)}</Tag> {whyWords(entry, { reader, titles })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function whyWords(entry: AccountToWatch, words: { reader: Reader; titles: Titles }): string {
  const { t, format } = words.reader
  if (entry.why === 'fell')
    return t('app.overview.fell', {
      from: words.titles.tier(entry.previousTier ?? ''),
      to: words.titles.tier(entry.tier),
    })
  if (entry.why === 'overdue')
    return t('app.overview.overdue', {
      due: format.day(entry.nextOrderDue),
      last: format.day(entry.lastOrder),
      cycles: format.decimal(entry.overdueCycles),
    })
  return t('app.overview.risk', { risk: format.percent(entry.churnRisk, 0), last: format.day(entry.lastOrder) })
}
