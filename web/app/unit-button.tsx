import { Button, Dropdown } from 'antd'
import { amountScales, amountSuffix, type AmountScale } from '../design/amount-scale.ts'
import { useReader, type Reader } from '../design/reader.tsx'
import { usePreferences } from './preferences.tsx'

/** In which unit amounts are read: each list and chart names it in its header. */
export function UnitButton() {
  const reader = useReader()
  const { setScale } = usePreferences()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [reader.scale],
        items: amountScales.map((key) => ({ key, label: nameOf(key, reader), onClick: () => setScale(key) })),
      }}
    >
      <Button type="text" className="vf-unit-button" title={reader.t('app.shell.unit')}>
        <span className="vf-unseen">{reader.t('app.shell.unit')}</span>
        {nameOf(reader.scale, reader)}
      </Button>
    </Dropdown>
  )
}

function nameOf(scale: AmountScale, { t, locale }: Reader): string {
  if (scale === 'base') return t('app.shell.unitBase')
  return locale === 'zh-CN' ? t('app.shell.unitOf', { suffix: amountSuffix(t, scale) }) : amountSuffix(t, scale)
}
