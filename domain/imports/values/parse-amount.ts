import { divideRounded } from './micros.ts'

export type DecimalMark = '.' | ','

/**
 * A written amount in micro-units, exact: decimal text never passes through a float. More than six decimals are
 * rounded half away from zero. Null when the text is no amount.
 *
 * Understood: signs before and behind, brackets for negatives, currency signs and codes, full-width characters,
 * thousands in groups, 万 / 亿 / 千 / k behind the number, exponents.
 *
 * @example
 * parseAmount('￥1,234.50', '.') // 1_234_500_000n
 * parseAmount('(500.00)', '.') // -500_000_000n
 * parseAmount('1.2万', '.') // 12_000_000_000n
 * parseAmount('1.234,56', ',') // 1_234_560_000n
 */
export function parseAmount(text: string, mark: DecimalMark): bigint | null {
  if (mark === '.') {
    const plain = plainMicros(text)
    if (plain !== null) return plain
  }
  if (text.length > longestAmount) return null
  const stripped = stripSigns(text)
  if (stripped === null) return null
  const size = sumOfParts(stripped.number, mark)
  if (size === null) return null
  return stripped.negative ? -size : size
}

/** `-1234.5` in plain ASCII with at most 15 digits of which six decimals; null for everything else. */
export function plainMicros(text: string): bigint | null {
  const length = text.length
  if (length === 0 || length > 17) return null
  const negative = text.charCodeAt(0) === 45
  let digits = 0
  let decimals = -1
  let value = 0
  for (let index = negative ? 1 : 0; index < length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 46 && decimals === -1 && digits > 0) {
      decimals = 0
    } else if (code >= 48 && code <= 57) {
      value = value * 10 + (code - 48)
      digits += 1
      if (decimals !== -1) decimals += 1
    } else {
      return null
    }
  }
  if (digits === 0 || decimals === 0 || decimals > 6) return null
  const micros = value * (powersOfTen[decimals === -1 ? 6 : 6 - decimals] ?? Number.NaN)
  // Above 2⁵³ the float is no longer exact; the slow path is.
  if (!(micros <= Number.MAX_SAFE_INTEGER)) return null
  return BigInt(negative ? -micros : micros)
}

const powersOfTen = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]
const longestAmount = 80
const currency = String.raw`(?:hk\$|us\$|nt\$|au\$|ca\$|a\$|c\$|s\$|[¥$€£₩₹元圆块]|rmb|cny|usd|eur|gbp|hkd|jpy|twd|人民币|美元|美金|欧元|港币|港元)`
const leading = new RegExp(String.raw`^(?:${currency}\s*)+`, 'i')
const trailing = new RegExp(String.raw`(?:\s*${currency})+(?:整|正)?$`, 'i')
const minus = /[−–—﹣‐‑]/g
const invisible = /[\u200b-\u200f\u2060\ufeff]/g

function stripSigns(raw: string): { number: string; negative: boolean } | null {
  let text = raw.normalize('NFKC').replace(invisible, '').replace(minus, '-').trim()
  let negations = 0
  const bracketed = /^([^(]*)\((.*)\)([^)]*)$/.exec(text)
  if (bracketed !== null) {
    text = `${bracketed[1] ?? ''}${bracketed[2] ?? ''}${bracketed[3] ?? ''}`.trim()
    negations += 1
  }
  for (let before = ''; before !== text;) {
    before = text
    text = text.replace(leading, '').replace(trailing, '').trim()
    const sign = /^[+-]/.exec(text)?.[0] ?? /[+-]$/.exec(text)?.[0]
    if (sign === undefined) continue
    if (sign === '-') negations += 1
    text = (text.startsWith(sign) ? text.slice(1) : text.slice(0, -1)).trim()
  }
  return text === '' || negations > 1 ? null : { number: text, negative: negations === 1 }
}

const multiples: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['十', 1],
  ['百', 2],
  ['千', 3],
  ['仟', 3],
  ['k', 3],
  ['万', 4],
  ['萬', 4],
  ['十万', 5],
  ['百万', 6],
  ['m', 6],
  ['mn', 6],
  ['mm', 6],
  ['千万', 7],
  ['亿', 8],
  ['億', 8],
  ['b', 9],
  ['bn', 9],
  ['十亿', 9],
  ['百亿', 10],
  ['千亿', 11],
  ['万亿', 12],
])
const part = /^([\d.,'’\s]*\d[.,]?(?:e[+-]?\d{1,3})?)\s*(mn|mm|bn|k|m|b|[十百千仟万萬亿億]{0,2})/i

/** `3亿2000万` is the sum of its parts, each smaller than the one before. */
function sumOfParts(text: string, mark: DecimalMark): bigint | null {
  let rest = text
  let sum = 0n
  let ceiling = Number.POSITIVE_INFINITY
  while (rest !== '') {
    const match = part.exec(rest)
    const power = match === null ? undefined : multiples.get((match[2] ?? '').toLowerCase())
    if (match === null || power === undefined || power >= ceiling) return null
    const value = decimalMicros(match[1] ?? '', { mark, power })
    if (value === null) return null
    sum += value
    ceiling = power
    rest = rest.slice(match[0].length).trim()
  }
  return sum
}

function decimalMicros(text: string, { mark, power }: { mark: DecimalMark; power: number }): bigint | null {
  const [mantissa = '', exponentText = '0'] = text.toLowerCase().split('e')
  const pieces = mantissa.split(mark)
  if (pieces.length > 2) return null
  const whole = ungrouped(pieces[0] ?? '', mark)
  const fraction = pieces[1] ?? ''
  if (whole === null || !/^\d*$/.test(fraction) || (whole === '' && fraction === '')) return null
  const exponent = Number(exponentText) + power + 6 - fraction.length
  const digits = BigInt(whole + fraction)
  if (exponent >= 0) return digits * 10n ** BigInt(Math.min(exponent, 60))
  return divideRounded(digits, 10n ** BigInt(Math.min(-exponent, 200)))
}

/** Removes the marks between groups; null where the groups are not groups of three (or two, in the Indian way). */
function ungrouped(whole: string, mark: DecimalMark): string | null {
  if (/^\d*$/.test(whole)) return whole
  const comma = mark === '.' ? ',' : String.raw`\.`
  const groups = new RegExp(String.raw`^\d{1,3}(?:(?:${comma}\d{2,3})*${comma}\d{3}|(?:['’]\d{3})+|(?:\s\d{3})+)$`)
  return groups.test(whole) ? whole.replace(/\D/g, '') : null
}
