import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { behaviourPages } from './behaviour-journey.fixture.ts'

interface Visit {
  readonly page: Page
  /** Opens an address and waits until everything is there. */
  readonly goToWhole: (path: string) => Promise<void>
}

const pages =
  '/ /accounts /classification /value /churn /segments /selection /data /data/import /settings /audit'.split(' ')

const parts = [
  ...['xyz', 'rfm', 'lifecycle'].map((part) => `/classification?part=${part}`),
  ...['basis', 'studio', 'people', 'below', 'evidence'].map((part) => `/selection?part=${part}`),
  ...['saved', 'compare'].map((part) => `/segments?part=${part}`),
  ...['review', 'groups', 'history'].map((part) => `/identity?part=${part}`),
  '/rounds',
  '/rounds?part=ratings',
  ...['keys', 'users', 'departments', 'rights', 'workspace', 'calendar'].map((part) => `/settings?part=${part}`),
  ...['sources', 'quality', 'runs', 'jobs'].map((part) => `/data?part=${part}`),
  ...behaviourPages,
]

const accountTabs = ['', '?tab=sales', '?tab=value', '?tab=rhythm', '?tab=behaviour', '?tab=history', '?tab=rows']

/** What people look at on the way: the overview, an account and lists. */
const onPhones = ['/', '/accounts', '/classification', '/classification?part=xyz', '/selection', '/data']

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']
/** All that colours can break. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** What breaks the rules of WCAG AA on any page, light and dark. */
export async function faultsOfEveryPage(visit: Visit): Promise<string[]> {
  const account = await someAccount(visit)
  return faultsOf(visit, [...pages, ...parts, ...accountTabs.map((tab) => `${account}${tab}`)])
}

/** The same on a phone, with the words of the other language. */
export async function faultsOnPhone(visit: Visit): Promise<string[]> {
  const { page } = visit
  await page.setViewportSize({ width: 390, height: 900 })
  const account = await someAccount(visit)
  await page.getByRole('button', { name: '切换语言' }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  return faultsOf(visit, [...onPhones, account, `${account}?tab=sales`])
}

async function someAccount({ page, goToWhole }: Visit): Promise<string> {
  await goToWhole('/accounts')
  return (await page.locator('tbody .vf-account-link').first().getAttribute('href')) ?? ''
}

async function faultsOf({ page, goToWhole }: Visit, paths: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    await page.emulateMedia({ colorScheme: 'light' })
    await goToWhole(path)
    await page.evaluate(axe.source)
    const light = await violations(page, everyRule)
    // Colours change where the page is: it need not be opened once more.
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await violations(page, rulesOfColour)
    found.push(...light.map((one) => `${path}: ${one}`), ...dark.map((one) => `${path}, dark: ${one}`))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

/** Said in the page, where axe has been put: what breaks the rules, and how often. */
async function violations(page: Page, rules: readonly string[]): Promise<string[]> {
  const said = await page.evaluate(`axe
    .run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ' (' + nodes.length + '): ' + nodes[0].html))`)
  return z.array(z.string()).parse(said)
}
