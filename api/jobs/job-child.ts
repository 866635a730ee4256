import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ChildRequest, FromChild, ToChild } from './child-messages.ts'

/** Enough for the largest workbook that is read; a file that wants more ends the child and nothing else. */
const mostMegabytes = 2_048
const graceMilliseconds = 5_000

export interface JobChild {
  /** The last word of the child; undefined where it died without one. */
  readonly ended: Promise<Exclude<FromChild, { tell: 'progress' }> | undefined>
  /** Asks it to end, and does not wait long. */
  readonly cancel: () => void
  /** Ends it at once. */
  readonly kill: () => void
  readonly pid: number | undefined
}

/** Starts a child for one request: parsing and fitting keep neither the server's thread nor its memory. */
export function jobChild(request: ChildRequest, onProgress: (message: FromChild) => void = () => undefined): JobChild {
  const child = fork(fileURLToPath(new URL('main.ts', import.meta.url)), {
    execArgv: [`--max-old-space-size=${mostMegabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  let last: Exclude<FromChild, { tell: 'progress' }> | undefined
  child.on('message', (message: FromChild) => {
    if (message.tell === 'progress') onProgress(message)
    else last = message
  })
  const send = (message: ToChild): void => {
    if (child.connected) child.send(message, () => undefined)
  }
  const ended = once(child, 'exit').then(() => last)
  send(request)
  return {
    ended,
    pid: child.pid,
    kill: () => void child.kill('SIGKILL'),
    cancel: () => {
      send({ ask: 'cancel' })
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMilliseconds)
      child.once('exit', () => clearTimeout(timer))
    },
  }
}
