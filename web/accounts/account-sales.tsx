import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { AccountPage } from '@vitalfew/contract/api/account-page.ts'
import { Input, Segmented } from 'antd'
import { api } from '../app/api.ts'
import { chosen } from '../app/search-params.ts'
import { useReader } from '../design/reader.tsx'
import type { SearchChange } from './account-search.ts'
import { OrdersCard } from './orders-card.tsx'
import { rangeName, rangeNames, salesRange, type RangeName, type SalesRange } from './sales-range.ts'
import { SlicesCard } from './slices-card.tsx'
import { type SalesAsked, TimesCard } from './times-card.tsx'

const route = getRouteApi('/shell/accounts/$key')

/** What it bought: when, of what, from whom, and in which orders; the address holds what is looked at. */
export function AccountSales(props: { page: AccountPage }) {
  const { page } = props
  const { fiscalYearStartMonth } = useSuspenseQuery(api.settings.get.queryOptions({ staleTime: 300_000 })).data
  const calendar = { asOf: page.run.asOf, fiscalYearStartMonth }
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const onAsk = (part: SearchChange) =>
    void navigate({ search: (before) => chosen({ ...before, ...part }), replace: true })
  const range = chosen({ from: search.from, to: search.to })
  const asked: SalesAsked = {
    accountKey: page.key,
    range,
    cut: search.cut ?? 'product',
    value: search.value,
    grain: search.grain ?? 'month',
  }
  return (
    <div className="vf-stack">
      <RangeBar range={range} calendar={calendar} onRange={(days) => onAsk({ from: days.from, to: days.to })} />
      <TimesCard asked={asked} onAsk={onAsk} />
      <SlicesCard asked={asked} onAsk={onAsk} />
      <OrdersCard accountKey={page.key} />
    </div>
  )
}

function RangeBar(props: {
  range: SalesRange
  calendar: Parameters<typeof salesRange>[1]
  onRange: (range: SalesRange) => void
}) {
  const { t } = useReader()
  const { range, calendar, onRange } = props
  const day = (part: 'from' | 'to') => (
    <Input
      type="date"
      aria-label={t(`app.filter.${part}`)}
      value={range[part] ?? ''}
      max={part === 'from' ? (range.to ?? calendar.asOf) : calendar.asOf}
      onChange={(event) => onRange(chosen({ ...range, [part]: event.target.value || undefined }))}
    />
  )
  return (
    <div className="vf-bar-row">
      <Segmented<RangeName | ''>
        value={rangeName(range, calendar) ?? ''}
        onChange={(name) => name !== '' && onRange(salesRange(name, calendar))}
        options={rangeNames.map((name) => ({ value: name, label: t(`app.account.range.${name}`) }))}
      />
      <span className="vf-between">
        {day('from')}
        {day('to')}
      </span>
    </div>
  )
}
