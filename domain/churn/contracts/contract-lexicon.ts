/** What a table of contracts may tell. */
export const contractFields = [
  'customer',
  'customerName',
  'contract',
  'start',
  'end',
  'termMonths',
  'status',
  'reason',
  'value',
  'monthlyValue',
  'renews',
  'tenure',
  'churned',
] as const
export type ContractField = (typeof contractFields)[number]

/** Headers by their keys (lower case, no blanks or signs), the surest first. */
export const contractAliases: Readonly<Record<ContractField, string>> = {
  customer:
    '客户编码 客户编号 客户代码 客户号 客户id 会员编号 会员卡号 用户编号 用户id customerid customercode customernumber customerno custid accountid accountcode accountno clientid clientcode userid memberid subscriberid 客户 customer account client 客户名称 customername accountname clientname',
  customerName: '客户名称 客户全称 客户姓名 客户名 公司名称 customername accountname clientname companyname',
  contract:
    '合同编号 合同号 合同编码 合同id 协议编号 订阅编号 contractcode contractid contractno contractnumber agreementno agreementid subscriptionid policyno',
  start:
    '开始日期 合同开始日期 起始日期 合同起始日期 起始日 生效日期 合同生效日期 开始时间 起租日期 签约日期 签订日期 startdate contractstart contractstartdate start begindate effectivedate effectivefrom validfrom signedon',
  end: '结束日期 合同结束日期 到期日期 到期日 合同到期日 合同到期日期 终止日期 截止日期 结束时间 到期时间 enddate contractend contractenddate end expirydate expirationdate expires expireson validto validuntil renewaldate',
  termMonths:
    '期限月 合同期限月 期限月数 合同月数 期限 合同期限 termmonths term contractterm contracttermmonths durationmonths',
  status: '续约状态 合同状态 续签状态 状态 renewalstatus contractstatus status',
  reason:
    '流失原因 离网原因 不续约原因 未续约原因 终止原因 解约原因 退订原因 取消原因 原因 churnreason reasonforleaving cancellationreason cancelreason terminationreason lossreason reason',
  value:
    '年度金额 年金额 年合同额 年费 合同年金额 合同金额 合同额 金额 yearlyamount annualamount annualvalue annualcontractvalue yearlyvalue acv arr contractvalue contractamount amount value',
  monthlyValue: '月费 月租 月度金额 月付金额 每月费用 monthlycharges monthlycharge monthlyfee monthlyamount mrr',
  renews: '续签自 续约自 原合同编号 前合同编号 上期合同 renews renewalof renewedfrom previouscontract',
  tenure:
    '在网月数 在网时长 在网时长月 合作月数 合作时长月 使用月数 存续月数 在约月数 服务月数 tenure tenuremonths monthswithus accountage monthsactive',
  churned:
    '是否流失 是否离网 是否已流失 流失标志 流失标签 流失 离网 churn churned churnflag ischurned churnlabel left exited attrition attrited',
}

/** What the status of a contract says. */
export const contractStatuses = {
  ended: /未续|不续|没有续|终止|解约|取消|流失|退订|not\s*renew|non-?renew|ended|cancel|terminat|churn|lost|lapsed/i,
  renewed: /已续|续签|续约|renewed/i,
} as const

/** What says of a customer that it left. */
export const leftWords = /^(?:y|yes|true|1|是|已流失|流失|离网|已离网|churned|left|exited|attrited customer)$/i
