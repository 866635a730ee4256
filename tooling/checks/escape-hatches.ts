import { type Node, type TSAsExpression, Visitor } from 'oxc-parser'
import type { Check } from '../check.ts'
import { isTest } from '../file-kinds.ts'
import { type ParsedSource, parsedSources } from '../parsed-source.ts'
import { type Ratchet, ratchetFindings, type Tolerated } from '../ratchet.ts'

export const escapeHatchesRatchet: Ratchet = {
  file: 'tooling/escape-hatches.json',
  measure: (repository) => parsedSources(repository).flatMap((source) => [...inCode(source), ...inComments(source)]),
}

/** Ways around the compiler, the linter and the tests. Those that exist are counted; the count may only fall. */
export const escapeHatchesCheck: Check = {
  name: 'escape hatches',
  run: (repository) => ratchetFindings(escapeHatchesRatchet, repository),
}

function inCode(source: ParsedSource): Tolerated[] {
  const found: Tolerated[] = []
  const cast = new Set<Node>()
  const add = (kind: string, node: Node): unknown => found.push(hatch(source, kind, node.start))
  const definite = (node: Node & { definite?: boolean }): unknown => node.definite === true && add('!', node)
  new Visitor({
    TSAsExpression(node) {
      if (node.typeAnnotation.type === 'TSAnyKeyword') {
        cast.add(node.typeAnnotation)
        add('as any', node)
      }
      if (isCastToUnknown(node.expression)) add('as unknown as', node)
    },
    TSAnyKeyword: (node) => void (cast.has(node) || add(': any', node)),
    TSNonNullExpression: (node) => void add('!', node),
    VariableDeclarator: (node) => void definite(node),
    PropertyDefinition: (node) => void definite(node),
    MemberExpression(node) {
      if (!isTest(source.path) || node.computed || node.property.type !== 'Identifier') return
      const { name } = node.property
      if (/^(skip|only|todo)$/.test(name) && isTestFunction(node.object)) add(`.${name}`, node)
    },
  }).visit(source.program)
  return found
}

function isCastToUnknown(node: Node): node is TSAsExpression {
  return node.type === 'TSAsExpression' && node.typeAnnotation.type === 'TSUnknownKeyword'
}

/** `test`, and anything that hangs on it, as in `test.concurrent.only`. */
function isTestFunction(node: Node): boolean {
  if (node.type === 'Identifier') return /^(describe|suite|test|it|bench)$/.test(node.name)
  if (node.type === 'MemberExpression') return isTestFunction(node.object)
  return node.type === 'CallExpression' && isTestFunction(node.callee)
}

function inComments(source: ParsedSource): Tolerated[] {
  const marks = /@ts-(?:ignore|expect-error|nocheck)|(?:oxlint|eslint)-disable|\b(?:TODO|FIXME)\b/g
  return source.comments.flatMap(({ value, start }) =>
    [...value.matchAll(marks)].map((match) => hatch(source, match[0], start)),
  )
}

function hatch({ path, lineOf }: ParsedSource, kind: string, offset: number): Tolerated {
  const message = `${kind} is an escape hatch`
  return { path, line: lineOf(offset), message, kind, key: path, amount: 1 }
}
