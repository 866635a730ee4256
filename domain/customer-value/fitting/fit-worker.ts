import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { cacheOfWorker, sharedMessage, transferables } from './worker-messages.ts'

// A thread compiles everything anew unless it is told where the program keeps what it has compiled: half of its start.
const cache = cacheOfWorker(workerData)
if (cache !== null) enableCompileCache(cache)
const { runFitTask } = await import('./run-fit-task.ts')

// A thread of its own for the mathematics: one task at a time, answered in the order in which they come.
parentPort?.on('message', (message: unknown) => {
  const { id, name, request } = sharedMessage(message)
  try {
    const response = runFitTask(name, request)
    parentPort?.postMessage({ id, response }, transferables(response))
  } catch (error) {
    parentPort?.postMessage({ id, problem: error instanceof Error ? error.message : String(error) }, [])
  }
})
