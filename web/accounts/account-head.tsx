import type { AccountPage } from '@vitalfew/contract/api/account-page.ts'
import { LevelTag } from '../churn/level-tag.tsx'
import { useReader } from '../design/reader.tsx'
import { Tag } from '../design/tag.tsx'
import { accountTitle } from '../metrics/account-title.ts'
import { TierTag } from '../selection/tier-tag.tsx'
import { useTitles } from '../selection/tier-titles.tsx'
import { AssignButton, mayAssign } from './assign-button.tsx'
import { TagButton } from './tag-button.tsx'
import { useMe } from '../app/session.ts'
import { tierSentence } from './tier-sentence.ts'

/** Who it is, which tier it has, and why. */
export function AccountHead(props: { page: AccountPage }) {
  const reader = useReader()
  const { t } = reader
  const titles = useTitles()
  const me = useMe()
  const { page } = props
  const { row } = page
  const name = accountTitle(row)
  return (
    <header className="vf-account-head">
      <div className="vf-account-who">
        <h1>{name}</h1>
        <AccountTags page={page} />
        <p className="vf-lead">{tierSentence(page, { reader, titles })}</p>
        <p className="vf-note">
          {[row.account, row.parent, row.industry, row.region, row.department, row.salesperson]
            .filter((part) => part !== '' && part !== name)
            .join(' · ')}
        </p>
        {page.people.length > 0 && (
          <p className="vf-note">
            {t('app.assign.lookedAfterBy', {
              people: page.people.map((person) => person.name).join(t('report.listComma')),
            })}
          </p>
        )}
      </div>
      <MainFigures row={row} />
      <div className="vf-account-tools">
        {me.role !== 'viewer' && <TagButton meant={{ keys: [page.key] }} />}
        {mayAssign(me.role) && <AssignButton meant={{ keys: [page.key] }} />}
      </div>
    </header>
  )
}

/** Its tier, classes, clusters and tags. */
function AccountTags(props: { page: AccountPage }) {
  const { t } = useReader()
  const { page } = props
  const { row, tier } = page
  return (
    <p className="vf-tags">
      <TierTag tier={tier.id} />
      {row.abcClass !== null && <Tag tone="quiet">{`${row.abcClass}${row.xyzClass ?? ''}`}</Tag>}
      <Tag tone="quiet">{t(`analysis.segment.${row.rfmSegment}`)}</Tag>
      <Tag tone="quiet">{t(`analysis.stage.${row.lifecycleStage}`)}</Tag>
      {row.churnLevel !== null && <LevelTag level={row.churnLevel} named />}
      {page.segments.map(({ segment, segmentation, cluster }) => (
        <Tag key={segment} tone="quiet" title={segmentation}>
          {cluster}
        </Tag>
      ))}
      {page.tags.map((tag) => (
        <Tag key={tag} tone="outline">
          {tag}
        </Tag>
      ))}
    </p>
  )
}

function MainFigures(props: { row: AccountPage['row'] }) {
  const { t, format } = useReader()
  const { row } = props
  return (
    <dl className="vf-account-figures">
      <div>
        <dt>{t('analysis.column.netRevenue')}</dt>
        <dd>{format.money(row.netRevenue)}</dd>
      </div>
      <div>
        <dt>{t('accounts.field.revenueLast12Months')}</dt>
        <dd>
          {format.money(row.revenueLast12Months)}{' '}
          <small className={(row.growth ?? 0) < 0 ? 'vf-down' : undefined}>{format.change(row.growth)}</small>
        </dd>
      </div>
      <div>
        <dt>{t('app.account.rank')}</dt>
        <dd>{format.count(row.rank)}</dd>
      </div>
    </dl>
  )
}
