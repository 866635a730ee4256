import type { ControlMeasure } from '@vitalfew/contract/quality.ts'

/** Words for the figures that can be compared, as `headerKey` writes them. */
export const measureNames: Readonly<Record<string, ControlMeasure>> = {
  净额: 'netRevenue',
  净收入: 'netRevenue',
  销售额: 'netRevenue',
  金额: 'netRevenue',
  netrevenue: 'netRevenue',
  revenue: 'netRevenue',
  amount: 'netRevenue',
  毛利: 'grossProfit',
  grossprofit: 'grossProfit',
  数量: 'quantity',
  quantity: 'quantity',
  行数: 'rows',
  rows: 'rows',
  lines: 'rows',
  订单数: 'orders',
  orders: 'orders',
  客户数: 'customers',
  customers: 'customers',
}

export const monthNames = new Set(['月份', '月', '年月', 'month', 'period'])
export const departmentNames = new Set(['部门', 'department', 'dept'])

/** A month as people write it. */
export const writtenMonth = /^\s*((?:19|20)\d{2})[-/.年 ]?(0?[1-9]|1[0-2])(?:月|[-/.]\d{1,2}(?: .*)?)?\s*$/
