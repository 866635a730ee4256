/** The name of a column of amounts, and the unit they are in. */
export function withUnit(name: string, unit: string): string {
  return unit === '' ? name : `${name} (${unit})`
}
