import { describe, expect, it } from 'vitest'
import { isReturnFlag, kindOfStatus } from './kind-of-line.ts'

describe('kindOfStatus', () => {
  it.each(['已取消', '作废', '已作废', 'Cancelled', 'CANCELED', 'void', '交易关闭'])('%s is cancelled', (text) => {
    expect(kindOfStatus(text)).toBe('cancelled')
  })

  it.each(['已退货', '退款成功', '部分退款', 'Returned', 'refunded', '红字发票', 'Credit Memo'])(
    '%s is a return',
    (text) => {
      expect(kindOfStatus(text)).toBe('return')
    },
  )

  it.each(['', '已完成', '交易成功', 'Shipped', '未退货', '无退款', 'Not returned', '未取消', 'Won'])(
    '%j is a sale',
    (text) => {
      expect(kindOfStatus(text)).toBe('sale')
    },
  )
})

describe('isReturnFlag', () => {
  it.each(['是', 'Y', 'yes', 'TRUE', '1', '退货', '销售退货单', 'Return', '红字'])('%s says so', (text) => {
    expect(isReturnFlag(text)).toBe(true)
  })

  it.each(['', '否', 'N', 'no', '0', 'false', '销售出库单', '未退', '蓝字', '非退货'])('%j does not', (text) => {
    expect(isReturnFlag(text)).toBe(false)
  })
})
