import { churnReason, customerFields, product } from './customer-fields.ts'
import { figure, instant, label, type RecordKindDefinition, text } from './record-kind.ts'

/** Complaints, suggestions and requests, with the times of their handling. */
export const tickets: RecordKindDefinition = {
  kind: 'tickets',
  table: 'ticket',
  fields: {
    ...customerFields,
    ticket: text(
      '服务单号 工单号 工单编号 服务单编号 投诉编号 投诉单号 case单号 ticketcode ticketid ticketno ticketnumber caseid casenumber issueid',
      '单号 编号 id',
    ),
    type: label('类型 工单类型 服务类型 投诉类型 问题类型 type tickettype casetype category issuetype'),
    subject: text('主题 标题 问题 问题描述 投诉内容 描述 subject title summary issue description'),
    priority: label('优先级 紧急程度 严重程度 级别 priority severity urgency'),
    openedAt: instant(
      '提交时间 创建时间 投诉时间 受理时间 报修时间 登记时间 提交日期 创建日期 投诉日期 受理日期 openedat createdat opened created openedon createdon submittedat reportedat opendate',
      '日期 时间 date',
    ),
    firstResponseAt: instant(
      '首次响应时间 响应时间 首次回复时间 首响时间 firstresponseat firstresponse firstreplyat respondedat responsetime',
    ),
    resolvedAt: instant(
      '解决时间 关闭时间 完成时间 处理完成时间 解决日期 关闭日期 resolvedat resolved closedat closed resolvedon closedon solvedat',
    ),
    status: label('状态 工单状态 处理状态 status ticketstatus casestatus state'),
    satisfaction: figure('满意度 满意度评分 评分 评价 服务评分 satisfaction csat satisfactionscore rating score'),
    contact: text('联系人编号 联系人 提交人 报修人 contactcode contact contactname requester reporter'),
    product,
    handler: label('处理人 负责人 客服 受理人 工程师 handler assignee agent owner engineer'),
    churnReason,
  },
  needs: [['customer', 'customerName'], ['openedAt']],
  keys: [['ticket'], ['customer', 'openedAt', 'subject']],
}
