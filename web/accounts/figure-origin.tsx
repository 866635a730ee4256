import { InfoCircleOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { AccountField } from '@vitalfew/contract/api/account-fields.ts'
import type { AccountPage } from '@vitalfew/contract/api/account-page.ts'
import { rowsBehind } from '@vitalfew/contract/api/rows-behind.ts'
import { Button, Popover } from 'antd'
import { useReader } from '../design/reader.tsx'
import { fieldTitle } from './field-display.ts'

/** How a figure came about: what it means, and the way to the lines it was made from, or to the figures it was made from. */
export function FigureOrigin(props: { field: AccountField; page: AccountPage }) {
  const { t } = useReader()
  const { field, page } = props
  const name = fieldTitle(field, t)
  const words = t(`app.origin.${field}`, { defaultValue: '' })
  if (words === '') return null
  return (
    <Popover
      trigger="click"
      title={name}
      content={
        <div className="vf-origin">
          <p>{words}</p>
          <p className="vf-note">{t('app.origin.asOf', { asOf: page.run.asOf })}</p>
          <OriginLink {...props} />
        </div>
      }
    >
      <Button
        type="text"
        size="small"
        className="vf-origin-button"
        icon={<InfoCircleOutlined />}
        aria-label={t('app.origin.of', { name })}
      />
    </Popover>
  )
}

function OriginLink({ field, page }: { field: AccountField; page: AccountPage }) {
  const { t } = useReader()
  const { firstOrder, lastOrder } = page.row
  const rows = rowsBehind(field, { asOf: page.run.asOf, firstOrder, lastOrder })
  return (
    <Link
      to="/accounts/$key"
      params={{ key: page.key }}
      search={rows === null ? { tab: partsOf(field) } : { tab: 'rows', ...rows }}
    >
      {t(rows === null ? 'app.origin.toParts' : 'app.account.toRows')}
    </Link>
  )
}

/** Where the figures stand that a figure without lines of its own is made from. */
function partsOf(field: AccountField) {
  if (field === 'score' || field === 'tier' || field.startsWith('churn')) return 'summary'
  return field === 'lifecycleStage' || field === 'monthsInStage' ? 'history' : 'sales'
}
