import type { BrowserContext, Page } from 'playwright-core'
import { z } from 'zod'

interface Place {
  /** Where an administrator is signed in, in Chinese. */
  readonly page: Page
  readonly url: string
  readonly longMs: number
  readonly password: string
  readonly goTo: (visitor: Page, path: string) => Promise<void>
  readonly newVisitor: () => Promise<BrowserContext>
}

/** Three people of three departments judge, one of them in English; what they agree on becomes the model, and is tested. */
export async function judgingJourney(place: Place): Promise<void> {
  const round = await beginRound(place)
  const mei = await invited(place, { name: '韩梅梅', role: 'manager' })
  const jim = await invited(place, { name: 'Jim Green', role: 'accountManager' })
  await inviteToRound(place)
  const chinese = { keep: '确定，下一对', handIn: /^提\s*交$/ }
  await place.page.getByRole('tab', { name: '我的判断' }).click()
  await judge(place.page, { key: 'ArrowLeft', ...chinese })
  await openRound(place, mei)
  await judge(mei, { key: 'ArrowRight', ...chinese })
  await mei.context().close()
  await openRound(place, jim)
  await jim.getByRole('button', { name: '切换语言' }).click()
  await jim.getByRole('menuitem', { name: 'English' }).click()
  await judge(jim, { key: 'ArrowLeft', keep: 'Keep and go on', handIn: 'Hand in' })
  await jim.context().close()
  await adopt(place, round)
  await testOnPast(place)
}

async function beginRound({ page, goTo }: Place): Promise<string> {
  await goTo(page, '/rounds')
  await page.getByRole('button', { name: '发起评议' }).click()
  await page.getByLabel('评议名称').fill('年度权重')
  await page.getByRole('button', { name: /^发\s*起$/ }).click()
  await page.getByRole('heading', { level: 1, name: '年度权重' }).waitFor()
  return new URL(page.url()).pathname
}

/** Somebody new, signed in in a browser of their own. */
async function invited(place: Place, person: { readonly name: string; readonly role: string }): Promise<Page> {
  const { page, url, newVisitor, password } = place
  const email = `${person.role.toLowerCase()}@example.com`
  const answer = await page.request.post(`${url}/api/invitations`, {
    headers: { origin: url },
    data: { ...person, email, departmentIds: [] },
  })
  const { link } = z.object({ link: z.object({ path: z.string() }) }).parse(await answer.json())
  const visitor = await (await newVisitor()).newPage()
  await visitor.goto(`${url}${link.path}`)
  await visitor.getByLabel('新密码').fill(password)
  await visitor.getByRole('button', { name: '完成并登录' }).click()
  await visitor.locator('.vf-trail').waitFor()
  return visitor
}

async function inviteToRound({ page }: Place): Promise<void> {
  await page.reload()
  for (const [name, department] of [
    ['王敏', '销售部'],
    ['韩梅梅', '财务部'],
    ['Jim Green', '市场部'],
  ] as const) {
    await page.getByLabel('用户').click()
    await page.getByTitle(name, { exact: true }).last().click()
    await page.getByRole('combobox', { name: '部门' }).fill(department)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^邀\s*请$/ }).click()
    await page.locator('tbody th').filter({ hasText: name }).waitFor()
  }
}

async function openRound({ goTo }: Place, visitor: Page): Promise<void> {
  await goTo(visitor, '/rounds')
  await visitor.getByRole('link', { name: '年度权重' }).click()
  await visitor.locator('.vf-saaty').waitFor()
}

/** The first comparisons by keyboard: the first criterion with each of the others is enough. */
async function judge(
  visitor: Page,
  by: { readonly key: string; readonly keep: string; readonly handIn: string | RegExp },
): Promise<void> {
  for (let pair = 1; pair <= 4; pair += 1) {
    await visitor.getByText(`${pair - 1} / 10`, { exact: true }).waitFor()
    await visitor.getByRole('slider').focus()
    for (let step = 0; step < pair; step += 1) await visitor.keyboard.press(by.key)
    await visitor.getByRole('button', { name: by.keep }).click()
  }
  await visitor.getByText('4 / 10', { exact: true }).waitFor()
  await visitor.getByRole('button', { name: by.handIn }).click()
  await visitor.getByText(/已提交，谢谢|Handed in, thank you/).waitFor()
}

/** The result names departments and what they disagree on; adopted, it decides the tiers of the next analysis. */
async function adopt({ page, goTo, longMs }: Place, round: string): Promise<void> {
  await goTo(page, `${round}?part=result`)
  await page.getByRole('heading', { name: '谁和谁意见不同' }).waitFor()
  await page.locator('.vf-round-figures').getByText('3 个部门').waitFor()
  await page.getByRole('heading', { name: '各部门单独评选的名单' }).waitFor()
  await page.getByRole('button', { name: '采纳为模型的新版本' }).click()
  await page.getByRole('link', { name: '在工作室中打开' }).click()
  await page.locator('.vf-tier-counts').waitFor()
  await page.getByRole('combobox', { name: '模型版本' }).click()
  await page
    .getByTitle(/default-own@1$/)
    .last()
    .click()
  await page.getByText(/来自 .*韩梅梅.* 的两两比较/).waitFor()
  await page.getByText(/家客户变动等级/).waitFor()
  await page.getByRole('button', { name: '用它重新分析' }).click()
  await page.locator('.vf-studio-bar').getByText('使用中').waitFor({ timeout: longMs })
}

/** Against the model it came from, on the past. */
async function testOnPast({ page, goTo, longMs }: Place): Promise<void> {
  await goTo(page, '/selection?part=evidence')
  await page.getByRole('combobox', { name: '挑战模型' }).click()
  await page
    .getByTitle(/ default@1$/)
    .last()
    .click()
  await page.getByRole('button', { name: '开始回测' }).click()
  await page.getByRole('combobox', { name: '以往的回测' }).waitFor({ timeout: longMs })
  await page.locator('.vf-rankings').getByText('挑战模型').first().waitFor()
}
