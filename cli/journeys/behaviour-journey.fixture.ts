import { readFile } from 'node:fs/promises'
import { sampleFile } from '@vitalfew/samples/sample-files.ts'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const parts = ['cycle', 'preference', 'whitespace', 'affinity', 'cohorts', 'trends', 'forecast', 'demand'] as const

/** Every part, to be opened by whoever looks at all pages. */
export const behaviourPages = [...parts, 'funnel'].map((part) => `/behaviour?part=${part}`)

/** A key of a catalogue that nobody put into words. */
const unsaid = /\b(?:habits|behaviour|app|report|cli)\.[a-zA-Z]+(?:\.[a-zA-Z0-9]+)*\b/g

interface Journey {
  readonly page: Page
  /** Opens an address and waits until everything is there. */
  readonly goToWhole: (path: string) => Promise<void>
  readonly language: 'zh-CN' | 'en'
}

const words = {
  'zh-CN': { export: '导出', csv: /^CSV：.*超期/, next: '周期与下次购买' },
  en: {
    export: 'Export',
    csv: /^CSV: Overdue/,
    rising: 'Accounts alike',
    tab: 'Behaviour',
    next: 'Cycle and next purchase',
  },
} as const

/**
 * How accounts buy, in both languages, down to one account; and a funnel of a table that was given. Begins and ends in
 * Chinese, at the account whose path it returns.
 */
export async function behaviourJourneys({ page, goToWhole }: Omit<Journey, 'language'>): Promise<string> {
  await behaviourJourney({ page, goToWhole, language: 'zh-CN' })
  await funnelJourney({ page, goToWhole, language: 'zh-CN' })
  await page.getByRole('button', { name: '切换语言' }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await behaviourJourney({ page, goToWhole, language: 'en' })
  await page.getByRole('button', { name: 'Change language' }).click()
  await page.getByRole('menuitem', { name: '中文' }).click()
  await page.getByRole('button', { name: '切换语言' }).waitFor()
  return new URL(page.url()).pathname
}

/** All pages about how accounts buy: each says something in words, gives a file, and leads to an account. */
async function behaviourJourney({ page, goToWhole, language }: Journey): Promise<void> {
  const said = words[language]
  for (const part of parts) {
    await goToWhole(`/behaviour?part=${part}`)
    const text = await page.locator('main').innerText()
    expect([part, text.match(unsaid)]).toEqual([part, null])
    expect([part, (await page.locator('main td').count()) > 10]).toEqual([part, true])
  }
  await goToWhole('/behaviour?part=cycle')
  await page.getByRole('button', { name: said.export }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: said.csv }).click(),
  ])
  expect((await readFile(await download.path(), 'utf8')).split('\r\n').length).toBeGreaterThan(20)
  await goToWhole('/behaviour?part=whitespace')
  await page.locator('tbody .vf-account-link').first().click()
  await page.getByRole('heading', { name: said.next }).waitFor()
  expect(new URL(page.url()).searchParams.get('tab')).toBe('behaviour')
  expect((await page.locator('main').innerText()).match(unsaid)).toBeNull()
}

/** The funnel asks for a table, takes it with the one that tells more of the accounts, and draws it. */
async function funnelJourney({ page, goToWhole, language }: Journey): Promise<void> {
  await goToWhole('/behaviour?part=funnel')
  const files = [sampleFile(language, 'accounts'), sampleFile(language, 'opportunities')]
  await page.locator('input[type=file]').setInputFiles(files)
  await page.locator('.vf-sankey-node').first().waitFor()
  expect(await page.locator('.vf-sankey-link').count()).toBeGreaterThan(4)
  expect((await page.locator('main').innerText()).match(unsaid)).toBeNull()
}
