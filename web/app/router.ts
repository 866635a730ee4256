import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
  stripSearchParams,
} from '@tanstack/react-router'
import { accountSearch } from '../accounts/account-search.ts'
import { listSearch } from '../accounts/list-search.ts'
import { segmentsSearch } from '../segmentation/segments-search.ts'
import { behaviourSearch } from '../purchase-behaviour/behaviour-search.ts'
import { api } from './api.ts'
import { faultStatus } from './fault-words.ts'
import { PageFault, PageUnknown } from './page-fault.tsx'
import { chosen, oneOf, textOf, type RawSearch } from './search-params.ts'
import { Shell } from './shell.tsx'
import { levelSearch } from './shown-level.ts'

interface Context {
  queries: QueryClient
}

const root = createRootRouteWithContext<Context>()({ errorComponent: PageFault, notFoundComponent: PageUnknown })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: RawSearch) => chosen({ next: textOf(search['next']), error: textOf(search['error']) }),
  beforeLoad: toSetupWhileOpen,
  component: lazyRouteComponent(() => import('../access/sign-in-page.tsx'), 'SignInPage'),
})

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../access/setup-page.tsx'), 'SetupPage'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../access/invitation-page.tsx'), 'InvitationPage'),
})

/** Opens for those who are signed in; others are shown the way, and come back to where they wanted to be. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  // The level goes along from page to page; that of accounts is named only to leave another.
  validateSearch: levelSearch,
  search: { middlewares: [stripSearchParams({ grouping: 'account' }), retainSearchParams(['grouping'])] },
  beforeLoad: async ({ context, location }) => {
    await toSetupWhileOpen({ context })
    try {
      await Promise.all([
        context.queries.query({ ...api.access.session.current.queryOptions(), staleTime: 'static' }),
        context.queries.query({ ...api.settings.get.queryOptions(), staleTime: 'static' }),
      ])
    } catch (fault) {
      if (faultStatus(fault) !== 401) throw fault
      redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href }, throw: true })
    }
  },
})

async function toSetupWhileOpen({ context }: { context: Context }): Promise<void> {
  const start = await context.queries.query({ ...api.system.start.queryOptions(), staleTime: 'static' })
  if (start.setup === 'open') redirect({ to: '/setup', throw: true })
}

const below = { getParentRoute: () => shell, errorComponent: PageFault }
const part = (search: RawSearch) => chosen({ part: textOf(search['part']) })

const pages = [
  createRoute({
    ...below,
    path: '/',
    component: lazyRouteComponent(() => import('../overview/overview-page.tsx'), 'OverviewPage'),
  }),
  createRoute({
    ...below,
    path: '/accounts',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../accounts/accounts-page.tsx'), 'AccountsPage'),
  }),
  createRoute({
    ...below,
    path: '/accounts/$key',
    validateSearch: accountSearch,
    component: lazyRouteComponent(() => import('../accounts/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    ...below,
    path: '/classification',
    validateSearch: part,
    component: lazyRouteComponent(() => import('../abc-classification/classification-page.tsx'), 'ClassificationPage'),
  }),
  createRoute({
    ...below,
    path: '/value',
    component: lazyRouteComponent(() => import('../customer-value/value-page.tsx'), 'ValuePage'),
  }),
  createRoute({
    ...below,
    path: '/churn',
    component: lazyRouteComponent(() => import('../churn/churn-page.tsx'), 'ChurnPage'),
  }),
  createRoute({
    ...below,
    path: '/segments',
    validateSearch: segmentsSearch,
    component: lazyRouteComponent(() => import('../segmentation/segments-page.tsx'), 'SegmentsPage'),
  }),
  createRoute({
    ...below,
    path: '/behaviour',
    validateSearch: behaviourSearch,
    component: lazyRouteComponent(() => import('../purchase-behaviour/behaviour-page.tsx'), 'BehaviourPage'),
  }),
  createRoute({
    ...below,
    path: '/selection',
    validateSearch: part,
    component: lazyRouteComponent(() => import('../selection/selection-page.tsx'), 'SelectionPage'),
  }),
  createRoute({
    ...below,
    path: '/identity',
    validateSearch: part,
    component: lazyRouteComponent(() => import('../identity/identity-page.tsx'), 'IdentityPage'),
  }),
  createRoute({
    ...below,
    path: '/rounds',
    validateSearch: part,
    component: lazyRouteComponent(() => import('../selection/rounds/rounds-page.tsx'), 'RoundsPage'),
  }),
  createRoute({
    ...below,
    path: '/rounds/$id',
    validateSearch: part,
    component: lazyRouteComponent(() => import('../selection/rounds/round-page.tsx'), 'RoundPage'),
  }),
  createRoute({
    ...below,
    path: '/data',
    validateSearch: part,
    component: lazyRouteComponent(() => import('../data/data-page.tsx'), 'DataPage'),
  }),
  createRoute({
    ...below,
    path: '/data/import',
    validateSearch: (search: RawSearch) => chosen({ upload: textOf(search['upload']) }),
    component: lazyRouteComponent(() => import('../data/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    ...below,
    path: '/settings',
    validateSearch: (search: RawSearch) =>
      chosen({
        part: oneOf(search['part'], ['me', 'keys', 'users', 'departments', 'rights', 'workspace']),
      }),
    component: lazyRouteComponent(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    ...below,
    path: '/audit',
    component: lazyRouteComponent(() => import('../settings/audit-page.tsx'), 'AuditPage'),
  }),
] as const

export function newRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([signIn, setup, invitation, shell.addChildren(pages)]),
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultNotFoundComponent: PageUnknown,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>
  }
}
