/** Headers by their keys, the surest first. */
export const ticketAliases = {
  customer:
    '客户编码 客户编号 客户代码 客户号 客户id 会员编号 用户编号 customerid customercode customernumber customerno custid accountid accountcode accountno clientid 客户 customer account client 客户名称 customername accountname',
  customerName: '客户名称 客户全称 客户名 公司名称 customername accountname clientname companyname',
  type: '类型 工单类型 服务类型 单据类型 问题类型 类别 type tickettype casetype requesttype category kind',
  opened:
    '提交时间 创建时间 提交日期 创建日期 受理时间 受理日期 投诉时间 投诉日期 登记日期 开单时间 日期 时间 openedat openedon opened createdat createdon created createddate submittedat submitted date',
  reason: '流失原因 离网原因 churnreason reasonforleaving lossreason',
} as const

/** What the type of a complaint says. */
export const complaintWords = /投诉|抱怨|客诉|申诉|complain|grievance/i
