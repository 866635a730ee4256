/** JSON with one line for each member of the long lists, so that a change of one account is a change of one line. */
export function answersText(answers: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(answers).map(([name, value]) => `  ${JSON.stringify(name)}: ${valueText(value)}`)
  return `{\n${entries.join(',\n')}\n}\n`
}

function valueText(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')
  return `[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`
}
