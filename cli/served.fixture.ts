import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('bin/vitalfew.mjs', import.meta.url))

export interface Served {
  readonly url: string
  /** undefined where somebody has set up already. */
  readonly setupToken: string | undefined
  /** Everything on standard output and standard error so far. */
  readonly said: () => string
  /** Sends a signal and resolves with the exit code. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>
}

/** Starts `vitalfew serve` in a process of its own, on any free port, and resolves when it answers. */
export async function serveIn(
  cwd: string,
  options: { readonly words?: readonly string[]; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<Served> {
  const words = ['serve', '--port', '0', '--locale', 'en', ...(options.words ?? [])]
  const child = spawn(process.execPath, [program, ...words], {
    cwd,
    env: { PATH: process.env['PATH'], HOME: cwd, TMPDIR: cwd, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise<number | null>((done) => child.on('close', done))
  const url = await addressSaid(child, () => said)
  return {
    url,
    setupToken: /Setup token: (\S+)/.exec(said)?.[1],
    said: () => said,
    end: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}

async function addressSaid(child: ChildProcess, said: () => string): Promise<string> {
  for (;;) {
    const url = /running: (\S+)[\s\S]*stop it\.\n/.exec(said())?.[1]
    if (url !== undefined) {
      // The token is printed right after the address.
      await delay(50)
      return url
    }
    if (child.exitCode !== null) throw new Error(`the server ended: ${said()}`)
    await delay(50)
  }
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

/** Somebody with a browser, over the network. */
export interface Visitor {
  readonly ask: (method: string, path: string, body?: unknown) => Promise<Answer>
  /** Sends a file. */
  readonly send: (path: string, content: string) => Promise<Answer>
  /** The same person at another server. */
  readonly at: (url: string) => Visitor
}

export function visitorOf(url: string, cookies = new Map<string, string>()): Visitor {
  const said = async (path: string, request: RequestInit, type: string | undefined): Promise<Answer> => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const headers = { origin: url, cookie, ...(type === undefined ? {} : { 'content-type': type }) }
    const response = await fetch(`${url}${path}`, { ...request, headers })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', ...value] = (line.split(';')[0] ?? '').split('=')
      cookies.set(name, value.join('='))
    }
    const text = await response.text()
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text }
  }
  return {
    at: (other) => visitorOf(other, cookies),
    send: (path, content) => said(path, { method: 'POST', body: content }, 'application/octet-stream'),
    ask: (method, path, body) =>
      body === undefined
        ? said(path, { method }, undefined)
        : said(path, { method, body: JSON.stringify(body) }, 'application/json'),
  }
}

export const administrator = { name: 'Ann', email: 'ann@example.com', password: 'correct horse battery' }

/** Makes the first administrator, and is them. */
export async function setUp({ url, setupToken: token }: Served): Promise<Visitor> {
  const visitor = visitorOf(url)
  const { status } = await visitor.ask('POST', '/api/setup', { token, ...administrator })
  if (status !== 201) throw new Error(`setting up answered ${status}`)
  return visitor
}
