const most = 3

/** The names most like a wrong one, the likeliest first; none where nothing is alike. */
export function nearNames(wrong: string, names: readonly string[]): string[] {
  const asked = wrong.toLowerCase()
  return names
    .map((name) => ({ name, distance: closeness(asked, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(2, name.length / 2))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ name }) => name)
}

/** Edits from one to the other (Levenshtein); a name that contains the other is one edit away. */
function closeness(left: string, right: string): number {
  if (left.length > 2 && (left.includes(right) || right.includes(left))) return left === right ? 0 : 1
  let above = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (const [row, letter] of [...left].entries()) {
    const current = [row + 1]
    for (let column = 1; column <= right.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (letter === right[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    above = current
  }
  return above[right.length] ?? 0
}
