import { type Node, Visitor } from 'oxc-parser'
import type { Check } from '../check.ts'
import { isBesideTheProduct } from '../file-kinds.ts'
import type { Finding } from '../finding.ts'
import { type Catalogue, readCatalogue, subjects, withoutPlural } from '../message-catalogues.ts'
import { type ParsedSource, parsedSources } from '../parsed-source.ts'

/** Every message is asked for somewhere, and every message that is asked for exists. */
export const messageKeysCheck: Check = {
  name: 'message keys',
  run: (repository) => {
    const catalogue = readCatalogue(repository, 'zh-CN')
    const names = subjects(repository, 'zh-CN')
    const product = parsedSources(repository).filter(({ path }) => !isBesideTheProduct(path))
    const uses = product.flatMap((source) => usesIn(source, names))
    const keys = new Set([...catalogue.keys()].map((key) => withoutPlural(key, catalogue)))
    return [...unusedMessages(catalogue, uses), ...missingMessages(keys, uses)]
  },
}

/** A key in the program. `pattern` matches the keys it may mean; `asked` when a call certainly asks for it. */
interface KeyUse {
  readonly path: string
  readonly line: number
  readonly text: string
  readonly pattern: RegExp
  readonly asked: boolean
}

function usesIn({ path, program, lineOf }: ParsedSource, names: readonly string[]): KeyUse[] {
  const uses: KeyUse[] = []
  const asked = new Set<Node>()
  const add = (node: Node, parts: readonly string[]): void => {
    const [first = ''] = parts
    // `report` alone is a word like any other, unless it is asked for.
    if (!names.some((name) => first.startsWith(`${name}.`) || (first === name && asked.has(node)))) return
    const pattern = new RegExp(`^${parts.map(literally).join('.+')}(\\..+)?$`)
    uses.push({ path, line: lineOf(node.start), text: parts.join('…'), pattern, asked: asked.has(node) })
  }
  new Visitor({
    CallExpression({ callee, arguments: [first] }) {
      if (first !== undefined && isTranslator(callee)) asked.add(first)
    },
    Literal(node) {
      if (typeof node.value !== 'string') return
      // `'report.' + name` and `'report.title'`, but not the name of a file such as `report.html`.
      if (node.value.endsWith('.')) add(node, [node.value, ''])
      else add(node, [node.value])
    },
    TemplateLiteral(node) {
      add(
        node,
        node.quasis.map(({ value }) => value.cooked ?? ''),
      )
    },
  }).visit(program)
  return uses
}

function literally(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
}

function isTranslator(callee: Node): boolean {
  if (callee.type === 'Identifier') return /^(t|translate)$/.test(callee.name)
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false
  return /^(t|translate)$/.test(callee.property.name)
}

function unusedMessages(catalogue: Catalogue, uses: readonly KeyUse[]): Finding[] {
  return [...catalogue].flatMap(([key, { path, line }]) => {
    const meant = withoutPlural(key, catalogue)
    if (uses.some(({ pattern }) => pattern.test(meant))) return []
    return [{ path, line, message: `nothing asks for ${meant}` }]
  })
}

function missingMessages(keys: ReadonlySet<string>, uses: readonly KeyUse[]): Finding[] {
  const all = [...keys]
  return uses
    .filter(({ asked, pattern }) => asked && !all.some((key) => pattern.test(key)))
    .map(({ path, line, text }) => ({ path, line, message: `there is no message ${text}` }))
}
