import { MenuFoldOutlined, MenuOutlined, MenuUnfoldOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Layout } from 'antd'
import { useReader } from '../design/reader.tsx'
import { JobsButton } from '../jobs/jobs-button.tsx'
import { LanguageButton } from './language-button.tsx'
import { LevelButton } from './level-button.tsx'
import { PlaceTrail } from './place-trail.tsx'
import { usePreferences } from './preferences.tsx'
import { ThemeButton } from './theme-button.tsx'
import { UnitButton } from './unit-button.tsx'
import { UserMenu } from './user-menu.tsx'

export function TopBar(props: { isWide: boolean; onMenu: () => void; onSearch: () => void }) {
  const { t } = useReader()
  return (
    <Layout.Header className="vf-top">
      {props.isWide ? (
        <FoldButton />
      ) : (
        <Button type="text" icon={<MenuOutlined />} aria-label={t('app.shell.openMenu')} onClick={props.onMenu} />
      )}
      <PlaceTrail />
      <div className="vf-top-tools">
        <button
          type="button"
          className="vf-search-button"
          onClick={props.onSearch}
          aria-label={`${t('app.palette.hint')} Ctrl K`}
        >
          <SearchOutlined aria-hidden="true" />
          <span>{t('app.palette.hint')}</span> <kbd>Ctrl K</kbd>
        </button>
        <LevelButton />
        <JobsButton />
        <UnitButton />
        <LanguageButton />
        <ThemeButton />
        <UserMenu />
      </div>
    </Layout.Header>
  )
}

function FoldButton() {
  const { t } = useReader()
  const { isMenuFolded, setMenuFolded } = usePreferences()
  return (
    <Button
      type="text"
      icon={isMenuFolded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
      aria-label={t(isMenuFolded ? 'app.shell.unfold' : 'app.shell.fold')}
      aria-expanded={!isMenuFolded}
      onClick={() => setMenuFolded(!isMenuFolded)}
    />
  )
}
