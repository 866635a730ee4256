export interface HeaderUnit {
  /** The header without its unit and without other remarks in brackets. */
  readonly name: string
  /** The header with the remark kept as part of the name: 金额(含税) may mean more than 金额. */
  readonly fullName: string
  /** 10000 for 万元, 1 when no unit is named. */
  readonly factor: number
  /** ISO code where the header names a currency, '' otherwise. */
  readonly currency: string
}

/**
 * Takes the unit out of a header: 金额(万元), 销售额/千元, Revenue ($k), Sales in thousands.
 *
 * @example
 * headerUnit('金额(万元)').factor // 10000
 */
export function headerUnit(header: string): HeaderUnit {
  if (header.length > longestHeader) return { name: header, fullName: header, factor: 1, currency: '' }
  let factor = 1
  let currency = ''
  let fullName = header.normalize('NFKC')
  let name = fullName
  for (const [whole = '', inner = ''] of name.matchAll(remark)) {
    const found = unitOf(inner)
    if (found !== null) {
      factor *= found.factor
      currency ||= found.currency
      fullName = fullName.replace(whole, ' ')
    }
    name = name.replace(whole, ' ')
  }
  const tail = tailUnit.exec(name)
  const found = tail === null ? null : unitOf(tail[1] ?? '')
  if (tail !== null && found !== null && tail.index > 1) {
    name = name.slice(0, tail.index)
    fullName = fullName.replace(tail[0], '')
    factor *= found.factor
    currency ||= found.currency
  }
  return { name: name.trim(), fullName: fullName.trim(), factor, currency }
}

/** What is longer is a remark and no name. */
export const longestHeader = 120

const remark = /[([{【〔<]([^)\]}】〕>]*)[)\]}】〕>]/g
const tailUnit =
  /(?:\s*[/:：_\-,，]\s*|\s+in\s+|\s+|(?<=[\u4e00-\u9fff]))((?:百万|十万|千万|万|亿|千|百)?(?:人民币)?(?:美元|港元|欧元|元|万|亿)|thousands?|millions?|usd|rmb|cny|eur|gbp|hkd|jpy|k|mn|'?000s?)$/i

const factors: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['元', 1],
  ['圆', 1],
  ['角', 0.1],
  ['分', 0.01],
  ['cents', 0.01],
  ['cent', 0.01],
  ['百', 100],
  ['百元', 100],
  ['千', 1e3],
  ['千元', 1e3],
  ['仟元', 1e3],
  ['k', 1e3],
  ['thousand', 1e3],
  ['thousands', 1e3],
  ['000', 1e3],
  ["'000", 1e3],
  ['000s', 1e3],
  ["'000s", 1e3],
  ['万', 1e4],
  ['万元', 1e4],
  ['萬元', 1e4],
  ['w', 1e4],
  ['十万', 1e5],
  ['十万元', 1e5],
  ['百万', 1e6],
  ['百万元', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['mm', 1e6],
  ['mio', 1e6],
  ['million', 1e6],
  ['millions', 1e6],
  ['千万', 1e7],
  ['千万元', 1e7],
  ['亿', 1e8],
  ['亿元', 1e8],
  ['億元', 1e8],
  ['bn', 1e9],
  ['billion', 1e9],
  ['billions', 1e9],
])

const currencies: ReadonlyArray<readonly [pattern: RegExp, code: string]> = [
  [/人民币|rmb|cny|[¥￥]/, 'CNY'],
  [/美元|美金|usd|us\$/, 'USD'],
  [/港币|港元|hkd|hk\$/, 'HKD'],
  [/欧元|eur|€/, 'EUR'],
  [/英镑|gbp|£/, 'GBP'],
  [/日元|日圆|jpy/, 'JPY'],
]

/** Null when the remark is no unit: 含税, 必填, 件. */
function unitOf(remarkText: string): { factor: number; currency: string } | null {
  let text = remarkText
    .toLowerCase()
    .replace(/^(?:单位|unit|in)\s*[:：]?\s*/, '')
    .replace(/\s+/g, '')
  let currency = ''
  for (const [pattern, code] of currencies) {
    if (!pattern.test(text)) continue
    currency = code
    text = text.replace(pattern, code === 'CNY' || !text.endsWith('元') ? '' : '元')
    break
  }
  const factor = factors.get(text.replace(/[$]/g, ''))
  return factor === undefined || (text === '' && currency === '' && !remarkText.includes('$'))
    ? null
    : { factor, currency }
}
