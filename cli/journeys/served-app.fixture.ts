import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../bin/vitalfew.mjs', import.meta.url))
const patienceMs = 120_000

export interface ServedApp {
  /** Where it answers, as `http://127.0.0.1:43210`. */
  readonly url: string
  /** The address that makes the first administrator. */
  readonly setupUrl: string
  readonly stop: () => Promise<void>
}

/** `vitalfew serve` as a person starts it: a workspace of its own, any free port. */
export function serveApp(folder: string): Promise<ServedApp> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, 'serve', '--workspace', `${folder}/workspace`, '--port', '0'], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
    const stop = async () => {
      child.kill('SIGTERM')
      await ended
    }
    let said = ''
    const timer = setTimeout(() => {
      void stop()
      fail(new Error(`the server did not say where it listens:\n${said}`))
    }, patienceMs)
    const hear = (text: string) => {
      said += text
      const setupUrl = /(http:\/\/[\d.]+:\d+)\/setup#\S+/.exec(said)
      if (setupUrl?.[1] === undefined) return
      clearTimeout(timer)
      done({ url: setupUrl[1], setupUrl: setupUrl[0], stop })
    }
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    child.on('error', fail)
    child.on('close', () => {
      clearTimeout(timer)
      fail(
        new Error(`the server ended:
${said}`),
      )
    })
  })
}
