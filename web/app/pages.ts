import type { Role } from '@vitalfew/contract/api/roles.ts'

export const pageNames = [
  'overview',
  'accounts',
  'classification',
  'value',
  'churn',
  'behaviour',
  'segments',
  'selection',
  'rounds',
  'identity',
  'data',
  'settings',
  'audit',
] as const
export type PageName = (typeof pageNames)[number]

interface Page {
  name: PageName
  path:
    | '/'
    | '/accounts'
    | '/classification'
    | '/value'
    | '/churn'
    | '/behaviour'
    | '/segments'
    | '/selection'
    | '/rounds'
    | '/identity'
    | '/data'
    | '/settings'
    | '/audit'
  /** Who has it in the menu; absent where everybody has. The server decides again. */
  roles?: readonly Role[]
}

const wholePortfolio = ['administrator', 'analyst'] as const

/** The menu, from what is read daily to what is set up once. */
export const pages: readonly Page[] = [
  { name: 'overview', path: '/' },
  { name: 'accounts', path: '/accounts' },
  { name: 'classification', path: '/classification', roles: wholePortfolio },
  { name: 'value', path: '/value', roles: wholePortfolio },
  { name: 'churn', path: '/churn', roles: wholePortfolio },
  { name: 'behaviour', path: '/behaviour', roles: ['administrator', 'analyst', 'manager'] },
  { name: 'segments', path: '/segments' },
  { name: 'selection', path: '/selection', roles: wholePortfolio },
  { name: 'rounds', path: '/rounds', roles: ['administrator', 'analyst', 'manager', 'accountManager'] },
  { name: 'identity', path: '/identity', roles: wholePortfolio },
  { name: 'data', path: '/data', roles: wholePortfolio },
  { name: 'settings', path: '/settings' },
  { name: 'audit', path: '/audit', roles: ['administrator'] },
]

export function pagesFor(role: Role): Page[] {
  return pages.filter((page) => page.roles === undefined || page.roles.includes(role))
}

/** The page an address belongs to: the longest path that begins it. */
export function pageAt(address: string): Page | undefined {
  return pages.findLast(({ path }) =>
    path === '/' ? address === '/' : address === path || address.startsWith(`${path}/`),
  )
}
