import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Report } from '@vitalfew/contract/report.ts'
import { emptyReport } from './empty-report.fixture.ts'
import { exampleClubs } from './example-choice.fixture.ts'
import { exampleContracts } from './example-churn.fixture.ts'
import { exampleReport } from './example-report.fixture.ts'
import { exampleBaselineValue, exampleUnknownValue } from './example-value.fixture.ts'
import { installedBrowser } from './installed-browser.fixture.ts'
import { reportHtml } from './report-html.ts'
import { reportScript } from './report-script.ts'

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
    expect(
      words.match(/\b(?:report|analysis|quality|imports|selection|value|churn|behaviour|cli)\.[a-zA-Z]+\.[a-zA-Z.]+/g),
    ).toBeNull()
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

  test('says what accounts are worth, why, and who is leaving, each once', async () => {
    const value = page.locator('#value')
    expect(await value.locator('.vf-lead').innerText()).toBe(exampleReport().run.value?.why)
    expect(await value.locator('.vf-figure').first().innerText()).toMatch(/95% 区间 ¥[\d,.]+万 至 ¥[\d,.]+万/)
    expect(await value.locator('.vf-scoreboard .vf-row-chosen').innerText()).toContain('MBG/CNBD-k')
    const worth = await value.locator('.vf-data-table tbody tr').first().locator('td').allInnerTexts()
    expect(worth[1]).toMatch(/^[\d,]+\.\d$/)
    expect(await page.locator('#slipping').count()).toBe(0)
    expect(await page.locator('.vf-contents a[href="#slipping"]').count()).toBe(0)
    expect(await page.locator('#churn .vf-signals').first().innerText()).toMatch(/\d/)
  })

  test('says how accounts were chosen, and the score of one adds up to the last digit', async () => {
    const { selection } = exampleReport().run
    const section = page.locator('#selection')
    expect(await section.locator('.vf-tiers tbody tr').count()).toBe(selection?.tiers.length)
    const chosen = selection?.accounts[7]
    await section.getByLabel('选择客户').selectOption(chosen?.account ?? '')
    const points = await section.locator('.vf-waterfall .vf-number:not(th)').allInnerTexts()
    const cents = points.map((text) => Math.round(Number(text.replace('−', '-')) * 100))
    expect(cents.at(-1)).toBe(Math.round((chosen?.score ?? 0) * 100))
    expect(cents.slice(0, -1).reduce((sum, step) => sum + step, 0)).toBe(cents.at(-1))
    expect(await page.locator('.vf-key-account').first().innerText()).toContain('稳固 100%')
    expect(await page.locator('.vf-key-account').nth(1).innerText()).toContain('上次：战略')
    expect(await section.locator('.vf-migration tbody tr').first().innerText()).toMatch(/→/)
  })

  test('says in the other language what the run said in its own', async () => {
    await page.getByRole('radio', { name: 'English' }).check()
    const words = await page.locator('#selection').innerText()
    expect(words).toMatch(/from 9 to 14 would give 80\.4/)
    expect(words).toMatch(/brought 60\.0% of all gross profit of the next 6 months/)
    expect(words).toContain('There is history for one past day only')
    expect(words).not.toMatch(/历史|进入/)
  })

  test('a model with tiers of its own is called by its own names everywhere', async () => {
    await open(exampleClubs(exampleReport()))
    expect(await page.locator('body').innerText()).not.toContain('gold-club')
    expect(await page.locator('.vf-key-account').first().innerText()).toContain('Gold')
    expect(await page.locator('#accounts option', { hasText: 'Gold' }).count()).toBe(1)
    expect(await page.locator('#selection').innerText()).toContain('vitalfew select backtest')
    expect(await page.locator('#selection .vf-migration, #selection .vf-rankings, #selection .vf-ways').count()).toBe(0)
  })

  test('an account is chosen for its history, and a cut for its rates', async () => {
    const chart = page.getByRole('slider', { name: /存续概率/ })
    const history = exampleReport().aliveHistories[4]
    await page
      .locator('#value')
      .getByLabel('选择客户')
      .selectOption(history?.account ?? '')
    expect(await chart.getAttribute('aria-label')).toContain(history?.accountName ?? '?')
    await chart.focus()
    await page.keyboard.press('End')
    expect(await chart.getAttribute('aria-valuetext')).toMatch(/^2026-07-01: .*\d%/)
    await page.getByLabel('按什么分开看').selectOption('firstYear')
    expect(await page.locator('#churn .vf-cut tbody th').allInnerTexts()).toEqual([
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
    ])
  })

  test('a switch turns to those who left, and to the purchases of each period', async () => {
    const rows = page.locator('#churn .vf-churn-lists tbody tr')
    const warnings = await rows.count()
    await page.getByRole('radio', { name: /^赢回名单/ }).check()
    expect(await rows.count()).not.toBe(warnings)
    expect(await page.locator('#churn .vf-churn-lists thead').innerText()).toContain('可赢回的价值')
    const tracking = page.locator('#value').getByRole('slider', { name: /累计/ })
    await page.getByRole('radio', { name: '每期' }).check()
    expect(await tracking.count()).toBe(0)
    expect(await page.getByRole('slider', { name: /每期/ }).count()).toBe(1)
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

  const open = async (report: Report) => {
    const file = join(folder, 'other.html')
    await writeFile(file, reportHtml({ report, locale: 'en', script: await reportScript() }))
    await page.goto(pathToFileURL(file).href)
    requests.length = 0
  }

  test('where a simple rule won it says so, and draws nothing that a rule cannot know', async () => {
    const report = exampleReport()
    if (report.run.value === null) throw new Error('the example has values')
    await open({ ...report, run: { ...report.run, value: exampleBaselineValue(report.run.value) }, aliveHistories: [] })
    expect(await page.locator('#value .vf-notice').innerText()).toContain('simple rule')
    expect(await page.locator('#value .vf-heat-map, #value .vf-probe').count()).toBe(1)
    expect(await page.locator('#value .vf-headline').innerText()).not.toContain('May be gone already')
  })

  test('where nothing could be valued there are verdicts and no charts', async () => {
    const report = exampleReport()
    if (report.run.value === null) throw new Error('the example has values')
    const accounts = report.accounts.map((row) => ({ ...row, clv: null, pAlive: null }))
    await open({
      ...report,
      accounts,
      run: { ...report.run, value: exampleUnknownValue(report.run.value) },
      aliveHistories: [],
    })
    expect(await page.locator('#value').innerText()).toContain('Too few repeat customers')
    expect(await page.locator('#value .vf-chart, #value .vf-data-table, #value .vf-headline').count()).toBe(0)
    await page.locator('#accounts summary').click()
    expect(await page.getByRole('checkbox', { name: 'P(alive)' }).count()).toBe(0)
  })

  test('contracts with an end add who is in danger and why', async () => {
    const report = exampleReport()
    if (report.run.churn === null) throw new Error('the example has churn')
    await open({ ...report, run: { ...report.run, churn: { ...report.run.churn, contracts: exampleContracts } } })
    expect(await page.locator('#churn').innerText()).toContain('What makes contracts end')
    expect(await page.locator('body').innerText()).not.toMatch(/NaN|Infinity|undefined/)
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
