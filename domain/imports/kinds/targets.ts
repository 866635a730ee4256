import { category, currency, customerFields, department, region, salesperson } from './customer-fields.ts'
import { day, figure, label, type RecordKindDefinition } from './record-kind.ts'

/** What is to be reached in a period, by an account, a person, a department, a region or a category. */
export const targets: RecordKindDefinition = {
  kind: 'targets',
  table: 'target',
  fields: {
    ...customerFields,
    period: day(
      '月份 期间 目标月份 目标期间 年月 年度 日期 考核月份 month period yearmonth date targetmonth year',
      '开始日期 startdate',
    ),
    measure: label('指标 目标类型 指标名称 考核指标 measure metric kpi targettype', '类型 type'),
    target: figure(
      '目标 目标金额 目标值 销售目标 目标销售额 任务 任务额 指标值 target targetamount targetvalue quota salestarget goal budget',
      '金额 amount value',
    ),
    salesperson,
    department,
    region,
    category,
    currency,
  },
  needs: [['period'], ['target']],
  keys: [['period', 'measure', 'customer', 'salesperson', 'department', 'region', 'category']],
}
