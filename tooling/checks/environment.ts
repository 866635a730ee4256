import { Visitor } from 'oxc-parser'
import type { Check } from '../check.ts'
import { isBesideTheProduct } from '../file-kinds.ts'
import type { Finding } from '../finding.ts'
import { type ParsedSource, parsedSources } from '../parsed-source.ts'

/** Only a file named config.ts reads the environment; it parses once and hands in what it found. */
export const environmentCheck: Check = {
  name: 'environment',
  run: (repository) => parsedSources(repository).flatMap(environmentReads),
}

function environmentReads({ path, program, imports, lineOf }: ParsedSource): Finding[] {
  if (/(^|\/)config\.ts$/.test(path) || isBesideTheProduct(path)) return []
  const findings: Finding[] = []
  const message = 'only a config.ts reads the environment'
  new Visitor({
    MemberExpression({ object, property, start }) {
      if (object.type !== 'Identifier' || object.name !== 'process') return
      const named = property.type === 'Identifier' ? property.name : property.type === 'Literal' && property.value
      if (named === 'env') findings.push({ path, line: lineOf(start), message })
    },
  }).visit(program)
  for (const { specifier, values, line } of imports) {
    if (/^(node:)?process$/.test(specifier) && values.includes('env')) findings.push({ path, line, message })
  }
  return findings
}
