import type { Repository } from './repository.ts'

/** Programs that we write by hand and that the parser understands. */
function isCode(path: string): boolean {
  return /\.(ts|tsx|mts|mjs|js)$/.test(path) && !isSampleData(path)
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

/** Tests, what tests run, measurements and tooling are not the product: they may reach further than it may. */
export function isBesideTheProduct(path: string): boolean {
  return isTest(path) || path.endsWith('.fixture.ts') || /^(bench|tooling)\//.test(path) || !path.includes('/')
}

export function isSampleData(path: string): boolean {
  return path.startsWith('samples/data/')
}

/** Files whose text people write: everything but pictures, tables of figures and the like. */
export function isText(path: string): boolean {
  if (isSampleData(path)) return false
  return /\.(ts|tsx|mts|mjs|js|json|md|sql|css|html|ya?ml|sh|txt|svg)$|(^|\/)[^.]+$|(^|\/)\.[^/]+$/.test(path)
}

export function codeFiles(repository: Repository): string[] {
  return repository.files.filter(isCode)
}
