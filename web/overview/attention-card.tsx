import { Link } from '@tanstack/react-router'
import type { AccountFilter } from '@vitalfew/contract/api/account-filter.ts'
import type { AccountToWatch, UrgentAccounts } from '@vitalfew/contract/api/overview.ts'
import { Empty } from 'antd'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { Tag } from '../design/tag.tsx'
import { accountTitle } from '../metrics/account-title.ts'
import { TierTag } from '../selection/tier-tag.tsx'
import { useTitles, type Titles } from '../selection/tier-titles.tsx'

/** Who needs somebody this week: each with the reason, and the money that makes it urgent. */
export function AttentionCard(props: {
  entries: readonly AccountToWatch[]
  urgent: readonly UrgentAccounts[]
  hiddenFields: readonly string[]
}) {
  const reader = useReader()
  const titles = useTitles()
  const { t, format } = reader
  return (
    <Card title={t('app.overview.attention')} note={t('app.overview.attentionNote')} className="vf-attention">
      {props.entries.length === 0 ? (
        <Empty description={t('app.overview.attentionNobody')} />
      ) : (
        <>
          <ul className="vf-urgent">
            {props.urgent.map((reason) => (
              <li key={reason.why}>
                <UrgentCount reason={reason} hiddenFields={props.hiddenFields} />
              </li>
            ))}
          </ul>
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
        </>
      )}
    </Card>
  )
}

/** How many there are for a reason, and the way to all of them where a list can be narrowed to it. */
function UrgentCount(props: { reason: UrgentAccounts; hiddenFields: readonly string[] }) {
  const { t, format } = useReader()
  const { why, accounts, revenueLast12Months } = props.reason
  const words = t('app.overview.urgent', {
    why: t(`app.overview.why.${why}`),
    count: accounts,
    accounts: format.count(accounts),
    amount: format.money(revenueLast12Months),
  })
  const filter = filterOf[why]
  const isHidden = why === 'risk' && props.hiddenFields.includes('churnLevel')
  if (filter === null || isHidden) return words
  return (
    <Link to="/accounts" search={{ filter }}>
      {words}
    </Link>
  )
}

const filterOf: Record<UrgentAccounts['why'], AccountFilter | null> = {
  overdue: {
    all: [
      { field: 'overdueCycles', operator: 'gt', value: 0 },
      { field: 'lifecycleStage', operator: 'notIn', values: ['lost', 'prospect'] },
      { field: 'revenueLast12Months', operator: 'gt', value: 0 },
    ],
  },
  risk: {
    all: [
      { field: 'churnLevel', operator: 'in', values: ['high', 'medium'] },
      { field: 'revenueLast12Months', operator: 'gt', value: 0 },
    ],
  },
  fell: null,
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
