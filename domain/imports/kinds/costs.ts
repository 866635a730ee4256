import { currency, customerFields } from './customer-fields.ts'
import { day, figure, label, type RecordKindDefinition, text } from './record-kind.ts'

/** What it costs to serve a customer, and what the customer owes at the end of a period. One row a posting. */
export const costs: RecordKindDefinition = {
  kind: 'costs',
  table: 'account_cost',
  fields: {
    ...customerFields,
    period: day(
      '月份 期间 会计期间 日期 年月 费用日期 发生日期 统计月份 账期月份 截止日期 month period date yearmonth postingdate costdate balancedate',
      '年度 year',
    ),
    costKind: label(
      '费用类型 费用类别 成本类型 费用项目 费用科目 科目 costkind costtype costcategory expensetype expensecategory',
      '类型 类别 type category',
    ),
    amount: figure(
      '费用金额 费用 服务成本 客户服务成本 成本金额 费用合计 总费用 costtoserve amount cost costamount expense expenseamount totalcost',
      '金额 成本 value',
    ),
    logistics: figure(
      '物流费用 运费 配送费用 物流费 运输费用 物流成本 logistics logisticscost freight shippingcost deliverycost',
    ),
    service: figure('服务费用 售后费用 技术支持费用 服务费 售后成本 service servicecost supportcost aftersalescost'),
    marketing: figure('营销费用 市场费用 推广费用 返利 促销费用 marketing marketingcost promotioncost rebate rebates'),
    sales: figure('销售费用 拜访费用 差旅费 招待费 销售费 sales salescost sellingcost travelcost'),
    other: figure('其他费用 其他 其它费用 other othercost othercosts'),
    receivables: figure(
      '应收余额 应收账款 应收账款余额 欠款 期末应收 应收 欠款余额 receivables accountsreceivable outstanding balance arbalance amountdue',
    ),
    overdueReceivables: figure('逾期金额 逾期应收 逾期欠款 逾期账款 overduereceivables overdueamount overdue pastdue'),
    currency,
    note: text('备注 说明 摘要 note notes remark description'),
  },
  needs: [
    ['customer', 'customerName'],
    ['amount', 'logistics', 'service', 'marketing', 'sales', 'other', 'receivables', 'overdueReceivables'],
  ],
  keys: [],
  period: 'period',
}
