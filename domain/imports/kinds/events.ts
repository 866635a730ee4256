import { channel, customerFields, product, salesperson } from './customer-fields.ts'
import { day, figure, instant, label, type RecordKindDefinition, text } from './record-kind.ts'

/** What happened with a customer and when: visits, calls, log-ins, downloads, complaints heard in passing. */
export const events: RecordKindDefinition = {
  kind: 'events',
  table: 'customer_event',
  fields: {
    ...customerFields,
    eventId: text(
      '拜访编号 事件编号 活动编号 记录编号 跟进编号 流水号 visitcode visitid eventid eventcode activityid logid recordid',
      '编号 id',
    ),
    at: instant(
      '拜访日期 拜访时间 事件时间 事件日期 发生时间 发生日期 活动日期 活动时间 跟进日期 跟进时间 时间 日期 date time datetime timestamp eventtime eventdate visitdate activitydate occurredat occurredon createdat',
      '创建时间 创建日期 createdon',
    ),
    event: label(
      '事件 事件名称 事件类型 行为 行为类型 活动类型 活动 动作 拜访方式 跟进方式 event eventname eventtype action activity activitytype behaviour behavior',
      '方式 类型 type way method',
    ),
    purpose: text('目的 拜访目的 事由 主题 purpose subject reason topic'),
    outcome: text('结果 拜访结果 跟进结果 内容 跟进内容 拜访内容 outcome result notes summary'),
    contact: text('联系人编号 联系人编码 联系人id 联系人 contactcode contactid contact contactname'),
    product,
    channel,
    amount: figure('金额 事件金额 amount value eventvalue'),
    nextStepOn: day(
      '下次跟进日期 下次跟进时间 下次拜访日期 下次联系日期 nextstepon nextstep nextfollowup nextvisit followupdate',
    ),
    salesperson,
  },
  needs: [['customer', 'customerName'], ['at']],
  keys: [],
  period: 'at',
}
