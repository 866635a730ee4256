import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Report } from '@vitalfew/contract/report.ts'
import { exampleReport } from './example-report.fixture.ts'
import { installedBrowser } from './installed-browser.fixture.ts'
import { reportHtml } from './report-html.ts'
import { reportScript } from './report-script.ts'

/** Data in which nobody bought anything. */
function emptyReport(): Report {
  const report = exampleReport(20)
  const { run } = report
  const none = { accounts: 0, amount: 0, share: 0 }
  return {
    ...report,
    accounts: [],
    slipping: [],
    concentrationCurve: [],
    monthlyRevenue: report.months.map(() => 0),
    monthlyGrossProfit: null,
    run: {
      ...run,
      keyAccounts: [],
      totals: {
        ...run.totals,
        accounts: 0,
        orders: 0,
        netRevenue: 0,
        grossRevenue: 0,
        grossProfit: null,
        returns: 0,
        firstOrder: null,
        lastOrder: null,
      },
      abc: { ...run.abc, classes: { A: none, B: none, C: none }, gini: 0, hhi: 0, topShares: [], matrix: [] },
      rfm: { segments: run.rfm.segments.map(({ name }) => ({ name, accounts: 0, netRevenue: 0 })), grid: [] },
      lifecycle: {
        ...run.lifecycle,
        stages: run.lifecycle.stages.map(({ name }) => ({ name, accounts: 0, netRevenue: 0 })),
      },
      concentration: {
        ...run.concentration,
        largestAccount: null,
        largestAccountName: '',
        netRevenue: 0,
        netRevenueShare: 0,
        grossProfit: null,
        grossProfitShare: null,
        netRevenueWithout: 0,
        grossProfitWithout: null,
      },
      quality: { score: 1, issues: [] },
    },
  }
}

const executablePath = installedBrowser()

