import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { EngineAddresses, Fault } from '../jobs/child-messages.ts'
import type { Answered, AskedWork, Question } from './question-messages.ts'

const mostMegabytes = 2_048
/** What takes longer is too much for a page; the command line has no such limit. */
const mostMilliseconds = 600_000

interface Asked {
  readonly resolve: (answer: unknown) => void
  readonly reject: (cause: Error) => void
}

interface Running {
  readonly child: ChildProcess
  readonly open: Map<number, Asked>
  idle?: NodeJS.Timeout
}

export interface QuestionChild {
  /** @throws ProductError of the question; Error where the child died over it */
  readonly ask: (work: AskedWork) => Promise<unknown>
}

/**
 * A child that answers questions with limits of its own to memory and time; it is started when first asked, and ended when
 * nobody asks for a while.
 */
export function questionChild(
  addresses: EngineAddresses,
  { idleMilliseconds }: { readonly idleMilliseconds: number },
): QuestionChild {
  let running: Running | undefined
  let last = 0
  const end = (old: Running): void => {
    if (running === old) running = undefined
    old.child.kill('SIGKILL')
  }
  return {
    ask: async (work) => {
      running ??= started((old) => end(old))
      const { child, open, idle } = running
      const asked = running
      clearTimeout(idle)
      const id = ++last
      const timer = setTimeout(() => end(asked), mostMilliseconds).unref()
      try {
        return await new Promise((resolve, reject) => {
          open.set(id, { resolve, reject })
          const question: Question = { id, work, addresses }
          child.send(question, (cause) => cause !== null && reject(cause))
        })
      } finally {
        clearTimeout(timer)
        open.delete(id)
        if (open.size === 0) asked.idle = setTimeout(() => end(asked), idleMilliseconds).unref()
      }
    },
  }
}

/** A new child; whoever waits for it when it dies is told. */
function started(onExit: (ended: Running) => void): Running {
  const child = fork(fileURLToPath(new URL('main.ts', import.meta.url)), {
    execArgv: [`--max-old-space-size=${mostMegabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const running: Running = { child, open: new Map() }
  child.on('message', (answered: Answered) => settle(running.open, answered))
  child.on('exit', () => {
    onExit(running)
    for (const { reject } of running.open.values()) reject(new Error('the child that was asked died'))
  })
  // A server that has nothing else to do may end.
  child.unref()
  child.channel?.unref()
  return running
}

function settle(open: ReadonlyMap<number, Asked>, answered: Answered): void {
  const asked = open.get(answered.id)
  if ('answer' in answered) asked?.resolve(answered.answer)
  else asked?.reject(errorOf(answered.fault))
}

function errorOf({ code, details }: Fault): Error {
  return code === 'unexpected' ? new Error(String(details['reason'])) : new ProductError(code, details)
}
