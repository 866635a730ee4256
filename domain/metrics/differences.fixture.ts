export type Figure = string | number | bigint | null | readonly Figure[]
export type Figures = Readonly<Record<string, Figure>>

/**
 * Where two sets of figures disagree, one line per figure: texts, integers and amounts exactly, other numbers by more
 * than a thousand-millionth (a ratio rounded to twelve decimals may be off by its last).
 */
export function differences(found: ReadonlyMap<string, Figures>, expected: ReadonlyMap<string, Figures>): string[] {
  const names = new Set([...found.keys(), ...expected.keys()])
  return [...names].flatMap((name) => {
    const [here, there] = [found.get(name), expected.get(name)]
    if (here === undefined) return [`${name}: missing`]
    if (there === undefined) return [`${name}: not expected`]
    return [...new Set([...Object.keys(here), ...Object.keys(there)])]
      .filter((field) => !isSame(here[field], there[field]))
      .map((field) => `${name}.${field}: ${written(here[field])}, expected ${written(there[field])}`)
  })
}

function isSame(one: Figure | undefined, other: Figure | undefined): boolean {
  if (isList(one) && isList(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]))
  }
  if (typeof one !== 'number' || typeof other !== 'number') return one === other
  return one === other || Math.abs(one - other) <= Math.max(1e-12, 1e-9 * Math.max(Math.abs(one), Math.abs(other)))
}

function isList(figure: Figure | undefined): figure is readonly Figure[] {
  return Array.isArray(figure)
}

function written(figure: Figure | undefined): string {
  if (figure === undefined) return 'nothing'
  return JSON.stringify(figure, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}