describe.skipIf(executablePath === undefined)('the report page, opened from a file without a network', () => {
  let folder: string
  let browser: Browser
  let page: Page
  let address: string
  const faults: string[] = []
  const requests: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vitalfew-page-'))
    const file = join(folder, 'report.html')
    await writeFile(file, reportHtml({ report: exampleReport(), locale: 'zh-CN', script: await reportScript() }))
    address = pathToFileURL(file).href
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser?.close()
    await rm(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    faults.length = 0
    requests.length = 0
    const context = await browser.newContext({ offline: true, viewport: { width: 1440, height: 900 } })
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
    page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(address)
    await page.locator('#method').waitFor()
  })
  afterEach(async () => {
    await page.context().close()
    const strangers = requests.filter((request) => request !== address && !request.startsWith('data:'))
    const complaints = [...faults, ...strangers]
    if (complaints.length > 0) throw new Error(`the page complained or called out:\n${complaints.join('\n')}`)
  })

  const firstCell = (section: string) => page.locator(`#${section} tbody th`).first()
  const total = (section: string) => page.locator(`#${section} .vf-pager-total`)

  test('draws its charts and leaves no key of a catalogue unsaid', async () => {
    expect(await page.locator('.vf-chart svg path').count()).toBeGreaterThan(10)
    const words = await page.locator('body').innerText()
    expect(words.match(/\b(?:report|analysis|quality|imports)\.[a-zA-Z]+\.[a-zA-Z.]+/g)).toBeNull()
    expect(words.replaceAll('{{name}}', '')).not.toContain('{{')
  })

  test('shows hostile names as text', async () => {
    expect(await page.locator('svg[onload], img, iframe, script[src]').count()).toBe(0)
    await page.getByRole('searchbox').fill('<svg')
    expect(await firstCell('accounts').innerText()).toBe(`"><svg/onload=document.title='broken'>贸易有限公司`)
    await page.getByRole('searchbox').fill('</script>')
    expect(await firstCell('accounts').innerText()).toContain('</script><script>')
    await page.getByRole('searchbox').fill('O’Brien')
    expect(await total('accounts').innerText()).toContain('0')
    await page.getByRole('searchbox').fill("O'Brien")
    expect(await firstCell('accounts').innerText()).toBe("O'Brien & Søns $t(report.title) {{name}}")
    expect(await page.title()).toContain('重点客户分析报告')
  })

  test('changes language and unit without a reload, and remembers both in the address', async () => {
    const reason = page.locator('.vf-key-account li').first()
    expect(await reason.innerText()).toMatch(/^净销售额 ¥[\d,.]+万，高于 \d+(\.\d)?% 的客户$/)
    await page.getByRole('radio', { name: 'English' }).check()
    expect(await page.locator('h1').innerText()).toBe('Key-account report')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await reason.innerText()).toMatch(/^Net revenue ¥[\d,.]+K, ahead of \d+(\.\d)?% of accounts$/)
    await page.getByRole('radio', { name: 'CNY M' }).check()
    expect(await reason.innerText()).toMatch(/¥[\d,.]+M/)
    expect(new URL(page.url()).hash).toBe('#lang=en&unit=large')
    await page.reload()
    expect(await page.locator('h1').innerText()).toBe('Key-account report')
  })

  test('sorts by any column, with the keyboard too', async () => {
    const header = page.locator('#accounts th[aria-sort]')
    const largest = await firstCell('accounts').innerText()
    await page.locator('#accounts thead').getByRole('button', { name: '净销售额' }).click()
    expect(await firstCell('accounts').innerText()).not.toBe(largest)
    expect(await header.nth(3).getAttribute('aria-sort')).toBe('ascending')
    await page.locator('#accounts thead').getByRole('button', { name: '得分' }).focus()
    await page.keyboard.press('Enter')
    expect(await header.nth(2).getAttribute('aria-sort')).toBe('descending')
    expect(await firstCell('accounts').innerText()).toBe(await page.locator('.vf-key-account h3').first().innerText())
  })

  test('turns pages, changes their size, and begins again when the filter changes', async () => {
    const accounts = page.locator('#accounts')
    expect(await total('accounts').innerText()).toBe('第 1–20 条，共 300 条')
    await accounts.getByRole('button', { name: '15', exact: true }).click()
    expect(await total('accounts').innerText()).toBe('第 281–300 条，共 300 条')
    await accounts.getByLabel('每页条数').selectOption('100')
    expect(await accounts.locator('tbody tr').count()).toBe(100)
    await accounts.getByRole('button', { name: '下一页' }).click()
    await accounts.getByLabel('阶段', { exact: true }).selectOption('lost')
    expect(await total('accounts').innerText()).toMatch(/^第 1–/)
    await accounts.getByRole('button', { name: '重置' }).click()
    expect(await total('accounts').innerText()).toBe('第 1–100 条，共 300 条')
  })

  test('shows the columns that are chosen', async () => {
    const headers = page.locator('#accounts thead th')
    const before = await headers.count()
    await page.locator('summary', { hasText: '列设置' }).click()
    await page.getByRole('checkbox', { name: '退货率' }).check()
    expect(await headers.count()).toBe(before + 1)
    await page.getByRole('button', { name: '恢复默认' }).click()
    expect(await headers.count()).toBe(before)
  })

  test('a cell of the matrix lists its accounts', async () => {
    const cell = page.locator('.vf-matrix button').first()
    const count = await cell.locator('strong').innerText()
    await cell.click()
    expect(await total('accounts').innerText()).toContain(`共 ${count} 条`)
    expect(await page.getByLabel('ABC', { exact: true }).inputValue()).toBe('A')
  })

  test('charts are read with the arrow keys', async () => {
    const chart = page.getByRole('slider').first()
    await chart.focus()
    await page.keyboard.press('End')
    expect(await chart.getAttribute('aria-valuetext')).toContain('2026年6月')
    await page.keyboard.press('ArrowLeft')
    expect(await page.locator('.vf-reading').innerText()).toContain('2026年5月')
  })

  test('on paper every key account is there, and the drawings fit', async () => {
    await page.getByRole('radio', { name: /^战略/ }).check()
    await page.setViewportSize({ width: 703, height: 1000 })
    await page.emulateMedia({ media: 'print' })
    const keyCount = exampleReport().run.keyAccounts.filter(({ tier }) => tier === 'key').length
    await page.waitForFunction((count) => document.querySelectorAll('.vf-key-account').length === count, keyCount)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(703)
    const overflow = await page
      .locator('.vf-chart svg')
      .evaluateAll(
        (drawings) => drawings.filter((drawing) => drawing.getBoundingClientRect().right > innerWidth).length,
      )
    expect(overflow).toBe(0)
    await page.emulateMedia({ media: 'screen' })
    await page.locator('.vf-chart svg:not([viewBox])').nth(1).waitFor()
    expect(await page.locator('.vf-chart svg[viewBox]').count()).toBe(0)
    expect(await page.getByRole('radio', { name: /^战略/ }).isChecked()).toBe(true)
  })

  test('a report of nothing still stands', async () => {
    const file = join(folder, 'nothing.html')
    await writeFile(file, reportHtml({ report: emptyReport(), locale: 'en', script: await reportScript() }))
    await page.goto(pathToFileURL(file).href)
    requests.length = 0
    expect(await page.locator('#key-accounts').innerText()).toContain('No account has net revenue above zero')
    expect(await page.locator('body').innerText()).not.toMatch(/NaN|Infinity|undefined/)
  })

  test.each([390, 1024])('fits %i pixels without scrolling sideways', async (width) => {
    await page.setViewportSize({ width, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  })
})
