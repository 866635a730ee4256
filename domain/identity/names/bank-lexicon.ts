/** What people write for banks, and what it stands for. Only forms whose meaning does not depend on the place. */
export const bankShortForms: readonly (readonly [RegExp, string])[] = [
  [/^工行/, '工商银行'],
  [/^农行/, '农业银行'],
  [/^中行/, '中国银行'],
  [/^建行/, '建设银行'],
  [/^交行/, '交通银行'],
  [/^招行/, '招商银行'],
  [/^邮储银行|^邮储/, '邮政储蓄银行'],
  [/^(上海)?浦发银行|^浦东发展银行|^浦发(?=.{1,8}[分支]行)/, '上海浦东发展银行'],
  [/^农发行/, '农业发展银行'],
  [/^国开行/, '国家开发银行'],
  [/^中国(?=(工商|农业|建设|交通|招商|光大|民生|邮政储蓄|农业发展|进出口|银河|平安|人寿)(银行|证券|保险))/, ''],
  [/农商行/, '农村商业银行'],
  [/农商银行/, '农村商业银行'],
  [/市商业银行/, '银行'],
  [/农村信用合作联社/, '农村信用联社'],
  [/农村信用合作社/, '农村信用社'],
]

/** What a part of an enterprise is called that is not a legal person of its own, longest first where one ends another. */
export const branchEndings =
  '分行营业部|支行营业部|中心支行|分行|支行|分理处|储蓄所|营业部|营业厅|营业所|分公司|子公司|分部|分厂|分店|分院|分校|分中心|分社|办事处|代表处|联络处|经理部|项目部|门市部|经营部|直营店|专卖店|旗舰店|工会委员会|工会|工会联合会|党委|食堂|信用社|自助银行'

/** What stands before such a part. */
export const branchHeads = '银行|公司|集团|证券|保险|人寿|财险|医院|大学|联社|信用社|股份|中心|酒店'

/** What a name must have for any of the short forms to be in it. */
export const mayBeBank = /[行储社]|浦发|^中国/

/** A part of a part: 杭州分行高新支行. */
export const nestedBranch = /^(.+?)(?:分行|分公司)(.+)$/

/** Legal forms between an enterprise and its part. */
export const formBetween =
  /^(?:股份有限责任公司|股份有限公司|有限责任公司|有限公司|股份公司|责任公司|总公司|公司|股份|集团)+/
