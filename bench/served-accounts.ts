import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const program = fileURLToPath(new URL('../cli/bin/vitalfew.mjs', import.meta.url))
const watch = new URL('watch-event-loop.ts', import.meta.url).href

const Told = z.object({ loopMax: z.number(), loopP99: z.number(), cpuSeconds: z.number() })
export type Told = z.infer<typeof Told>

export interface ServedAccounts {
  /** Asks as a browser would, and waits for the whole answer. */
  readonly ask: (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<void>
  /** What the server's own thread went through since this was last asked. */
  readonly told: () => Promise<Told>
  readonly stop: () => Promise<void>
}

/** A server of its own process over two engines that run already, with an administrator signed in. */
export async function serveAccounts(options: {
  readonly directory: string
  readonly databaseUrl: string
  readonly warehouseUrl: string
}): Promise<ServedAccounts> {
  const words = ['serve', '--workspace', options.directory, '--port', '0', '--locale', 'en']
  const child = spawn(process.execPath, ['--import', watch, program, ...words], {
    env: { ...process.env, DATABASE_URL: options.databaseUrl, WAREHOUSE_URL: options.warehouseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (text: string): void => {
    said = `${said}${text}`.slice(-20_000)
  }
  child.stdout.setEncoding('utf8').on('data', hear)
  child.stderr.setEncoding('utf8').on('data', hear)
  const found = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const match = pattern.exec(said)?.[1]
      if (match !== undefined) return match
      if (child.exitCode !== null) throw new Error(`the server ended: ${said}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const token = await found(/Setup token: (\S+)/)
  const url = await found(/running: (\S+)/)
  const cookie = await administratorOf(url, token)
  return {
    ask: async (method, path, body) => {
      const headers = { origin: url, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
      const text = body === undefined ? {} : { body: JSON.stringify(body) }
      const response = await fetch(`${url}${path}`, { method, headers, ...text })
      const answer = await response.text()
      if (response.status !== 200) {
        throw new Error(`${method} ${path} answered ${response.status}: ${answer}\n${said.slice(-2_000)}`)
      }
    },
    told: async () => {
      said = ''
      child.kill('SIGUSR2')
      return Told.parse(JSON.parse(await found(/event-loop (\{.*\})\n/)))
    },
    stop: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

async function administratorOf(url: string, token: string): Promise<string> {
  const person = { name: 'Ada', email: 'ada@firm.example', password: 'a long enough password' }
  const response = await fetch(`${url}/api/setup`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ token, ...person }),
  })
  if (response.status !== 201) throw new Error(`setting up answered ${response.status}`)
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}
