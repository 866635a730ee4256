import { type Node, Visitor } from 'oxc-parser'
import type { Check } from '../check.ts'
import { isTest } from '../file-kinds.ts'
import type { Finding } from '../finding.ts'
import { type ParsedSource, parsedSources } from '../parsed-source.ts'

/** A cast stands in one named function, beside a comment that says what guarantees it. */
export const castsCheck: Check = {
  name: 'casts',
  run: (repository) => parsedSources(repository).flatMap(baldCasts),
}

interface Span {
  readonly start: number
  readonly end: number
}

function baldCasts(source: ParsedSource): Finding[] {
  const { path, program, lineOf } = source
  if (isTest(path)) return []
  const casts: Span[] = []
  const named: Span[] = []
  new Visitor({
    TSAsExpression: (node) => void (isConst(node.typeAnnotation) || casts.push(node)),
    TSTypeAssertion: (node) => void casts.push(node),
    FunctionDeclaration: (node) => void named.push(node),
    MethodDefinition: (node) => void named.push(node),
    VariableDeclaration(node) {
      if (node.declarations.some(({ init }) => init !== null && isFunction(init))) named.push(node)
    },
  }).visit(program)
  const explained = named.filter((span) => isExplained(source, span))
  return casts
    .filter((cast) => !explained.some((span) => span.start <= cast.start && cast.end <= span.end))
    .map(({ start }) => ({
      path,
      line: lineOf(start),
      message: 'a cast stands in a named function with a comment that says what guarantees it',
    }))
}

function isConst(type: Node): boolean {
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const'
}

function isFunction(node: Node): boolean {
  return node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression'
}

/** A comment inside the function, or right above it. */
function isExplained({ comments, text }: ParsedSource, span: Span): boolean {
  return comments.some(({ start, end }) => {
    if (start >= span.start && end <= span.end) return true
    return end <= span.start && /^\s*(export\s+)?(default\s+)?$/.test(text.slice(end, span.start))
  })
}
