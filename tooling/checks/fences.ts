import type { Check } from '../check.ts'
import { isTest } from '../file-kinds.ts'
import type { Finding } from '../finding.ts'
import { type ImportTarget, importTarget } from '../import-target.ts'
import { type ParsedSource, parsedSources } from '../parsed-source.ts'

interface Fence {
  /** Top folders whose files may be imported. */
  readonly folders: readonly string[]
  /** Packages that may be imported; absent where any declared package may. */
  readonly packages?: readonly string[]
  /** False where the code must also run in a browser. */
  readonly builtins?: false
}

const below = ['methods', 'contract', 'warehouse', 'store'] as const
const product = [...below, 'domain', 'api', 'cli', 'web'] as const

const fences: Readonly<Record<string, Fence>> = {
  methods: { folders: [], packages: [], builtins: false },
  contract: { folders: [], packages: ['zod', 'i18next', '@orpc/contract'], builtins: false },
  warehouse: { folders: ['contract'], packages: ['@clickhouse/client', 'ffi-rs', 'zod'] },
  store: { folders: ['contract'], packages: ['pg', 'kysely', 'ffi-rs', 'zod'] },
  domain: { folders: below },
  api: { folders: [...below, 'domain', 'samples'] },
  cli: { folders: [...below, 'domain', 'api', 'samples'] },
  web: { folders: ['contract', 'methods'] },
  samples: { folders: product },
  bench: { folders: [...product, 'samples'] },
  tooling: { folders: [...product, 'samples'] },
}

/** The only parts of web that a program other than the browser may use. */
const webDoors: ReadonlySet<string> = new Set([
  'web/app/app-bundle.ts',
  'web/report/report-html.ts',
  'web/report/report-script.ts',
])

/** Tests may reach anywhere but across the one border that keeps the browser apart from the engines. */
const closedToTests: Readonly<Record<string, readonly string[]>> = {
  web: ['warehouse', 'store', 'domain', 'api', 'cli'],
  domain: ['web'],
}

export const fencesCheck: Check = {
  name: 'fences',
  run: (repository) => parsedSources(repository).flatMap(findingsOf),
}

function findingsOf(source: ParsedSource): Finding[] {
  return source.imports.flatMap(({ specifier, line }) => {
    const message = trespass(source.path, importTarget(source.path, specifier))
    return message === undefined ? [] : [{ path: source.path, line, message }]
  })
}

function trespass(importer: string, target: ImportTarget): string | undefined {
  const from = topFolder(importer)
  const fence = fences[from]
  if (target.kind !== 'file') return isTest(importer) ? undefined : foreign(from, target)
  const to = topFolder(target.path)
  if (from === to) return closedDoor(importer, target.path)
  if (isTest(importer)) return testTrespass(from, to)
  if (webDoors.has(target.path) && (from === 'cli' || from === 'api' || from === 'bench')) return undefined
  if (fence === undefined || fence.folders.includes(to)) return undefined
  return `${from} must not import ${to} (${target.path})`
}

function foreign(from: string, target: { readonly kind: string; readonly name: string }): string | undefined {
  const fence = fences[from]
  if (target.kind === 'builtin') {
    return fence?.builtins === false ? `${from} must not import ${target.name}: it runs in a browser too` : undefined
  }
  if (fence?.packages === undefined || fence.packages.includes(target.name)) return undefined
  return `${from} must not import the package ${target.name}`
}

function testTrespass(from: string, to: string): string | undefined {
  if (to === 'bench' || to === 'tooling') return `nothing imports ${to}`
  return closedToTests[from]?.includes(to) === true ? `tests of ${from} must not import ${to}` : undefined
}

/** A capability of domain is entered through its index.ts alone. */
function closedDoor(importer: string, target: string): string | undefined {
  const [top, capability, ...rest] = target.split('/')
  const [, own] = importer.split('/')
  if (top !== 'domain' || capability === own || rest.length === 0 || isTest(importer)) return undefined
  if (rest.join('/') === 'index.ts') return undefined
  return `enter ${capability} through domain/${capability}/index.ts, not ${target}`
}

function topFolder(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : ''
}
