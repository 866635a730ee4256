import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { Settings } from '@vitalfew/contract/api/settings.ts'
import { locales } from '@vitalfew/contract/locale.ts'
import { Form, Input, Select } from 'antd'
import { api, client } from '../app/api.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { SavedForm } from './saved-form.tsx'

const units = ['automatic', 'one', 'tenThousand', 'hundredMillion'] as const
const currencies = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP', 'KRW', 'SGD', 'TWD', 'AUD', 'CAD'] as const

type Values = Omit<Settings, 'version' | 'currency' | 'calendar'> & { currency: string }

/** How the whole workspace is shown: its name, its money, its year and its days. */
export function WorkspacePart() {
  const { t, locale } = useReader()
  const queries = useQueryClient()
  const settings = useSuspenseQuery(api.settings.get.queryOptions()).data
  const { version, calendar: _calendar, ...known } = settings
  const months = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  return (
    <Card>
      <SavedForm<Values>
        key={version}
        initial={{ ...known, currency: known.currency ?? '' }}
        submit={t('app.action.save')}
        onSave={async (values) => {
          const kept = await client.settings.update({ ...values, currency: values.currency || null, version })
          queries.setQueryData(api.settings.get.queryKey(), kept)
        }}
      >
        <Form.Item name="companyName" label={t('app.setup.company')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="locale" label={t('app.workspace.language')} extra={t('app.workspace.languageNote')}>
          <Select options={locales.map((value) => ({ value, label: languages.of(value) }))} />
        </Form.Item>
        <Form.Item name="currency" label={t('app.workspace.currency')} extra={t('app.workspace.currencyNote')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: '', label: t('app.workspace.currencyOfSales') },
              ...currencies.map((value) => ({ value, label: `${value} ${names.of(value)}` })),
            ]}
          />
        </Form.Item>
        <Form.Item name="amountUnit" label={t('app.workspace.unit')} extra={t('app.workspace.unitNote')}>
          <Select options={units.map((value) => ({ value, label: t(`app.workspace.unitOf.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="fiscalYearStartMonth"
          label={t('app.workspace.fiscalYear')}
          extra={t('app.workspace.fiscalYearNote')}
        >
          <Select
            options={Array.from({ length: 12 }, (_, index) => ({
              value: index + 1,
              label: months.format(Date.UTC(2024, index, 1)),
            }))}
          />
        </Form.Item>
        <Form.Item name="timeZone" label={t('app.workspace.timeZone')} extra={t('app.workspace.timeZoneNote')}>
          <Select showSearch options={Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }))} />
        </Form.Item>
      </SavedForm>
    </Card>
  )
}
