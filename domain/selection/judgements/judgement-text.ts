/** A judgement as people write it: 3, 1/3, 2.5. */
export function judgementText(judgement: number): string {
  if (!(judgement > 0 && judgement < 1)) return rounded(judgement)
  return `1/${rounded(1 / judgement)}`
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(value < 10 ? 2 : 3)))
}
