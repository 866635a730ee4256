import { type ArrowFunctionExpression, type Function as FunctionNode, type Node, Visitor } from 'oxc-parser'
import type { Check } from '../check.ts'
import { isSampleData, isTest } from '../file-kinds.ts'
import { type ParsedSource, parsedSources } from '../parsed-source.ts'
import { type Ratchet, ratchetFindings, type Tolerated } from '../ratchet.ts'
import type { Repository } from '../repository.ts'

const longestFileLines = 300
const longestFunctionLines = 60

export const sizesRatchet: Ratchet = {
  file: 'tooling/size-exceptions.json',
  measure: (repository) => [...longFiles(repository), ...parsedSources(repository).flatMap(longFunctions)],
}

/** Files of at most 300 lines, functions of at most 60; older exceptions are listed and may only shrink. */
export const sizesCheck: Check = { name: 'sizes', run: (repository) => ratchetFindings(sizesRatchet, repository) }

function longFiles({ files, read }: Repository): Tolerated[] {
  const written = files.filter((path) => /\.(ts|tsx|mts|mjs|js|css|sql|sh)$/.test(path) && !isSampleData(path))
  return written.flatMap((path) => {
    const amount = read(path).trimEnd().split('\n').length
    if (amount <= longestFileLines) return []
    const message = `${amount} lines; a file has at most ${longestFileLines}`
    return [{ path, line: 0, message, kind: 'file lines', key: path, amount }]
  })
}

function longFunctions({ path, program, lineOf }: ParsedSource): Tolerated[] {
  const names = new Map<Node, string>()
  const suites = new Set<Node>()
  const long: Tolerated[] = []
  const measure = (node: FunctionNode | ArrowFunctionExpression): void => {
    const amount = lineOf(node.end) - lineOf(node.start) + 1
    if (amount <= longestFunctionLines || suites.has(node)) return
    const name = node.id?.name ?? names.get(node) ?? 'a nameless function'
    const message = `${name} has ${amount} lines; a function has at most ${longestFunctionLines}`
    long.push({ path, line: lineOf(node.start), message, kind: 'function lines', key: `${path} ${name}`, amount })
  }
  new Visitor({
    VariableDeclarator: ({ id, init }) => void (init && id.type === 'Identifier' && names.set(init, id.name)),
    Property: ({ key, value }) => void (key.type === 'Identifier' && names.set(value, key.name)),
    MethodDefinition: ({ key, value }) => void (key.type === 'Identifier' && names.set(value, key.name)),
    // A suite is a list of tests, not a procedure: its tests are measured one by one.
    CallExpression: ({ callee, arguments: given }) => {
      if (isTest(path) && rootName(callee) === 'describe') for (const argument of given) suites.add(argument)
    },
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(program)
  return long
}

/** The first name of `describe.skipIf(x).each(y)`. */
function rootName(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'MemberExpression') return rootName(node.object)
  return node.type === 'CallExpression' ? rootName(node.callee) : undefined
}
