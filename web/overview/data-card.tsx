import { Link } from '@tanstack/react-router'
import type { Overview } from '@vitalfew/contract/api/overview.ts'
import { Progress } from 'antd'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { Tag } from '../design/tag.tsx'

/** Sales that come once a month are at most so old before the next come. */
const staleDays = 45

/** What all of it rests on: how fresh the sales are, and how sound. */
export function DataCard(props: { data: Overview['data'] }) {
  const { t, format } = useReader()
  const { data } = props
  const { quality } = data
  return (
    <Card title={t('app.overview.data')}>
      <div className="vf-data-card">
        {quality !== null && (
          <Progress
            type="circle"
            size={84}
            percent={Math.floor(quality.score * 1000) / 10}
            format={() => format.percent(Math.floor(quality.score * 1000) / 1000)}
            aria-label={t('app.overview.quality')}
          />
        )}
        <dl className="vf-facts">
          <div>
            <dt>{t('app.overview.period')}</dt>
            <dd>{t('app.overview.periodValue', { from: format.day(data.firstDay), to: format.day(data.lastDay) })}</dd>
          </div>
          {data.daysOld !== null && (
            <div>
              <dt>{t('app.overview.freshness')}</dt>
              <dd>
                {t('app.overview.daysOld', { count: data.daysOld, days: format.count(data.daysOld) })}{' '}
                {data.daysOld > staleDays && <Tag tone="warn">{t('app.overview.stale')}</Tag>}
              </dd>
            </div>
          )}
          <div>
            <dt>{t('app.overview.imports')}</dt>
            <dd>{format.count(data.imports)}</dd>
          </div>
          <div>
            <dt>{t('app.overview.lastImport')}</dt>
            <dd>{data.lastImportAt === null ? '–' : format.instant(data.lastImportAt)}</dd>
          </div>
          {quality !== null && (
            <div>
              <dt>{t('app.overview.quality')}</dt>
              <dd>
                <Link to="/data" search={{ part: 'quality' }}>
                  {quality.issues.length === 0
                    ? t('report.quality.none')
                    : t('app.overview.issues', {
                        count: quality.issues.length,
                        issues: format.count(quality.issues.length),
                      })}
                </Link>
              </dd>
            </div>
          )}
        </dl>
      </div>
    </Card>
  )
}
