import { Link, useLocation } from '@tanstack/react-router'
import { Menu } from 'antd'
import { useReader } from '../design/reader.tsx'
import { pageIcons } from './page-icons.tsx'
import { pageAt, pagesFor } from './pages.ts'
import { useMe } from './session.ts'

/** The pages this person has. */
export function SideMenu(props: { isFolded: boolean; onChoose: () => void }) {
  const { t } = useReader()
  const me = useMe()
  const current = pageAt(useLocation().pathname)
  return (
    <Menu
      mode="inline"
      inlineCollapsed={props.isFolded}
      selectedKeys={current === undefined ? [] : [current.name]}
      onClick={props.onChoose}
      items={pagesFor(me.role).map(({ name, path }) => ({
        key: name,
        icon: pageIcons[name],
        label: <Link to={path}>{t(`app.page.${name}`)}</Link>,
      }))}
    />
  )
}
