/** Digits that a double holds exactly, and the sign and the point. */
const mostCharacters = 15
const powers = Array.from({ length: mostCharacters }, (_, i) => 10 ** i)

/**
 * Reads a figure that `value.toFixed(decimals)` writes as it was: digits without a nought before them, perhaps a point with
 * digits behind it. False for anything else.
 */
export function readPlainFigure(text: string, read: { value: number; decimals: number }): boolean {
  const { length } = text
  if (length === 0 || length > mostCharacters) return false
  const isNegative = text.charCodeAt(0) === 45
  const from = isNegative ? 1 : 0
  let [digits, point] = [0, -1]
  for (let at = from; at < length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === 46 && point < 0) point = at
    else if (sign >= 48 && sign <= 57) digits = digits * 10 + (sign - 48)
    else return false
  }
  const whole = (point < 0 ? length : point) - from
  const isPadded = whole > 1 && text.charCodeAt(from) === 48
  if (whole === 0 || isPadded || point === length - 1 || (isNegative && digits === 0)) return false
  read.decimals = point < 0 ? 0 : length - 1 - point
  const size = digits / (powers[read.decimals] ?? 1)
  read.value = isNegative ? -size : size
  return true
}
