import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'

const packages: Readonly<Record<string, string>> = {
  'linux-x64': '@chdb/lib-linux-x64-gnu',
  'linux-arm64': '@chdb/lib-linux-arm64-gnu',
  'darwin-x64': '@chdb/lib-darwin-x64',
  'darwin-arm64': '@chdb/lib-darwin-arm64',
}

/** Path of the ClickHouse engine as a shared library for this platform. */
export function engineLibrary(platform = `${process.platform}-${process.arch}`): string {
  const name = packages[platform]
  if (name === undefined) throw new ProductError('warehouse.unsupportedPlatform', { platform })
  const path = locate(name)
  if (path === undefined) throw new ProductError('warehouse.unsupportedPlatform', { platform, package: name })
  return path
}

function locate(name: string): string | undefined {
  try {
    const path = join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'libchdb.so')
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}
