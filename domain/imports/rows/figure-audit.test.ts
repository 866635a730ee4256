import { expect, test } from 'vitest'
import { planSalesFile } from '../plan-sales-file.ts'
import { readSalesFile } from '../read-sales-file.ts'
import { withFile } from '../trial-import.ts'
import { isOddFigure } from './figure-audit.ts'

async function summaryOf(text: string) {
  let summary: Awaited<ReturnType<typeof readSalesFile>> | undefined
  await withFile(Buffer.from(text), async (path) => {
    const nothing = () => undefined
    summary = await readSalesFile({ path, plan: await planSalesFile({ path }), onLines: nothing, onLeftOut: nothing })
  })
  return summary
}

test('amounts are compared with quantity × price, whatever their signs and rounding', async () => {
  const summary = await summaryOf(
    [
      '客户名称,订单日期,数量,单价,金额',
      '甲,2025-01-03,3,20,60',
      '乙,2025-01-04,3,20,66',
      '丙,2025-01-05,10,1.33,13.34',
      '丁,2025-01-06,2,"￥1,000.50",2001',
      '戊,2025-01-07,-2,50,(100.00)',
      '己,2025-01-08,１０,5,5000',
      '庚,2025-01-09,4,,80',
      '辛,2025-01-10,4,20,退',
    ].join('\n'),
  )
  expect(summary).toMatchObject({
    accepted: 7,
    // The price is compared, not counted: how it is written changes no sale.
    oddFigures: { rows: 2, firstRow: 6 },
    amountOff: {
      rows: 2,
      amount: 5066,
      examples: [
        { row: 7, quantity: 10, price: 5, amount: 5000 },
        { row: 3, quantity: 3, price: 20, amount: 66 },
      ],
    },
  })
})

test('nothing is compared where a discount stands beside, or there is no amount', async () => {
  const discounted = await summaryOf(
    '客户名称,订单日期,数量,单价,折扣,金额\n甲,2025-01-03,3,20,0.9,54\n乙,2025-01-04,1,5,1,5',
  )
  const priced = await summaryOf('客户名称,订单日期,数量,单价\n甲,2025-01-03,3,20\n乙,2025-01-04,1,5')
  for (const summary of [discounted, priced]) {
    expect(summary?.accepted).toBe(2)
    expect(summary).not.toHaveProperty('amountOff')
    expect(summary).not.toHaveProperty('oddFigures')
  }
})

test('a figure is odd where it takes more than its digits', () => {
  for (const text of ['￥5', '1,234.50', '(5)', '5-', '１２', '1.2万', '5元', '+5'])
    expect(isOddFigure(text, '.')).toBe(true)
  for (const text of ['', '5', '-5.20', ' 7 ', '无', 'N/A', '123456789012345678901'])
    expect(isOddFigure(text, '.')).toBe(false)
  expect([isOddFigure('5,20', ','), isOddFigure('1.234,50', ',')]).toEqual([false, true])
})
