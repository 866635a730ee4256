import { useMemo } from 'react'
import type { CustomerValue } from '@vitalfew/contract/customer-value.ts'
import type { Report } from '@vitalfew/contract/report.ts'
import { AliveChart } from '../customer-value/alive-chart.tsx'
import { CalibrationChart } from '../customer-value/calibration-chart.tsx'
import { isBaseline } from '../customer-value/model-name.ts'
import { isValued } from '../customer-value/value-fields.ts'
import { prepareTracking } from '../customer-value/prepare-tracking.ts'
import { TrackingChart } from '../customer-value/tracking-chart.tsx'
import { ValueHeadline } from '../customer-value/value-headline.tsx'
import { ValueMatrices } from '../customer-value/value-matrices.tsx'
import { whyWords } from '../customer-value/value-words.ts'
import { ValuedAccounts } from '../customer-value/valued-accounts.tsx'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { Section } from '../design/section.tsx'
import { ScoreboardCard } from '../customer-value/scoreboard-card.tsx'

/** What customers will bring, how that is known, and how well such forecasts have done. */
export function ValueSection(props: { report: Report; value: CustomerValue }) {
  const reader = useReader()
  const { t } = reader
  const { report, value } = props
  const written = report.run.run.locale
  const { equity, matrix, chosen } = value
  return (
    <Section id="value" title={t('report.section.value')} lead={whyWords(value, { reader, written })}>
      {chosen !== 'none' && isBaseline(chosen) && (
        <p className="vf-notice">{t(`report.value.notice.${chosen === 'nbd' ? 'nbd' : 'baseline'}`)}</p>
      )}
      {equity !== null && <ValueHeadline value={value} equity={equity} />}
      {isValued(report.accounts) && (
        <>
          <h3 className="vf-subhead">{t('report.value.accounts.title')}</h3>
          <p className="vf-note">
            {t(isBaseline(chosen) ? 'report.value.accounts.noteBaseline' : 'report.value.accounts.note')}
          </p>
          <ValuedAccounts rows={report.accounts} />
        </>
      )}
      {report.aliveHistories.length > 0 && (
        <Card title={t('report.value.alive.title')} note={t('report.value.alive.note')}>
          <AliveChart histories={report.aliveHistories} />
        </Card>
      )}
      <h3 className="vf-subhead">{t('report.value.evidence')}</h3>
      <ScoreboardCard value={value} />
      <Evidence value={value} reader={reader} />
      {matrix !== null && <ValueMatrices matrix={matrix} horizonMonths={value.horizonMonths} />}
    </Section>
  )
}

/** How the forecast did over time, and from the least to the most promising customers. */
function Evidence(props: { value: CustomerValue; reader: Reader }) {
  const { t } = props.reader
  const { tracking, calibration } = props.value
  const tracked = useMemo(
    () => (tracking === null || tracking.periods.length < 2 ? null : prepareTracking(tracking)),
    [tracking],
  )
  if (tracked === null && calibration.length === 0) return null
  return (
    <div className="vf-pair vf-pair-wide-first">
      {tracked !== null && (
        <Card
          title={t('report.value.tracking.title')}
          note={t(tracked.holdoutIndex === null ? 'report.value.tracking.allSeen' : 'report.value.tracking.note')}
        >
          <TrackingChart tracking={tracked} />
        </Card>
      )}
      {calibration.length > 0 && (
        <Card title={t('report.value.calibration.title')} note={t('report.value.calibration.note')}>
          <CalibrationChart deciles={calibration} />
        </Card>
      )}
    </div>
  )
}
