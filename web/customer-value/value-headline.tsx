import type { ReactNode } from 'react'
import type { CustomerValue } from '@vitalfew/contract/customer-value.ts'
import { useReader } from '../design/reader.tsx'
import { forecastTitle, isBaseline } from './model-name.ts'
import { basisWords } from './value-words.ts'

type Equity = NonNullable<CustomerValue['equity']>

/** What all customers together are worth, how sure that is, and how much of it may already be gone. */
export function ValueHeadline(props: { value: CustomerValue; equity: Equity }) {
  const reader = useReader()
  const { t, format } = reader
  const { value, equity } = props
  const worth = (amount: number) =>
    value.basis === 'purchases' ? format.count(Math.round(amount)) : format.money(amount)
  // A baseline does not know who has left: its zero would read as good news.
  const knowsLeaving = !isBaseline(value.chosen)
  return (
    <dl className={`vf-headline vf-headline-four ${knowsLeaving ? '' : 'vf-headline-three'}`}>
      <Figure
        name={t('report.value.headline.equity', { months: format.count(value.horizonMonths) })}
        value={worth(equity.total)}
        isFirst
      >
        {equity.lower === null || equity.upper === null
          ? t('report.value.headline.noInterval')
          : t('report.value.headline.interval', { lower: worth(equity.lower), upper: worth(equity.upper) })}
      </Figure>
      {knowsLeaving && (
        <Figure name={t('report.value.headline.atRisk')} value={worth(equity.atRisk)} isWarning>
          {t('report.value.headline.atRiskNote')}
        </Figure>
      )}
      <Figure name={t('report.value.headline.accounts')} value={format.count(equity.accounts)}>
        {t('report.value.headline.oneTime', {
          count: equity.oneTimeAccounts,
          oneTime: format.count(equity.oneTimeAccounts),
        })}
        {equity.worthlessAccounts > 0 && (
          <>
            <br />
            {t('report.value.headline.worthless', {
              count: equity.worthlessAccounts,
              accounts: format.count(equity.worthlessAccounts),
            })}
          </>
        )}
      </Figure>
      {value.chosen !== 'none' && (
        <Figure name={t('report.value.headline.source')} value={forecastTitle(value.chosen, t)}>
          {t('report.value.headline.basis', {
            basis: basisWords(value, reader),
            discount: format.percent(value.discount, 0),
          })}
        </Figure>
      )}
    </dl>
  )
}

function Figure(props: { name: string; value: string; isFirst?: boolean; isWarning?: boolean; children: ReactNode }) {
  return (
    <div className={props.isFirst === true ? 'vf-figure vf-figure-first' : 'vf-figure'}>
      <dt>{props.name}</dt>
      <dd>
        <strong className={props.isWarning === true ? 'vf-down' : undefined}>{props.value}</strong>
        <span>{props.children}</span>
      </dd>
    </div>
  )
}
