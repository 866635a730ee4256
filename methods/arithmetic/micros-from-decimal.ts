const decimal = /^(-?)(\d+)(?:\.(\d{1,6}))?$/

/**
 * Exact micro-units of an amount written as a decimal, the form in which databases hand amounts over.
 *
 * @param text optional minus, digits, at most six decimals; no grouping, no exponent
 * @returns the amount × 1,000,000
 * @throws RangeError for any other text
 * @example
 * microsFromDecimal('12.34') // 12_340_000n
 * microsFromDecimal('-0.000001') // -1n
 * microsFromDecimal('1e3') // throws RangeError
 */
export function microsFromDecimal(text: string): bigint {
  const [, sign, whole, fraction = ''] = decimal.exec(text) ?? []
  if (whole === undefined) {
    throw new RangeError(`text must be a decimal with at most six places, got ${JSON.stringify(text)}`)
  }
  const micros = BigInt(whole + fraction.padEnd(6, '0'))
  return sign === '-' ? -micros : micros
}
