/** What an address may carry for a list: read leniently, so that an old or mistyped link still opens. */
export type RawSearch = Record<string, unknown>

export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function wholeOf(value: unknown, limits: { from: number; to: number }): number | undefined {
  const number = typeof value === 'string' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isInteger(number)) return undefined
  return number >= limits.from && number <= limits.to ? number : undefined
}

export function oneOf<Choice extends string>(value: unknown, choices: readonly Choice[]): Choice | undefined {
  return choices.find((choice) => choice === value)
}

/** An object without what is undefined, so that an address carries only what was chosen. */
export function chosen<Search extends Record<string, unknown>>(
  search: Search,
): { [Key in keyof Search]?: NonNullable<Search[Key]> } {
  return onlyKnown(search)
}

/** The cast holds because only entries whose value is undefined are left out. */
function onlyKnown<Search extends Record<string, unknown>>(search: Search) {
  const known = Object.entries(search).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known) as { [Key in keyof Search]?: NonNullable<Search[Key]> }
}
