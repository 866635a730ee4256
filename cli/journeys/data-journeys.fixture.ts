import { strict } from 'node:assert'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { z } from 'zod'

interface Place {
  /** Where an administrator is signed in, in Chinese. */
  readonly page: Page
  readonly url: string
  readonly folder: string
  readonly longMs: number
  readonly goTo: (visitor: Page, path: string) => Promise<void>
}

/** What data pages are for: records come in, and who is who is put right. */
export async function dataJourneys(place: Place): Promise<void> {
  await sourcesJourney(place)
  await identityJourney(place)
}

const header = '客户名称,时间,事件\n'

/** Visits are taken in with a cell put right, a later file overlaps with them, and a folder is watched from then on. */
async function sourcesJourney(place: Place): Promise<void> {
  const { page, goTo, longMs } = place
  await toFixes(place, { name: '拜访.csv', text: `${header}云帆,2026-01-05,拜访\n远山,哪天,拜访\n` })
  const cell = page.getByRole('textbox', { name: '第 3 行 时间' })
  await cell.fill('2026-01-06')
  await cell.press('Enter')
  await page.getByText('第 3 行“时间”改为').waitFor()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '开始导入' }).click({ timeout: longMs })
  await page.getByText('已导入 2 行').waitFor({ timeout: longMs })

  await toFixes(place, { name: '下月.csv', text: `${header}云帆,2026-01-06,电话\n云帆,2026-01-07,拜访\n` })
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('radio', { name: /只补缺少的/ }).click({ timeout: longMs })
  await page.getByRole('button', { name: '开始导入' }).click({ timeout: longMs })
  await page.getByText('已导入').first().waitFor({ timeout: longMs })

  const incoming = join(place.folder, 'workspace', 'incoming')
  mkdirSync(incoming, { recursive: true })
  await goTo(page, '/data?part=sources')
  await page.getByRole('button', { name: '编辑来源 外勤' }).click()
  await page.getByRole('combobox', { name: '从哪里读取' }).click()
  await page.getByTitle('服务器上的文件夹').last().click()
  await page.getByRole('combobox', { name: '文件夹' }).fill(incoming)
  await page.getByRole('combobox', { name: '什么时候读取' }).click()
  await page.getByTitle('有文件就导入').last().click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /保\s*存/ })
    .click()
  writeFileSync(join(incoming, '补报.csv'), `${header}云帆,2026-01-08,拜访\n`)
  await page.getByText('补报.csv，1 行').waitFor({ timeout: longMs })
}

async function toFixes({ page, goTo }: Place, file: { readonly name: string; readonly text: string }): Promise<void> {
  await goTo(page, '/data/import')
  await page.getByRole('combobox', { name: '数据类型' }).click()
  await page.getByTitle('事件与拜访', { exact: true }).click()
  await page.getByRole('combobox', { name: '来源' }).fill('外勤')
  await page.keyboard.press('Escape')
  const buffer = Buffer.from(file.text)
  await page.locator('input[type=file]').setInputFiles({ name: file.name, mimeType: 'text/csv', buffer })
  await page.getByText(file.name).first().waitFor()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByText('字段对应').waitFor()
  await page.getByRole('button', { name: '下一步' }).click()
}

const Figures = z.object({ total: z.int(), netRevenue: z.number(), rows: z.array(z.unknown()) })
type Figures = z.infer<typeof Figures>

/** A pair is answered by keyboard, the figures follow; the answer is taken back, and they are as before. */
async function identityJourney(place: Place): Promise<void> {
  const { page, goTo } = place
  const before = await figures(place)
  await goTo(page, '/identity')
  await page.locator('.vf-moves tbody tr').first().waitFor()
  await page.locator('h1').click()
  await page.keyboard.press('1')
  await analyseAgain(place)
  const merged = await figures(place)
  await page.locator('h1').click()
  await page.keyboard.press('u')
  await analyseAgain(place)
  const after = await figures(place)
  await page.getByRole('tab', { name: '合并记录' }).click()
  await page.getByText('已撤销', { exact: true }).first().waitFor()
  strict.deepEqual([merged.total, merged.netRevenue], [before.total - 1, before.netRevenue])
  strict.notDeepEqual(merged.rows, before.rows)
  strict.deepEqual(after, before)
}

async function figures({ page, url }: Place): Promise<Figures> {
  const columns = ['netRevenue', 'abcClass', 'tier', 'orders']
  const answer = await page.request.post(`${url}/api/accounts/list`, {
    headers: { origin: url },
    data: { pageSize: 200, columns, sort: [{ field: 'netRevenue', direction: 'descending' }] },
  })
  return Figures.parse(await answer.json())
}

/** The page says that figures do not know yet, and brings them up to date. */
async function analyseAgain({ page, longMs }: Place): Promise<void> {
  await page.getByText('有 1 处归并变动还没有计入各页的数字').waitFor()
  await page.getByRole('button', { name: '重新分析' }).click()
  await page.locator('.vf-identity-pending').waitFor({ state: 'detached', timeout: longMs })
}
