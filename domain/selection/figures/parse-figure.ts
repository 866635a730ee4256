import { parseAmount } from '../../imports/index.ts'

const percent = /^([^%]*[^%\s])\s*%$/

/**
 * A figure as people and programs write it: `-1.5e-3`, `￥1,234.50`, `(500)`, `1.2万`, `12.5%` (= 0.125); null for anything
 * else.
 */
export function parseFigure(text: string): number | null {
  const plain = text.normalize('NFKC').trim()
  const [, share] = percent.exec(plain) ?? []
  if (share === undefined) return numberOf(plain)
  const value = numberOf(share)
  return value === null ? null : Number((value / 100).toPrecision(15))
}

function numberOf(text: string): number | null {
  // Amounts have six decimals; what is written as a number keeps all of its digits.
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) {
    const value = Number(text)
    return Number.isFinite(value) ? value + 0 : null
  }
  const micros = parseAmount(text, '.')
  return micros === null ? null : Number(micros) / 1e6
}
