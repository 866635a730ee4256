import { type Comment, parseSync, type Program, Visitor } from 'oxc-parser'
import { codeFiles } from './file-kinds.ts'
import type { Repository } from './repository.ts'

/** One `import`, `export … from`, `import()` or `import('…')` type with a literal specifier. */
export interface ImportedModule {
  readonly specifier: string
  readonly line: number
  readonly typeOnly: boolean
  /** The names that are taken as values; `*` for a namespace or a dynamic import. */
  readonly values: readonly string[]
}

export interface ParsedSource {
  readonly path: string
  readonly text: string
  readonly program: Program
  readonly comments: readonly Comment[]
  readonly imports: readonly ImportedModule[]
  readonly lineOf: (offset: number) => number
}

const parsed = new WeakMap<Repository, Map<string, ParsedSource>>()

/** Every program of the tree, parsed once however many checks ask. */
export function parsedSources(repository: Repository): ParsedSource[] {
  return codeFiles(repository).map((path) => parsedSource(repository, path))
}

function parsedSource(repository: Repository, path: string): ParsedSource {
  const sources = parsed.get(repository) ?? new Map<string, ParsedSource>()
  parsed.set(repository, sources)
  const source = sources.get(path) ?? parse(path, repository.read(path))
  sources.set(path, source)
  return source
}

function parse(path: string, text: string): ParsedSource {
  const { program, comments } = parseSync(path, text)
  const lineOf = lineFinder(text)
  return { path, text, program, comments, imports: importsOf(program, lineOf), lineOf }
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    const next = starts.findIndex((start) => start > offset)
    return next < 0 ? starts.length : next
  }
}

function importsOf(program: Program, lineOf: (offset: number) => number): ImportedModule[] {
  const imports: ImportedModule[] = []
  const add = (at: { start: number }, specifier: string, values: readonly string[]): void => {
    imports.push({ specifier, line: lineOf(at.start), typeOnly: values.length === 0, values })
  }
  new Visitor({
    ImportDeclaration(node) {
      if (node.specifiers.length === 0) return add(node, node.source.value, ['*'])
      const taken = node.importKind === 'type' ? [] : node.specifiers
      const values = taken.flatMap((one) => {
        if (one.type !== 'ImportSpecifier') return ['*']
        if (one.importKind === 'type') return []
        return [one.imported.type === 'Identifier' ? one.imported.name : one.imported.value]
      })
      add(node, node.source.value, values)
    },
    ExportNamedDeclaration(node) {
      if (node.source === null) return
      const taken = node.exportKind === 'type' ? [] : node.specifiers.filter((one) => one.exportKind !== 'type')
      const values = taken.map(({ local }) => (local.type === 'Literal' ? local.value : local.name))
      add(node, node.source.value, values)
    },
    ExportAllDeclaration(node) {
      add(node, node.source.value, node.exportKind === 'type' ? [] : ['*'])
    },
    ImportExpression(node) {
      if (node.source.type === 'Literal' && typeof node.source.value === 'string') add(node, node.source.value, ['*'])
    },
    TSImportType(node) {
      add(node, node.source.value, [])
    },
  }).visit(program)
  return imports
}
