import type { AccountPage } from '@vitalfew/contract/api/account-page.ts'
import { IntervalBar } from '../charts/interval-bar.tsx'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { FigureList } from './figure-list.tsx'
import { valueBefore } from './value-before.ts'

/** What it will bring, how sure that is, and what may be lost. */
export function AccountValue(props: { page: AccountPage }) {
  const { t, format } = useReader()
  const { page } = props
  const { clv, clvLower, clvUpper } = page.row
  const isKnown = clv !== null && clvLower !== null && clvUpper !== null
  const before = valueBefore(page)
  const note = [
    ...(page.foreseen === null
      ? []
      : [
          t(`app.account.valueBasis.${page.foreseen.basis}`, {
            months: format.count(page.foreseen.horizonMonths),
            margin: format.percent(page.foreseen.margin, 0),
          }),
        ]),
    ...(isKnown ? [t('app.account.valueNote', { lower: format.money(clvLower), upper: format.money(clvUpper) })] : []),
  ]
  return (
    <div className="vf-stack">
      {isKnown && (
        <Card title={t('app.account.value', { value: format.money(clv) })} note={note.join(' ')}>
          <IntervalBar
            interval={{ value: clv, lower: clvLower, upper: clvUpper }}
            scale={{ from: Math.min(0, clvLower), to: Math.max(clvUpper * 1.1, before ?? 0) }}
            reference={before}
          />
          {before !== null && (
            <p className="vf-note">{t('app.account.valueReference', { amount: format.money(before) })}</p>
          )}
        </Card>
      )}
      <Card title={t('app.account.valueFigures')}>
        <FigureList page={page} group="value" />
      </Card>
    </div>
  )
}
