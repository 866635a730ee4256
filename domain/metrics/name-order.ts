/**
 * Which of the names that lines have counts, as SQL of one number that is largest for it: that of the account's own customer,
 * then the newest, then the longest; the rest of the number only sees to it that it is always the same one. Day and length
 * are 22 and 10 bits wide.
 */
export function nameOrder({
  name,
  day,
  isOwn,
}: {
  readonly name: string
  readonly day: string
  readonly isOwn: string
}) {
  const parts = [
    `bitShiftLeft(toUInt64(${isOwn}), 62)`,
    `bitShiftLeft(toUInt64(toInt32(${day}) + 1000000), 40)`,
    `bitShiftLeft(toUInt64(least(lengthUTF8(${name}), 1023)), 30)`,
    `bitShiftRight(cityHash64(${name}), 34)`,
  ]
  return parts.join(' + ')
}
