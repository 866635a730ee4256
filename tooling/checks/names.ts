import type { Check } from '../check.ts'
import { isSampleData } from '../file-kinds.ts'
import type { Finding } from '../finding.ts'

const suffix = String.raw`(\.(test|law\.test|query|query\.test|query\.law\.test|fixture|bench|stories|config|d))?`
const kebabFile = new RegExp(String.raw`^[a-z0-9]+(-[a-z0-9]+)*${suffix}(\.[a-z0-9]+)?$`)
const kebabFolder = /^[a-z0-9]+(-[a-z0-9]+)*$/
const snakeTable = /^[a-z0-9]+(_[a-z0-9]+)*\.(sql|ts)$/
const migration = /^(\d{4})_[a-z]+(_[a-z0-9]+)+\.(sql|ts)$/

/** Names that say nothing: what bears one has not found its noun. */
const homeless: ReadonlySet<string> = new Set(
  'util utils helper helpers common shared lib misc core type types constant constants'.split(' '),
)

/** Names that other programs expect to be written as they are. */
const given =
  /^(README[\w.-]*|[A-Z_]+)\.md$|^(LICENSE|NOTICE|Dockerfile|Chart\.yaml)$|^_[a-z-]+\.tpl$|^\.|^zh-CN(\.json)?$|^tsconfig(\.\w+)?\.json$/

export const namesCheck: Check = {
  name: 'names',
  run: ({ files }) => {
    const judged = files.filter((path) => !isSampleData(path))
    return [
      ...judged.flatMap((path) => nameFaults(path).map((message) => ({ path, line: 0, message }))),
      ...numberingFaults(judged),
    ]
  },
}

function nameFaults(path: string): string[] {
  const folders = path.split('/')
  const file = folders.pop() ?? ''
  const faults: string[] = []
  for (const folder of folders) {
    if (!given.test(folder) && !kebabFolder.test(folder)) faults.push(`the folder ${folder} is not in kebab-case`)
    if (homeless.has(folder)) faults.push(`a folder named ${folder} has no home: find the noun`)
  }
  if (homeless.has(file.split('.')[0] ?? '')) faults.push(`a file named ${file} has no home: find the noun`)
  const fault = given.test(file) ? undefined : fileFault(path, file)
  return fault === undefined ? faults : [...faults, fault]
}

function fileFault(path: string, file: string): string | undefined {
  const folder = path.split('/').at(-2)
  if (folder === 'migrations' && !file.includes('.test.')) {
    return migration.test(file) ? undefined : 'a migration is named NNNN_verb_object.sql or .ts'
  }
  if (folder === 'tables' && snakeTable.test(file)) return undefined
  if (/\.spec\.|\.tests\.|_test\.|\.test\.(tsx|js|mjs)$/.test(file)) return 'tests are named <subject>.test.ts'
  if (file.includes('.query.') && !/^domain\/[^/]+\//.test(path)) {
    return 'a query lives in the capability of domain that asks it'
  }
  return kebabFile.test(file) ? undefined : 'the name is not in kebab-case with a known suffix'
}

/** Migrations of one folder count 0001, 0002, … */
function numberingFaults(files: readonly string[]): Finding[] {
  const migrations = files.filter(
    (path) => migration.test(path.split('/').at(-1) ?? '') && path.includes('migrations/'),
  )
  const folders = Map.groupBy(migrations, (path) => path.slice(0, path.lastIndexOf('/')))
  return [...folders.values()].flatMap((paths) =>
    paths.toSorted().flatMap((path, index) => {
      const expected = String(index + 1).padStart(4, '0')
      if (path.split('/').at(-1)?.startsWith(expected)) return []
      return [{ path, line: 0, message: `the next migration of this folder has the number ${expected}` }]
    }),
  )
}
