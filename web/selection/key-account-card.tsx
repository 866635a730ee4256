import type { ReactNode } from 'react'
import type { AccountRow } from '@vitalfew/contract/accounts.ts'
import type { Reason } from '@vitalfew/contract/run.ts'
import { useReader } from '../design/reader.tsx'
import { SparklineChart } from '../design/sparkline.tsx'
import { Tag } from '../design/tag.tsx'
import type { KeyAccountEntry } from './prepare-key-accounts.ts'
import { reasonWords } from './reason-words.ts'
import { Standing } from './standing.tsx'
import { TierTag } from './tier-tag.tsx'
import { useTitles } from './tier-titles.tsx'

/** One chosen account: who, how much, which way it goes, why it was chosen and where it is weak. */
export function KeyAccountCard(props: { entry: KeyAccountEntry }) {
  const { t } = useReader()
  const { entry } = props
  return (
    <article className="vf-key-account" aria-label={entry.title}>
      <Identity entry={entry} />
      <Score entry={entry} />
      <Figures entry={entry} />
      <div className="vf-why">
        <div>
          <h4>{t('report.keyAccounts.why')}</h4>
          <ul>
            {entry.reasons.map((reason) => (
              <ReasonLine key={reason.criterion} reason={reason} />
            ))}
          </ul>
        </div>
        <div className="vf-weakness">
          {entry.weakness !== null && <Weakness weakness={entry.weakness} />}
          <Unknown entry={entry} />
        </div>
      </div>
    </article>
  )
}

function Weakness(props: { weakness: Reason }) {
  const { t } = useReader()
  const isWeak = props.weakness.percentile < 0.5
  return (
    <>
      <h4>{t(isWeak ? 'report.keyAccounts.weakness' : 'report.keyAccounts.leastStrong')}</h4>
      <ul>
        <ReasonLine reason={props.weakness} isWeak={isWeak} />
      </ul>
    </>
  )
}

/** What the score does not rest on. */
function Unknown(props: { entry: KeyAccountEntry }) {
  const { t } = useReader()
  const titles = useTitles()
  const { unknown } = props.entry
  if (unknown.length === 0) return null
  const criteria = unknown.map((criterion) => titles.criterion(criterion)).join(t('report.listComma'))
  return <p className="vf-note">{t('report.keyAccounts.unknownHere', { criteria })}</p>
}

function Identity(props: { entry: KeyAccountEntry }) {
  const { t } = useReader()
  const { entry } = props
  const stage = entry.row?.lifecycleStage
  const isFading = stage === 'slipping' || stage === 'dormant' || stage === 'lost'
  return (
    <header className="vf-who">
      <span className="vf-rank">{entry.rank}</span>
      <div>
        <h3>{entry.title}</h3>
        {entry.title !== entry.account && <span className="vf-code">{entry.account}</span>}
        <p className="vf-tags">
          <TierTag tier={entry.tier} />
          {entry.selected !== null && <Standing account={entry.selected} />}
          {stage !== undefined && <Tag tone={isFading ? 'warn' : 'quiet'}>{t(`analysis.stage.${stage}`)}</Tag>}
          {entry.row !== null && <Tag tone="quiet">{t(`analysis.segment.${entry.row.rfmSegment}`)}</Tag>}
          {entry.row?.abcClass && <Tag tone="quiet">{`${entry.row.abcClass}${entry.row.xyzClass ?? ''}`}</Tag>}
        </p>
      </div>
    </header>
  )
}

function Score(props: { entry: KeyAccountEntry }) {
  const { t, format } = useReader()
  const { score } = props.entry
  return (
    <div
      className="vf-score"
      role="img"
      aria-label={t('report.keyAccounts.scoreOf', { score: format.decimal(score, 1) })}
    >
      <svg viewBox="0 0 44 44" aria-hidden="true">
        <circle cx="22" cy="22" r="19" pathLength="100" />
        <circle cx="22" cy="22" r="19" pathLength="100" strokeDasharray={`${score} 100`} />
      </svg>
      <b>{format.decimal(score, 1)}</b>
      <span>{t('report.keyAccounts.score')}</span>
    </div>
  )
}

function Figures(props: { entry: KeyAccountEntry }) {
  const { t, format } = useReader()
  const { entry } = props
  const { row } = entry
  const months = t('report.keyAccounts.months', { name: entry.title })
  return (
    <div className="vf-figures-of">
      <div className="vf-revenue">
        <p>
          <span className="vf-unseen">{t('analysis.measure.netRevenue')} </span>
          <strong>{format.money(entry.netRevenue)}</strong>
          <small>{t('report.keyAccounts.shareOf', { share: format.percent(entry.share) })}</small>
        </p>
        {row !== null && <SparklineChart amounts={row.monthlyRevenue} width={132} height={40} label={months} />}
      </div>
      <dl>
        {entry.grossProfit !== null && (
          <Detail name={t('analysis.measure.grossProfit')} value={format.money(entry.grossProfit)}>
            {entry.margin !== null && t('report.headline.margin', { margin: format.percent(entry.margin) })}
          </Detail>
        )}
        {row !== null && <LastYear row={row} />}
        {row !== null && row.recencyDays !== null && (
          <Detail
            name={t('report.keyAccounts.lastOrder')}
            value={t('report.keyAccounts.daysAgo', { count: row.recencyDays, days: format.count(row.recencyDays) })}
          >
            {row.medianDaysBetweenOrders !== null &&
              t('report.keyAccounts.cycle', {
                count: Math.round(row.medianDaysBetweenOrders),
                days: format.count(Math.round(row.medianDaysBetweenOrders)),
              })}
          </Detail>
        )}
      </dl>
    </div>
  )
}

/** Growth where it is known, otherwise just the amount. */
function LastYear(props: { row: AccountRow }) {
  const { t, format } = useReader()
  const { growth, monthlyRevenue } = props.row
  const amount = format.money(monthlyRevenue.slice(-12).reduce((sum, month) => sum + month, 0))
  if (growth === null) return <Detail name={t('report.keyAccounts.growth')} value={amount} />
  return (
    <Detail name={t('report.keyAccounts.growth')} value={format.change(growth)} isDown={growth < 0}>
      {amount}
    </Detail>
  )
}

function Detail(props: { name: string; value: string; isDown?: boolean; children?: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <b className={props.isDown === true ? 'vf-down' : undefined}>{props.value}</b>
        <small>{props.children}</small>
      </dd>
    </div>
  )
}

function ReasonLine(props: { reason: Reason; isWeak?: boolean }) {
  const reader = useReader()
  const words = reasonWords(props.reason, reader)
  const tone = props.isWeak === true ? 'warn' : 'accent'
  return (
    <li>
      <span className={`vf-bar vf-bar-${tone}`} aria-hidden="true">
        <span style={{ width: `${props.reason.percentile * 100}%` }} />
      </span>
      <span>
        <strong>{words.fact}</strong>
        {words.standing !== '' && `${reader.t('report.comma')}${words.standing}`}
      </span>
    </li>
  )
}
