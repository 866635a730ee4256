import { currency, industry as industryField, region } from './customer-fields.ts'
import { day, figure, type RecordKindDefinition, share, text } from './record-kind.ts'

/** Figures of whole industries, to set accounts against. */
export const industry: RecordKindDefinition = {
  kind: 'industry',
  table: 'industry_figure',
  fields: {
    industry: industryField,
    region,
    period: day('年份 年度 年 期间 月份 日期 year period date month'),
    marketSize: figure('市场规模 行业规模 市场容量 市场总额 规模 marketsize market industrysize marketvalue tam'),
    growth: share('增长率 行业增长率 增速 同比增长 年增长率 复合增长率 growth growthrate yoygrowth cagr'),
    margin: share('利润率 行业利润率 毛利率 平均毛利率 margin profitmargin grossmargin'),
    ourShare: share('市场份额 份额 我方份额 市场占有率 占有率 share marketshare ourshare'),
    companies: figure('企业数 企业数量 公司数量 客户数 companies numberofcompanies companycount'),
    currency,
    source: text('来源 数据来源 出处 source datasource reference'),
    note: text('备注 说明 note notes remark'),
  },
  needs: [['industry'], ['marketSize', 'growth', 'margin', 'ourShare', 'companies']],
  keys: [['industry', 'region', 'period']],
}
