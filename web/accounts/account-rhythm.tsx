import type { AccountPage } from '@vitalfew/contract/api/account-page.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { FigureList } from './figure-list.tsx'

/** How often it buys, and whether it is as usual. */
export function AccountRhythm(props: { page: AccountPage }) {
  const { t, format } = useReader()
  const { page } = props
  const { medianDaysBetweenOrders: usual, recencyDays } = page.row
  return (
    <div className="vf-stack">
      {usual !== null && recencyDays !== null && usual > 0 && (
        <Card>
          <p className="vf-lead">
            {t('app.account.rhythm', {
              usual: format.count(Math.round(usual)),
              silent: format.count(recencyDays),
              cycles: format.decimal(recencyDays / usual),
            })}
          </p>
        </Card>
      )}
      <Card title={t('app.account.rhythmFigures')}>
        <FigureList page={page} group="rhythm" />
      </Card>
      <Card title={t('app.account.classFigures')}>
        <FigureList page={page} group="class" />
      </Card>
    </div>
  )
}
