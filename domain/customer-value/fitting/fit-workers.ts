import { getCompileCacheDir } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { FitTaskName, FitTasks } from './fit-tasks.ts'
import { answerMessage, responseOf, type WorkerStart } from './worker-messages.ts'

/** Threads that fit models; they live as long as one valuation. */
export interface FitWorkers {
  /**
   * Has a task done by the next thread that is free.
   *
   * @throws ProductError `analysis.fitFailed`, `run.cancelled`
   */
  readonly run: <Name extends FitTaskName>(
    name: Name,
    request: FitTasks[Name]['request'],
  ) => Promise<FitTasks[Name]['response']>
  readonly close: () => Promise<void>
}

interface Waiting {
  readonly id: number
  readonly name: FitTaskName
  readonly request: unknown
  readonly settle: (response: unknown) => void
  readonly fail: (error: Error) => void
}

const mostWorkers = 4

/** Starts the threads; an aborted signal ends them, whatever they are doing. */
export function startFitWorkers({ signal }: { readonly signal?: AbortSignal | undefined } = {}): FitWorkers {
  const queue: Waiting[] = []
  const busy = new Map<Worker, Waiting>()
  let next = 0
  let ended: Error | null = null

  const feed = (worker: Worker): void => {
    const task = queue.shift()
    if (task === undefined) return
    busy.set(worker, task)
    worker.postMessage({ id: task.id, name: task.name, request: task.request }, [])
  }
  const end = (error: Error): void => {
    ended ??= error
    for (const task of [...busy.values(), ...queue.splice(0)]) task.fail(ended)
    busy.clear()
  }
  const answered = (worker: Worker, message: unknown): void => {
    const { response, problem } = answerMessage(message)
    const task = busy.get(worker)
    busy.delete(worker)
    if (problem === undefined) task?.settle(response)
    else task?.fail(fitFailed(problem))
    feed(worker)
  }
  const workers = Array.from({ length: Math.min(mostWorkers, Math.max(2, availableParallelism())) }, () => {
    const worker = new Worker(new URL('fit-worker.ts', import.meta.url), { workerData: workerStart() })
    worker.on('message', (message) => answered(worker, message))
    worker.on('error', (error) => end(fitFailed(String(error), error)))
    worker.on('exit', () => busy.has(worker) && end(fitFailed('exit')))
    return worker
  })
  const close = async (): Promise<void> => {
    signal?.removeEventListener('abort', cancel)
    end(new ProductError('run.cancelled'))
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
  const cancel = (): void => void close()
  signal?.addEventListener('abort', cancel, { once: true })

  return {
    run: async (name, request) => {
      signal?.throwIfAborted()
      const response = await new Promise<unknown>((settle, fail) => {
        if (ended !== null) return fail(ended)
        queue.push({ id: next++, name, request, settle, fail })
        const idle = workers.find((worker) => !busy.has(worker))
        if (idle !== undefined) feed(idle)
      })
      return responseOf(name, response)
    },
    close,
  }
}

/** Compiled code is kept in a folder per version of Node, below the one that was named when the keeping began. */
function workerStart(): WorkerStart {
  const own = getCompileCacheDir()
  return { compileCache: own === undefined ? null : dirname(own) }
}

function fitFailed(problem: string, cause?: unknown): ProductError {
  return new ProductError('analysis.fitFailed', { problem }, { cause })
}
