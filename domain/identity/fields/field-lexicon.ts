import type { FieldKind } from './field-kind.ts'

/** Headers that say what a column holds, tried in this order. Compared in lower case, blanks and underscores as one. */
export const headerKinds: readonly (readonly [FieldKind, RegExp])[] = [
  ['creditCode', /信用代码|税号|纳税人识别号|credit ?code|uscc|tax ?(id|no|number|code)|^usci$/],
  ['email', /邮箱|电子邮件|e-?mail/],
  ['phone', /电话|手机|联系方式|传真|phone|mobile|\btel\b|telephone|\bfax\b|\bcell\b/],
  ['date', /出生|生日|日期|date|\bdob\b|birth|birthday|\bday\b/],
  [
    'person',
    /联系人|法人|法定代表|负责人|经办人|given|first ?name|sur ?name|last ?name|family ?name|middle ?name|forename|contact|person|owner|full ?name/,
  ],
  [
    'company',
    /公司|企业|单位|客户|购货方|供应商|机构|名称|简称|全称|compan|organi[sz]ation|\borg\b|firm|business|customer|account|supplier|vendor|client|employer|applicant/,
  ],
  ['address', /地址|住址|详细地址|街道|address|street|\baddr\b|^road$|\bavenue\b/],
  [
    'number',
    /编号|号码|证号|邮编|postcode|post ?code|zip|\bid\b|\bno\b|number|ssn|soc ?sec|social ?security|passport|licen[cs]e/,
  ],
  [
    'category',
    /省|城市|地区|区县|性别|行业|国家|state|province|city|country|region|gender|\bsex\b|industry|segment|suburb|town|county/,
  ],
]

/** Words at the end of a company's name, by which a column of companies is known when its header says nothing. */
export const companyEndings =
  /(公司|集团|企业|工厂|厂|银行|支行|分行|医院|大学|学校|学院|合作社|合伙\)?|事务所|研究院|研究所|商行|经营部|中心|商店|酒店)$|\b(inc|ltd|llc|corp|corporation|company|co|gmbh|ag|plc|limited|pte|sdn bhd|s\.?a|b\.?v|k\.?k|group|holdings)\.?$/i

/** A day as people write it, the year first. */
export const writtenDay = /^(19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}/

/** A header that says that a column holds names, of whomever. */
export const someName = /name|姓名/i

/** What comes after a phone number: an extension, or another number. */
export const phoneExtension = /ext|转|分机|x|#|[;,、]/
