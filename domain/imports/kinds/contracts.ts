import { churnReason, currency, customerFields, department, salesperson } from './customer-fields.ts'
import { day, figure, label, type RecordKindDefinition, share, text } from './record-kind.ts'

/** Agreements with their terms and what became of them. */
export const contracts: RecordKindDefinition = {
  kind: 'contracts',
  table: 'contract',
  fields: {
    ...customerFields,
    contract: text(
      '合同编号 合同号 合同编码 合同id 协议编号 协议号 contractcode contractid contractno contractnumber agreementid agreementno',
      '编号 id',
    ),
    contractName: text(
      '合同名称 合同 协议名称 协议 合同类型 contractname contract agreement agreementname contracttitle',
    ),
    signedOn: day('签约日期 签订日期 签署日期 合同日期 signedon signeddate signdate contractdate'),
    startOn: day(
      '开始日期 生效日期 起始日期 合同开始日期 合同起始日 生效日 startdate starton start effectivedate effectivefrom validfrom begindate',
    ),
    endOn: day(
      '结束日期 到期日期 终止日期 截止日期 合同结束日期 合同到期日 到期日 enddate endon end expirydate expirationdate validto expires renewaldate',
    ),
    termMonths: figure('期限 合同期限 期限月 合同期限月 月数 termmonths term months contractterm'),
    yearlyAmount: figure(
      '年度金额 年金额 年合同额 年度合同额 年化金额 年费 yearlyamount annualamount annualvalue acv arr annualcontractvalue',
    ),
    amount: figure(
      '合同金额 金额 合同总额 合同总金额 总金额 amount contractamount contractvalue totalcontractvalue tcv value',
    ),
    currency,
    discount: share('折扣率 折扣 优惠率 discount discountrate discountpercent'),
    paymentDays: figure('账期 账期天 账期天数 付款期限 信用期 paymentdays paymentterms creditdays'),
    renews: text('续签自 原合同编号 上一合同 续自 前合同号 renews renewalof previouscontract renewedfrom'),
    renewalStatus: label('续约状态 合同状态 状态 续签状态 renewalstatus contractstatus status'),
    salesperson,
    department,
    churnReason,
  },
  needs: [
    ['customer', 'customerName'],
    ['startOn', 'endOn', 'signedOn'],
  ],
  keys: [['contract'], ['customer', 'contractName', 'startOn']],
}
