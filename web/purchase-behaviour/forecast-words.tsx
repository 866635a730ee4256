import type { SalesForecast } from '@vitalfew/contract/purchase-trends.ts'
import { useReader } from '../design/reader.tsx'

/** What a forecast says of the year to come, and how the same did on the past beside repeating last year. */
export function ForecastWords(props: { sales: Omit<SalesForecast, 'names' | 'values'> }) {
  const { t, format } = useReader()
  const { backtest, chosen, next12Months, last12Months } = props.sales
  const change = last12Months > 0 ? next12Months / last12Months - 1 : null
  const words = {
    next: format.money(next12Months),
    last: format.money(last12Months),
    change: format.change(change),
  }
  return (
    <div>
      <p>{t('habits.forecast.year', words)}</p>
      <p className="vf-note">{backtest === null ? t('habits.forecast.untested') : tested(backtest)}</p>
    </div>
  )

  function tested({ origins, combined, seasonalNaive }: NonNullable<typeof backtest>): string {
    const [error, naive] = [combined.meanAbsoluteError, seasonalNaive.meanAbsoluteError]
    return t(chosen === 'combined' ? 'habits.forecast.better' : 'habits.forecast.worse', {
      origins: format.count(origins),
      error: format.money(error),
      naive: format.money(naive),
      saved: format.percent(naive > 0 ? 1 - error / naive : 0, 0),
      coverage: format.percent(combined.coverage80, 0),
    })
  }
}
