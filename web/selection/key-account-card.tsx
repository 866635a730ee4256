import type { Reason } from '@vitalfew/contract/run.ts'
import { useReader } from '../design/reader.tsx'
import { SparklineChart } from '../design/sparkline.tsx'
import { Tag } from '../design/tag.tsx'
import type { KeyAccountEntry } from './prepare-key-accounts.ts'
import { reasonWords } from './reason-words.ts'

/** One chosen account: who, how much, which way it goes, why it was chosen and where it is weak. */
export function KeyAccountCard(props: { entry: KeyAccountEntry }) {
  const { t } = useReader()
  const { entry } = props
  return (
    <article className="vf-key-account" aria-label={entry.accountName}>
      <Identity entry={entry} />
      <Score entry={entry} />
      <Figures entry={entry} />
      <div className="vf-why">
        <h4>{t('report.keyAccounts.why')}</h4>
        <ul>
          {entry.reasons.map((reason) => (
            <ReasonLine key={reason.criterion} reason={reason} />
          ))}
        </ul>
        {entry.weakness !== null && (
          <div className="vf-weakness">
            <h4>
              {t(entry.weakness.percentile >= 0.5 ? 'report.keyAccounts.leastStrong' : 'report.keyAccounts.weakness')}
            </h4>
            <ul>
              <ReasonLine reason={entry.weakness} isWeak={entry.weakness.percentile < 0.5} />
            </ul>
          </div>
        )}
      </div>
    </article>
  )
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
        <h3>{entry.accountName}</h3>
        {entry.accountName !== entry.account && <span className="vf-code">{entry.account}</span>}
        <p className="vf-tags">
          <Tag tone={entry.tier === 'key' ? 'accent' : 'outline'}>{t(`analysis.tier.${entry.tier}`)}</Tag>
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
      <b>{format.decimal(score, 0)}</b>
      <span>{t('report.keyAccounts.score')}</span>
    </div>
  )
}

function Figures(props: { entry: KeyAccountEntry }) {
  const { t, format } = useReader()
  const { entry } = props
  const { row } = entry
  return (
    <div className="vf-figures-of">
      <dl>
        <div>
          <dt>{t('analysis.measure.netRevenue')}</dt>
          <dd>
            <b>{format.money(entry.netRevenue)}</b>{' '}
            <small>{t('report.keyAccounts.shareOf', { share: format.percent(entry.share) })}</small>
          </dd>
        </div>
        <div>
          <dt>{t('analysis.measure.grossProfit')}</dt>
          <dd>
            <b>{format.money(entry.grossProfit)}</b>{' '}
            {entry.margin !== null && (
              <small>{t('report.headline.margin', { margin: format.percent(entry.margin) })}</small>
            )}
          </dd>
        </div>
        {row !== null && (
          <div>
            <dt>{t('report.keyAccounts.growth')}</dt>
            <dd>
              <b className={row.growth !== null && row.growth < 0 ? 'vf-down' : undefined}>
                {format.change(row.growth)}
              </b>
            </dd>
          </div>
        )}
        {row !== null && (
          <div>
            <dt>{t('report.keyAccounts.lastOrder')}</dt>
            <dd>
              <b>
                {t('report.keyAccounts.daysAgo', { count: row.recencyDays ?? 0, days: format.count(row.recencyDays) })}
              </b>
            </dd>
          </div>
        )}
      </dl>
      {row !== null && (
        <SparklineChart
          amounts={row.monthlyRevenue}
          width={150}
          height={34}
          label={t('report.keyAccounts.months', { name: entry.accountName })}
        />
      )}
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
