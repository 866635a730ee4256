import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { Breadcrumb } from 'antd'
import { useReader } from '../design/reader.tsx'
import { accountTitle } from '../metrics/account-title.ts'
import { api } from './api.ts'
import { pageAt } from './pages.ts'
import { useShownRun } from './shown-level.ts'

/** Where this page stands: its menu entry, and what was opened below it. */
export function PlaceTrail() {
  const { t } = useReader()
  const { pathname } = useLocation()
  const page = pageAt(pathname)
  if (page === undefined) return <span className="vf-trail" />
  const below = decodeURIComponent(pathname.slice(page.path.length).replace(/^\//, ''))
  const name = t(`app.page.${page.name}`)
  return (
    <nav className="vf-trail" aria-label={t('app.shell.trail')}>
      <Breadcrumb
        items={
          below === '' || page.path === '/'
            ? [{ title: name }]
            : [{ title: <Link to={page.path}>{name}</Link> }, { title: <Below page={page.name} below={below} /> }]
        }
      />
    </nav>
  )
}

/** An account or a round by its name, once that is known; a part of the data by its title. */
function Below(props: { page: string; below: string }) {
  const { t } = useReader()
  const { page, below } = props
  const shownRun = useShownRun()
  const account = useQuery({
    ...api.accounts.get.queryOptions({ input: { ...shownRun, key: below } }),
    enabled: page === 'accounts',
  }).data
  const round = useQuery({
    ...api.selection.rounds.get.queryOptions({ input: { id: below } }),
    enabled: page === 'rounds',
  }).data
  if (page === 'rounds') return round?.title ?? ''
  if (page === 'data') return t('app.data.part.import')
  return account === undefined ? below : accountTitle(account.row)
}
