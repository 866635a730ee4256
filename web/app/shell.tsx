import { Outlet, useLocation } from '@tanstack/react-router'
import { Drawer, Grid, Layout } from 'antd'
import { Suspense, useEffect, useState } from 'react'
import { HeadingLevelProvider } from '../design/heading-level.tsx'
import { useReader } from '../design/reader.tsx'
import { JobWatch } from '../jobs/job-watch.tsx'
import { AppReader } from './app-reader.tsx'
import { Brand } from './brand.tsx'
import { CommandPalette } from './command-palette.tsx'
import { FaultAlerts } from './fault-alerts.tsx'
import { ModelTitles } from './model-titles.tsx'
import { PageWait } from './page-wait.tsx'
import { pageAt } from './pages.ts'
import { usePreferences } from './preferences.tsx'
import { useShownLevel } from './shown-level.ts'
import { SideMenu } from './side-menu.tsx'
import { TopBar } from './top-bar.tsx'

/** Menu at the left, search and person at the top, the page in the middle; on a telephone the menu opens over it. */
export function Shell() {
  return (
    <AppReader>
      <ModelTitles>
        <JobWatch>
          <Frame />
        </JobWatch>
      </ModelTitles>
    </AppReader>
  )
}

function Frame() {
  const { t } = useReader()
  const { isMenuFolded } = usePreferences()
  const level = useShownLevel()
  const isWide = Grid.useBreakpoint().lg ?? window.innerWidth >= 992
  const [isMenuOpen, setMenuOpen] = useState(false)
  const [isPaletteOpen, setPaletteOpen] = useState(false)
  usePageTitle()
  usePaletteKey(() => setPaletteOpen(true))
  const close = () => setMenuOpen(false)
  return (
    <Layout className="vf-shell" hasSider={isWide}>
      <a className="vf-skip" href="#page">
        {t('app.shell.skip')}
      </a>
      {isWide ? (
        <Layout.Sider className="vf-side" width={208} collapsedWidth={64} collapsed={isMenuFolded} theme="light">
          <nav aria-label={t('app.shell.menu')}>
            <Brand isFolded={isMenuFolded} />
            <SideMenu isFolded={isMenuFolded} onChoose={close} />
          </nav>
        </Layout.Sider>
      ) : (
        <Drawer
          placement="left"
          size={240}
          open={isMenuOpen}
          onClose={close}
          title={t('app.brand')}
          className="vf-drawer"
        >
          <nav aria-label={t('app.shell.menu')}>
            <SideMenu isFolded={false} onChoose={close} />
          </nav>
        </Drawer>
      )}
      <Layout>
        <TopBar isWide={isWide} onMenu={() => setMenuOpen(true)} onSearch={() => setPaletteOpen(true)} />
        <Layout.Content className="vf-content" id="page" role="main" tabIndex={-1}>
          <Suspense fallback={<PageWait />}>
            <HeadingLevelProvider key={level} level={2}>
              <Outlet />
            </HeadingLevelProvider>
          </Suspense>
        </Layout.Content>
      </Layout>
      <FaultAlerts />
      {isPaletteOpen && <CommandPalette onClose={() => setPaletteOpen(false)} />}
    </Layout>
  )
}

function usePageTitle(): void {
  const { t } = useReader()
  const name = pageAt(useLocation().pathname)?.name
  useEffect(() => {
    document.title = name === undefined ? t('app.brand') : `${t(`app.page.${name}`)} · ${t('app.brand')}`
  }, [name, t])
}

function usePaletteKey(open: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}
