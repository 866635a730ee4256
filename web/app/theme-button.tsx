import { BulbOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useReader } from '../design/reader.tsx'
import { usePreferences } from './preferences.tsx'
import { themeChoices } from './stored-preferences.ts'

export function ThemeButton() {
  const { t } = useReader()
  const { theme, isDark, setTheme } = usePreferences()
  const icon = theme === 'system' ? <BulbOutlined /> : isDark ? <MoonOutlined /> : <SunOutlined />
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [theme],
        items: themeChoices.map((key) => ({ key, label: t(`app.theme.${key}`), onClick: () => setTheme(key) })),
      }}
    >
      <Button type="text" icon={icon} aria-label={t('app.shell.theme')} title={t('app.shell.theme')} />
    </Dropdown>
  )
}
