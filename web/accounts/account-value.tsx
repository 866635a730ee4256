import type { AccountPage } from '@vitalfew/contract/api/account-page.ts'
import { IntervalBar } from '../charts/interval-bar.tsx'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { FigureList } from './figure-list.tsx'

/** What it will bring, how sure that is, and what may be lost. */
export function AccountValue(props: { page: AccountPage }) {
  const { t, format } = useReader()
  const { page } = props
  const { clv, clvLower, clvUpper } = page.row
  const isKnown = clv !== null && clvLower !== null && clvUpper !== null
  return (
    <div className="vf-stack">
      {isKnown && (
        <Card
          title={t('app.account.value', { value: format.money(clv) })}
          note={t('app.account.valueNote', { lower: format.money(clvLower), upper: format.money(clvUpper) })}
        >
          <IntervalBar
            interval={{ value: clv, lower: clvLower, upper: clvUpper }}
            scale={{ from: 0, to: Math.max(clvUpper * 1.1, page.row.revenueLast12Months) }}
            reference={page.row.revenueLast12Months}
          />
          <p className="vf-note">
            {t('app.account.valueReference', { amount: format.money(page.row.revenueLast12Months) })}
          </p>
        </Card>
      )}
      <Card title={t('app.account.valueFigures')}>
        <FigureList page={page} group="value" />
      </Card>
    </div>
  )
}
