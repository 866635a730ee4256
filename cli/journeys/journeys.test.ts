import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installedBrowser } from '@vitalfew/web/report/installed-browser.fixture.ts'
import { realData, testFolder } from '../run-program.fixture.ts'
import { faultsOfEveryPage, faultsOnPhone } from './accessibility.fixture.ts'
import { behaviourJourneys } from './behaviour-journey.fixture.ts'
import { dataJourneys } from './data-journeys.fixture.ts'
import { judgingJourney } from './judging-journey.fixture.ts'
import { serveApp, type ServedApp } from './served-app.fixture.ts'

const executablePath = installedBrowser()
const pharmacy = join(realData, 'hospital-pharmacy-zh', '朝阳医院2018年销售数据.xlsx')
const longMs = 240_000
/** A stream that stays open as long as the page does, so the network is never idle. */
const jobEvents = '/api/jobs/events'
const password = 'a long enough password'

/** What the app shows in place of something that is still on its way. */
const waiting = '.ant-skeleton, .ant-spin-spinning'

describe.skipIf(executablePath === undefined)('the app in a browser, on a server as a person starts it', () => {
  const folder = testFolder()
  const faults: string[] = []
  /** Requests that nobody has answered yet, and whose they are. */
  const underWay = new Map<Request, BrowserContext>()
  let app: ServedApp
  let browser: Browser
  let administrator: BrowserContext
  let page: Page

  beforeAll(async () => {
    app = await serveApp(folder.path)
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] })
    administrator = await newVisitor()
    page = await administrator.newPage()
  }, longMs)
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
    folder.remove()
  }, longMs)

  async function newVisitor(): Promise<BrowserContext> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      acceptDownloads: true,
    })
    context.setDefaultTimeout(60_000)
    context.on('weberror', (error) => faults.push(error.error().message))
    context.on('console', (message) => {
      if (/Content.Security.Policy|Refused to/i.test(message.text())) faults.push(message.text())
    })
    context.on('request', (request) => {
      if (!request.url().endsWith(jobEvents)) underWay.set(request, context)
    })
    context.on('requestfinished', (request) => underWay.delete(request))
    context.on('requestfailed', (request) => underWay.delete(request))
    return context
  }

  async function goTo(visitor: Page, path: string): Promise<void> {
    await visitor.goto(`${app.url}${path}`)
    await visitor.locator('h1').first().waitFor()
  }

  async function goToWhole(visitor: Page, path: string): Promise<void> {
    await goTo(visitor, path)
    const context = visitor.context()
    const missing = async () => [
      ...[...underWay].flatMap(([request, whose]) => (whose === context ? [request.url()] : [])),
      ...(await visitor.locator(waiting).all()).map(String),
    ]
    await expect.poll(missing, { timeout: 60_000 }).toEqual([])
  }

  test(
    'from the first start over the sample company to the overview',
    async () => {
      await page.goto(app.setupUrl)
      await page.getByLabel('姓名').fill('王敏')
      await page.getByLabel('邮箱').fill('admin@example.com')
      await page.getByLabel('新密码').fill(password)
      await page.getByRole('button', { name: '创建并继续' }).click()
      await page.getByRole('button', { name: /先看示例公司/ }).click()
      await page.getByRole('heading', { name: '本周要跟进' }).waitFor({ timeout: longMs })
      expect(await page.locator('.vf-overview-headline dd strong').first().innerText()).toMatch(/^¥[\d,.]+(万|亿)$/)
      // Charts come after the figures.
      await expect.poll(() => page.locator('.vf-chart svg path').count(), { timeout: longMs }).toBeGreaterThan(10)
      const words = await page.locator('body').innerText()
      expect(words.match(/\b(?:app|report|analysis|jobs|accounts)\.[a-z]+\.[a-zA-Z.]+/g)).toBeNull()
      await page.getByRole('button', { name: '切换语言' }).click()
      await page.getByRole('menuitem', { name: 'English' }).click()
      await page.getByRole('heading', { name: "This week's attention" }).waitFor()
      await page.getByRole('button', { name: 'Change language' }).click()
      await page.getByRole('menuitem', { name: '中文' }).click()
      await page.getByRole('heading', { name: '本周要跟进' }).waitFor()
    },
    longMs,
  )

  test(
    'an account is found by a part of its name, and its figures lead to the rows of the file',
    async () => {
      await goTo(page, '/accounts')
      const first = page.locator('tbody .vf-account-link').first()
      const name = await first.innerText()
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByRole('combobox').fill(name.slice(0, 4))
      await page.getByRole('option', { name }).first().waitFor()
      await page.getByRole('option', { name }).first().click()
      await page.getByRole('heading', { level: 1, name }).waitFor()
      await page.getByRole('tab', { name: '原始明细' }).click()
      await page
        .getByText(/第 [\d,]+ 行/)
        .first()
        .waitFor()
      expect(new URL(page.url()).searchParams.get('tab')).toBe('rows')
    },
    longMs,
  )

  test(
    'how accounts buy, in both languages, down to one account; and a funnel of a table that was given',
    async () => {
      expect(await behaviourJourneys({ page, goToWhole: (path) => goToWhole(page, path) })).toMatch(/^\/accounts\//)
    },
    longMs,
  )

  test(
    'moving a cut-off moves the classes at once',
    async () => {
      await goTo(page, '/classification')
      const classA = page.locator('.vf-abc tbody tr').first().locator('td').first()
      await page.getByText('没有客户改变类别').waitFor()
      const before = Number((await classA.innerText()).replaceAll(',', ''))
      await page.getByRole('slider', { name: 'A 类上限' }).focus()
      for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowLeft')
      await page.getByText(/家客户会改变类别/).waitFor()
      await expect.poll(async () => Number((await classA.innerText()).replaceAll(',', ''))).toBeLessThan(before)
      expect(await page.getByRole('button', { name: '保存为标准并重新分析' }).isEnabled()).toBe(true)
    },
    longMs,
  )

  test(
    'whoever may not see profit exports none',
    async () => {
      await goTo(page, '/settings?part=rights')
      await page.locator('input[aria-label="分析师可以看到利润"]:enabled').click()
      await expect.poll(() => page.getByRole('checkbox', { name: '分析师可以看到利润' }).isChecked()).toBe(false)
      await goTo(page, '/settings?part=users')
      await page.getByRole('button', { name: '邀请用户' }).click()
      const invite = page.getByRole('dialog', { name: '邀请用户' })
      await invite.getByLabel('姓名').fill('李雷')
      await invite.getByLabel('邮箱').fill('analyst@example.com')
      await invite.getByLabel('角色').click()
      await page.getByTitle('分析师', { exact: true }).click()
      await invite.getByRole('button', { name: '生成邀请链接' }).click()
      const link = await page.locator('.vf-link-to-pass code').innerText()

      const analyst = await (await newVisitor()).newPage()
      await analyst.goto(link)
      await analyst.getByLabel('新密码').fill(password)
      await analyst.getByRole('button', { name: '完成并登录' }).click()
      await analyst.getByRole('heading', { name: '本周要跟进' }).waitFor()
      await goTo(analyst, '/accounts')
      await analyst.locator('tbody .vf-account-link').first().waitFor()
      expect(await analyst.locator('.ant-table-thead').first().innerText()).not.toContain('毛利')
      await analyst.getByRole('button', { name: '导出' }).click()
      await analyst.getByRole('menuitem', { name: 'CSV：全部列' }).click()
      const offered = analyst.getByRole('link', { name: '下载' }).first()
      await offered.waitFor({ timeout: longMs })
      const [download] = await Promise.all([analyst.waitForEvent('download'), offered.click()])
      const text = await readFile(await download.path(), 'utf8')
      const [header = ''] = text.split('\n')
      expect(header).toContain('净销售额')
      expect(header).not.toMatch(/毛利|利润/)
      await analyst.context().close()
    },
    longMs,
  )

  test(
    'records come in by their source, and two records of one customer become one and two again',
    () => expect(dataJourneys({ page, url: app.url, folder: folder.path, longMs, goTo })).resolves.toBeUndefined(),
    longMs * 3,
  )

  test.skipIf(!existsSync(pharmacy))(
    'a workbook is taken in with another column, two cells put right, and taken out again',
    async () => {
      await goTo(page, '/data/import')
      await page.locator('input[type=file]').setInputFiles(pharmacy)
      await page.getByText('朝阳医院2018年销售数据.xlsx').waitFor()
      await page.getByRole('button', { name: '下一步' }).click()
      await page.getByRole('combobox', { name: '金额对应的列' }).click()
      await page.getByTitle('应收金额', { exact: true }).last().click()
      await page.getByText('人工指定').waitFor()
      await page.getByRole('button', { name: '下一步' }).click()
      for (const row of [337, 515]) {
        const cell = page.getByRole('textbox', { name: `第 ${row} 行 购药时间` })
        await cell.fill('2018-02-28 星期三')
        await cell.press('Enter')
        await page.getByText(`第 ${row} 行“购药时间”改为`).waitFor()
      }
      await page.getByText('22 行会被拒绝').waitFor()
      await page.getByRole('button', { name: '下一步' }).click()
      await page.getByRole('button', { name: '开始导入' }).click()
      await page.getByText('已导入 6,555 行，分析完成').waitFor({ timeout: longMs })
      await page.getByRole('link', { name: /下载 朝阳医院.*被拒绝的 22 行/ }).waitFor()
      await page.getByRole('button', { name: '撤销这次导入' }).click()
      await page.getByText('已撤销，各项数字恢复到导入前').waitFor({ timeout: longMs })
      await goTo(page, '/data')
      await page.getByText('已撤销', { exact: true }).waitFor()
      expect(await page.getByRole('button', { name: '恢复导入' }).count()).toBe(1)
    },
    longMs * 2,
  )

  test(
    'accounts are grouped, the groups named and saved, and the list narrowed to one of them',
    async () => {
      await goTo(page, '/segments')
      await page.getByRole('button', { name: '开始试算' }).click()
      await page.getByRole('heading', { name: '各群', exact: true }).waitFor({ timeout: longMs })
      await page.getByText(/分成 \d 群：/).waitFor()
      await page.getByLabel('第 1 群的名称').fill('常购大客户')
      await page.getByLabel('分群名称').fill('价值分群')
      await page.getByRole('button', { name: '保存', exact: true }).click()
      await page.getByRole('button', { name: '返回列表' }).click()
      const line = page.getByRole('row').filter({ hasText: '常购大客户' })
      const size = await line.locator('td').first().innerText()
      await page.getByRole('link', { name: '查看客户 常购大客户' }).click()
      await page.getByText(`共 ${size} 家客户`).waitFor()
      expect(Number(size)).toBeGreaterThan(0)
    },
    longMs,
  )

  test(
    'three departments judge, what they agree on becomes the model, and it is tested on the past',
    () => expect(judgingJourney({ page, url: app.url, longMs, password, goTo, newVisitor })).resolves.toBeUndefined(),
    longMs * 3,
  )

  test(
    'every page keeps the rules of WCAG AA, light and dark',
    () => expect(faultsOfEveryPage({ page, goToWhole: (path) => goToWhole(page, path) })).resolves.toEqual([]),
    longMs * 2,
  )

  test(
    'and so do those that are looked at on a phone, in English',
    () => expect(faultsOnPhone({ page, goToWhole: (path) => goToWhole(page, path) })).resolves.toEqual([]),
    longMs,
  )

  test('the browser never complained', () => {
    expect(faults).toEqual([])
  })
})
