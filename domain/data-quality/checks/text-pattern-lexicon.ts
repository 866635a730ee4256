/** Patterns of the engine's regular expressions (RE2), as they stand in a quoted literal of SQL. */

const quoted = (pattern: string): string => `'${pattern.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/** A total row that was taken for a sale: its "customer" is the word for a total. */
export const totalWord = quoted(
  String.raw`(?i)^\s*(?:本?[页月季年]?(?:合\s*计|小\s*计|总\s*计|累\s*计)|(?:grand |sub)?\s?-?totals?|sum)\s*[:：]?\s*$`,
)

/** Customers that somebody made up to try the system. */
export const testCustomer = quoted(
  String.raw`(?i)测试|^试用客户|^样例|演示客户|^demo(?:\b|_|\d)|^dummy\b|^test(?:$|[\s_\-\d]|er\b|ing\b|account|customer|client|company)|\btest (?:account|customer|client|company)\b`,
)

/** Sales to oneself. */
export const internalCustomer = quoted(
  String.raw`(?i)内部(?:客户|领用|调拨|使用|往来|结算)|^内部$|公司自用|本公司|员工(?:内购|自购)|\bintercompany\b|\binternal (?:use|customer|account|transfer)\b|^internal$`,
)

/** One name for everybody who did not give theirs. */
export const walkInCustomer = quoted(
  String.raw`(?i)^(?:散客|零散客户|散户|零售客户|现金客户|门市客户|其他客户|临时客户|个人客户|walk-?\s?in(?: customers?)?|cash (?:sales?|customers?)|misc(?:ellaneous)? customers?|other customers?|one-?time customers?|guest)$`,
)

/** Text that was read in the wrong encoding. */
export const mojibake = quoted(
  String.raw`\x{FFFD}|锟斤拷|烫烫烫|屯屯屯|Ã[\x{80}-\x{BF}]|â€[\x{80}-\x{2122}]|Â[\x{A0}-\x{BF}]`,
)

/** A spreadsheet's complaint in place of a value. */
export const formulaError = quoted(String.raw`#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)`)

/** A code that a spreadsheet took for a number: 1.23E+17. */
export const spreadsheetNumber = quoted(String.raw`^[0-9](?:[.,][0-9]+)?[eE]\+?[0-9]{1,3}$`)

/** An identity card or a mobile number, in a text that is about something else. */
export const personalData = quoted(
  String.raw`(?:^|[^0-9])[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?:$|[^0-9Xx])|(?:^|[^0-9])1[3-9][0-9]{9}(?:$|[^0-9])`,
)

/** Invisible signs, and words that mix Latin with letters that only look Latin. */
export const oddSigns = quoted(
  String.raw`[\x{00A0}\x{00AD}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}\x{FEFF}\x{E000}-\x{F8FF}]|[A-Za-z][\x{0370}-\x{03FF}\x{0400}-\x{04FF}]|[\x{0370}-\x{03FF}\x{0400}-\x{04FF}][A-Za-z]|[\x{FF10}-\x{FF19}\x{FF21}-\x{FF3A}\x{FF41}-\x{FF5A}]`,
)

/** A part of a larger company, or one that has had another name. */
export const relatedCompany = quoted(
  String.raw`(?:分公司|分行|支行|营业部|办事处|下属|子公司|分厂)\s*$|曾用名|原名|[(（]原|\b(?:branch|subsidiary)\b|\bformerly\b`,
)

/** What companies call themselves at the end of their names; they differ in it without being others. */
export const legalForm = quoted(
  String.raw`(?:股份有限公司|有限责任公司|有限公司|股份公司|公司|incorporated|corporation|limited|company|gmbh|coltd|llc|ltd|inc|corp)+$`,
)

export const notLetters = quoted(String.raw`[\s\p{P}\p{S}]+`)

export const creditCode = quoted(String.raw`^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$`)

/** What stands where there is no credit code. */
export const noCode = "'N/A', 'NULL', '无'"

/** Several cells in one: an open quote has swallowed what came after it. */
export const swallowed = quoted(String.raw`[\r\n].*[,;\t|].*[,;\t|]|(?:[^,]*,){6}|(?:[^\t]*\t){3}`)

/** One pattern that finds whatever any of some finds, in a text of several lines. */
export function anyOf(patterns: readonly string[]): string {
  return `'(?m)${patterns.map((pattern) => `(?:${pattern.slice(1, -1)})`).join('|')}'`
}
