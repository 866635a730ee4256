import type { SourceSettings } from '@vitalfew/contract/api/import-sources.ts'
import { InputNumber, Select } from 'antd'
import { useReader } from '../design/reader.tsx'

const currencies = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP', 'KRW', 'SGD', 'TWD', 'AUD', 'CAD'] as const

/** The currency of amounts that name none, the one they are turned into, and the tax they contain. */
export function MoneyFields(props: {
  value: SourceSettings
  /** Shown where nobody says otherwise. */
  remembered: SourceSettings
  onChange: (settings: SourceSettings) => void
}) {
  const { t, locale } = useReader()
  const { value, remembered, onChange } = props
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  const options = currencies.map((code) => ({ value: code, label: `${code} ${names.of(code) ?? ''}` }))
  const tax = value.taxIncluded ?? remembered.taxIncluded
  const choice = (name: 'currency' | 'into') => (
    <label>
      <span>{t(`app.sources.${name}`)}</span>
      <Select<string>
        aria-label={t(`app.sources.${name}`)}
        placeholder={t('app.sources.asFile')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={value[name] ?? remembered[name] ?? null}
        options={options}
        onChange={(code: string | undefined) => onChange(withValue(value, { name, code }))}
      />
    </label>
  )
  return (
    <div className="vf-origin-fields">
      {choice('currency')}
      {choice('into')}
      <label>
        <span>{t('app.sources.tax')}</span>
        <InputNumber
          aria-label={t('app.sources.tax')}
          min={0}
          max={99}
          suffix="%"
          value={tax === undefined ? null : Math.round(tax * 1e4) / 100}
          onChange={(percent) => onChange({ ...value, taxIncluded: Math.round((percent ?? 0) * 100) / 1e4 })}
        />
      </label>
    </div>
  )
}

function withValue(
  settings: SourceSettings,
  { name, code }: { name: 'currency' | 'into'; code: string | undefined },
): SourceSettings {
  const { [name]: _before, ...others } = settings
  return code === undefined ? others : { ...others, [name]: code }
}
