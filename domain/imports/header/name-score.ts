import { salesFields, type SalesField } from '@vitalfew/contract/imports.ts'
import { headerAliases } from './header-aliases.ts'
import { headerKey, headerTokens } from './header-key.ts'
import { headerUnit, longestHeader } from './header-unit.ts'

/**
 * How well a header's words fit a field, 0..1: the certainty of an alias it equals, less where the alias is only its
 * last part (本期销售金额, Total Net Sales), since the last word of a name says what the thing is.
 */
export function nameScore(header: string, field: SalesField): number {
  return wordScore(header, { names: exactTable.get(field) ?? new Map(), foreign })
}

/** The words of one field: each name with how sure a column of that name is the field. */
export interface FieldWords {
  readonly names: ReadonlyMap<string, number>
  /** What no column of the field has in its header, unless one of the names says so. */
  readonly foreign: RegExp
}

/** How well a header's words fit those of a field, 0..1. */
export function wordScore(header: string, { names, foreign: strange }: FieldWords): number {
  if (header.length > longestHeader) return 0
  const { name, fullName } = headerUnit(header)
  const exact = Math.max(names.get(headerKey(fullName)) ?? 0, (names.get(headerKey(name)) ?? 0) * 0.98)
  if (exact > 0) return exact
  if (strange.test(header.normalize('NFKC'))) return 0
  return Math.max(endingScore(name, names), tokenScore(name, names))
}

// Names that share words with a field and are something else: 税额, 客户电话, discount amount, postal code, due date.
const foreign =
  /税额|税率|折扣|优惠|运费|退款|定金|押金|预付|预收|未收|未付|欠款|余额|预算|目标|计划|累计|去年|同期|同比|环比|占比|率$|是否|电话|手机|邮编|邮政|邮箱|地址|生日|出生|预计|到期|有效期|要求|截止|上次|首次|最后|\b(?:tax|vat|freight|shipping|discount|refund|deposit|balance|budget|target|plan|forecast|phone|mobile|fax|zip|postal|postcode|post|email|e-mail|address|birth|due|required|expiry|expected|first|last|prev|prior|row|line ?no|rank|year|age|rate|percent|pct|ratio)\b/i

/** Name → certainty; a name that stands twice counts as the surer. */
export function namesOf(
  tiers: ReadonlyArray<readonly [certainty: number, names: string]>,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [certainty, names] of tiers) {
    for (const name of names.split(' ')) found.set(name, Math.max(certainty, found.get(name) ?? 0))
  }
  return found
}

const exactTable: ReadonlyMap<SalesField, ReadonlyMap<string, number>> = new Map(
  salesFields.map((field) => [field, namesOf(headerAliases[field])]),
)

function endingScore(name: string, names: ReadonlyMap<string, number>): number {
  const key = headerKey(name)
  if (!/\p{Script=Han}/u.test(key)) return 0
  let best = 0
  for (const [alias, certainty] of names) {
    if (alias.length < 2 || !key.endsWith(alias) || !/\p{Script=Han}/u.test(alias)) continue
    best = Math.max(best, certainty * (0.6 + (0.3 * alias.length) / key.length))
  }
  return best
}

function tokenScore(name: string, names: ReadonlyMap<string, number>): number {
  const tokens = headerTokens(name)
  if (tokens.length < 2 || tokens.some((token) => /\p{Script=Han}/u.test(token))) return 0
  let best = 0
  for (let from = 1; from < tokens.length; from += 1) {
    const certainty = names.get(tokens.slice(from).join('')) ?? 0
    best = Math.max(best, certainty * (0.6 + (0.3 * (tokens.length - from)) / tokens.length))
  }
  return best
}
