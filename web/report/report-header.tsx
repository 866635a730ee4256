import { locales, type Locale } from '@vitalfew/contract/locale.ts'
import type { Run } from '@vitalfew/contract/run.ts'
import { amountScales, amountUnit, type AmountScale } from '../design/amount-scale.ts'
import { useReader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'

/** The first character of the product's Chinese name, as a mark: a picture, not a word. */
const seal = '\u8981'

export function ReportHeader(props: {
  run: Run
  onLocale: (locale: Locale) => void
  onScale: (scale: AmountScale) => void
}) {
  const { t, format, locale, scale } = useReader()
  const { totals, run } = props.run
  return (
    <header className="vf-report-head">
      <div className="vf-brand">
        <span className="vf-seal" aria-hidden="true">
          {seal}
        </span>
        <span>{t('report.brand')}</span>
      </div>
      <div className="vf-controls">
        <SegmentedControl
          label={t('report.controls.unit')}
          value={scale}
          onChange={props.onScale}
          options={amountScales.map((value) => ({
            value,
            label: amountUnit(t, { scale: value, currency: run.currency }) || t('report.controls.plain'),
          }))}
        />
        <SegmentedControl
          label={t('report.controls.language')}
          value={locale}
          onChange={props.onLocale}
          options={locales.map((value) => ({ value, label: ownName(value) }))}
        />
        <button type="button" className="vf-button" onClick={() => window.print()}>
          {t('report.controls.print')}
        </button>
      </div>
      <h1>{t('report.title')}</h1>
      <p className="vf-subtitle">
        <span>
          {t('report.period', { from: format.longDay(totals.firstOrder), to: format.longDay(totals.lastOrder) })}
        </span>
        <span>{t('report.asOf', { asOf: format.longDay(run.asOf) })}</span>
      </p>
    </header>
  )
}

/** A language is called by its own name, so that those who read it find it. */
function ownName(locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(new Intl.Locale(locale).language) ?? locale
}
