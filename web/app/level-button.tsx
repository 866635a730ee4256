import { ApartmentOutlined, ReloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { accountLevels } from '@vitalfew/contract/identity-names.ts'
import { App, Button, Dropdown } from 'antd'
import { useReader } from '../design/reader.tsx'
import { client } from './api.ts'
import { faultWords } from './fault-words.ts'
import { type ShownLevel, useHasLevels, useShownLevel } from './shown-level.ts'

/** Of whom the figures of this page are, and the choice of another level; nothing where there is no choice. */
export function LevelButton() {
  const { t } = useReader()
  const { message } = App.useApp()
  const level = useShownLevel()
  const navigate = useNavigate()
  const again = useMutation({
    mutationFn: () => client.runs.start({ level }),
    onSuccess: () => message.success(t('app.data.runBegun')),
    onError: (fault) => message.error(faultWords(fault, t)),
  })
  if (!useHasLevels()) return null
  const choose = (grouping: ShownLevel) => void navigate({ to: '.', search: (before) => ({ ...before, grouping }) })
  const levels = accountLevels.map((key) => ({ key, label: t(`app.level.${key}`), onClick: () => choose(key) }))
  const refresh = { key: 'again', icon: <ReloadOutlined />, label: t('app.level.again'), onClick: () => again.mutate() }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [level],
        items: level === 'account' ? levels : [...levels, { type: 'divider' }, refresh],
      }}
    >
      <Button
        {...(level === 'account' ? { type: 'text' } : { color: 'primary', variant: 'filled' })}
        className="vf-level-button"
        icon={<ApartmentOutlined />}
        title={t('app.level.label')}
      >
        <span className="vf-unseen">{t('app.level.label')}</span>
        <span className="vf-level-name">{t('app.level.by', { level: t(`app.level.${level}`) })}</span>
      </Button>
    </Dropdown>
  )
}
