import { category, currency, customerFields, department, product, salesperson } from './customer-fields.ts'
import { day, figure, label, type RecordKindDefinition, share, text } from './record-kind.ts'

/** Chances of a sale, won, lost or open. */
export const opportunities: RecordKindDefinition = {
  kind: 'opportunities',
  table: 'opportunity',
  fields: {
    ...customerFields,
    opportunity: text(
      '商机编号 商机编码 商机id 商机号 机会编号 机会id 项目编号 opportunitycode opportunityid opportunityno opportunitynumber dealid dealno',
      '编号 id',
    ),
    opportunityName: text(
      '商机名称 机会名称 项目名称 商机 商机主题 opportunityname opportunity dealname deal opportunitytitle projectname',
      '主题 名称 subject',
    ),
    category,
    product,
    stage: label(
      '阶段 商机阶段 销售阶段 当前阶段 机会阶段 stage salesstage opportunitystage dealstage stagename',
      '状态 status',
    ),
    amount: figure(
      '金额 商机金额 预计金额 预计成交金额 预计销售额 机会金额 项目金额 预计签约金额 amount opportunityamount dealamount dealvalue expectedamount expectedrevenue estimatedvalue closevalue value',
    ),
    currency,
    probability: share('赢率 成功率 可能性 成交概率 概率 赢单率 probability winprobability likelihood chance winrate'),
    createdOn: day(
      '创建日期 创建时间 商机日期 发现日期 建立日期 createdon createddate createdat opendate openedon engagedate',
    ),
    expectedCloseOn: day(
      '预计成交日期 预计成交时间 预计签约日期 预计关闭日期 预计结单日期 expectedclose expectedclosedate expectedcloseon estimatedclosedate forecastclosedate',
    ),
    closedOn: day(
      '关闭日期 结单日期 成交日期 赢单日期 实际成交日期 关闭时间 closedon closedate closeddate actualclosedate wondate',
    ),
    competitor: label('竞争对手 主要竞争对手 竞争对手名称 竞品 competitor competitors maincompetitor'),
    lossReason: label('输单原因 丢单原因 失败原因 流失原因 丢单理由 lossreason lostreason reasonlost closedlostreason'),
    source: label('商机来源 来源 线索来源 source leadsource opportunitysource'),
    salesperson,
    department,
  },
  needs: [
    ['customer', 'customerName'],
    ['stage', 'amount', 'closedOn'],
  ],
  keys: [['opportunity'], ['customer', 'opportunityName', 'createdOn']],
}
