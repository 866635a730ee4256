import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from '../check.ts'
import { isText } from '../file-kinds.ts'
import type { Finding } from '../finding.ts'
import type { Repository } from '../repository.ts'

const largestBytes = 4 * 1024 * 1024

const junk =
  /(^|\/)(node_modules\/|\.DS_Store$|Thumbs\.db$|\.env(\.[\w-]+)?$|\.npmrc$|id_(rsa|ed25519)$)|\.(log|orig|rej|swp|tsbuildinfo|pem)$/

/** Keys that open something, by the shapes their makers gave them. */
const secret =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{36}\b|\bnpm_\w{36}\b|\bsk-[\w-]{32,}\b/

/** Nothing large, nothing generated and nothing secret is part of the tree. */
export const trackedFilesCheck: Check = {
  name: 'tracked files',
  run: (repository) => [
    ...sizeFaults(repository),
    ...repository.files.filter((path) => junk.test(path)).map((path) => finding(path, 'does not belong into the tree')),
    ...secrets(repository),
  ],
}

function sizeFaults({ root, files }: Repository): Finding[] {
  return files.flatMap((path) => {
    const { size } = statSync(join(root, path))
    if (size <= largestBytes) return []
    return [finding(path, `${(size / 1024 / 1024).toFixed(1)} MiB; a file has at most 4 MiB`)]
  })
}

function secrets({ files, read }: Repository): Finding[] {
  return files
    .filter((path) => isText(path) && !junk.test(path))
    .flatMap((path) => {
      const found = secret.exec(read(path))
      if (found === null) return []
      return [{ path, line: read(path).slice(0, found.index).split('\n').length, message: 'looks like a secret key' }]
    })
}

function finding(path: string, message: string): Finding {
  return { path, line: 0, message }
}
