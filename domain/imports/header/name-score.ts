import { salesFields, type SalesField } from '@vitalfew/contract/imports.ts'
import { headerAliases } from './header-aliases.ts'
import { headerKey, headerTokens } from './header-key.ts'
import { headerUnit, longestHeader } from './header-unit.ts'

/**
 * How well a header's words fit a field, 0..1: the certainty of an alias it equals, less where the alias is only its
 * last part (本期销售金额, Total Net Sales), since the last word of a name says what the thing is.
 */
export function nameScore(header: string, field: SalesField): number {
  if (header.length > longestHeader) return 0
  const { name, fullName } = headerUnit(header)
  const exact = Math.max(exactScore(headerKey(fullName), field), exactScore(headerKey(name), field) * 0.98)
  if (exact > 0) return exact
  if (foreign.test(header.normalize('NFKC'))) return 0
  return Math.max(endingScore(name, field), tokenScore(name, field))
}

// Names that share words with a field and are something else: 税额, 客户电话, discount amount, postal code, due date.
const foreign =
  /税额|税率|折扣|优惠|运费|退款|定金|押金|预付|预收|未收|未付|欠款|余额|预算|目标|计划|累计|去年|同期|同比|环比|占比|率$|是否|电话|手机|邮编|邮政|邮箱|地址|生日|出生|预计|到期|有效期|要求|截止|上次|首次|最后|\b(?:tax|vat|freight|shipping|discount|refund|deposit|balance|budget|target|plan|forecast|phone|mobile|fax|zip|postal|postcode|post|email|e-mail|address|birth|due|required|expiry|expected|first|last|prev|prior|row|line ?no|rank|year|age|rate|percent|pct|ratio)\b/i

const exactTable: ReadonlyMap<SalesField, ReadonlyMap<string, number>> = new Map(
  salesFields.map((field) => [
    field,
    new Map(
      headerAliases[field].flatMap(([certainty, names]) => names.split(' ').map((name) => [name, certainty] as const)),
    ),
  ]),
)

function exactScore(key: string, field: SalesField): number {
  return exactTable.get(field)?.get(key) ?? 0
}

function endingScore(name: string, field: SalesField): number {
  const key = headerKey(name)
  if (!/\p{Script=Han}/u.test(key)) return 0
  let best = 0
  for (const [alias, certainty] of exactTable.get(field) ?? []) {
    if (alias.length < 2 || !key.endsWith(alias) || !/\p{Script=Han}/u.test(alias)) continue
    best = Math.max(best, certainty * (0.6 + (0.3 * alias.length) / key.length))
  }
  return best
}

function tokenScore(name: string, field: SalesField): number {
  const tokens = headerTokens(name)
  if (tokens.length < 2 || tokens.some((token) => /\p{Script=Han}/u.test(token))) return 0
  let best = 0
  for (let from = 1; from < tokens.length; from += 1) {
    const certainty = exactScore(tokens.slice(from).join(''), field)
    best = Math.max(best, certainty * (0.6 + (0.3 * (tokens.length - from)) / tokens.length))
  }
  return best
}
