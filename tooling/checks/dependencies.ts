import type { Check } from '../check.ts'
import { isBesideTheProduct } from '../file-kinds.ts'
import type { Finding } from '../finding.ts'
import { importTarget } from '../import-target.ts'
import { lineOfText } from '../line-of-text.ts'
import { type ParsedSource, parsedSources } from '../parsed-source.ts'
import type { Repository } from '../repository.ts'

interface Manifest {
  readonly path: string
  readonly name: string
  /** Package → version, of every kind of dependency. */
  readonly declared: ReadonlyMap<string, string>
}

/** Every imported package is declared where it is imported, at one exact version. */
export const dependenciesCheck: Check = {
  name: 'dependencies',
  run: (repository) => {
    const manifests = repository.files
      .filter((path) => /^([^/]+\/)?package\.json$/.test(path))
      .map((path) => readManifest(repository, path))
    return [
      ...manifests.flatMap((manifest) => looseVersions(repository, manifest)),
      ...parsedSources(repository).flatMap((source) => undeclared(source, manifests)),
    ]
  },
}

function readManifest(repository: Repository, path: string): Manifest {
  const manifest: unknown = JSON.parse(repository.read(path))
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']
  const declared = kinds.flatMap((kind) => Object.entries(record(record(manifest)[kind])))
  const { name } = record(manifest)
  return {
    path,
    name: typeof name === 'string' ? name : path,
    declared: new Map(declared.map(([dependency, version]) => [dependency, String(version)])),
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}

function looseVersions(repository: Repository, { path, declared }: Manifest): Finding[] {
  return [...declared].flatMap(([name, version]) => {
    if (/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version)) return []
    const line = lineOfText(repository.read(path), `"${name}"`)
    return [{ path, line, message: `${name} is not pinned to one version: ${version}` }]
  })
}

function undeclared(source: ParsedSource, manifests: readonly Manifest[]): Finding[] {
  const folder = source.path.split('/')[0] ?? ''
  const root = manifests.find(({ path }) => path === 'package.json')
  const own = manifests.find(({ path }) => path === `${folder}/package.json`) ?? root
  const useful = isBesideTheProduct(source.path) ? [own, root] : [own]
  return source.imports.flatMap(({ specifier, line, typeOnly }) => {
    const needed = neededPackage(source.path, specifier, manifests)
    if (needed === undefined || needed === own?.name) return []
    const names = typeOnly ? [needed, `@types/${needed}`] : [needed]
    if (useful.some((manifest) => names.some((name) => manifest?.declared.has(name)))) return []
    return [{ path: source.path, line, message: `${needed} is not declared in ${own?.path ?? 'package.json'}` }]
  })
}

/** The package that has to be declared for an import; none for a file of the same workspace or a module of Node. */
function neededPackage(importer: string, specifier: string, manifests: readonly Manifest[]): string | undefined {
  const target = importTarget(importer, specifier)
  if (target.kind === 'builtin') return undefined
  if (target.kind === 'package') return target.name
  const workspace = target.path.split('/')[0] ?? ''
  if (workspace === importer.split('/')[0]) return undefined
  return manifests.find(({ path }) => path === `${workspace}/package.json`)?.name
}
