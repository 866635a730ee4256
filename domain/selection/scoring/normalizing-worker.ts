import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { mayBegin, type NormalizingAnswer, normalizingStart, normalizingTask } from './normalizing-messages.ts'

const { compileCache, begun } = normalizingStart(workerData)

// A thread compiles everything anew unless it is told where the program keeps what it has compiled.
if (compileCache !== null) enableCompileCache(compileCache)
const { normalizedPopulation } = await import('@vitalfew/methods/scoring/normalized-population.ts')

// A thread of its own for the criteria of a large company: one after the other, answered as they are done.
parentPort?.on('message', (message: unknown) => {
  const { place, figures, rule } = normalizingTask(message)
  if (!mayBegin(begun, place)) return answer({ place, normalized: null }, [])
  try {
    const normalized = normalizedPopulation(figures, rule)
    const columns = [normalized.values, ...('sorted' in normalized.fitted ? [normalized.fitted.sorted] : [])]
    answer({ place, normalized }, columns)
  } catch {
    // The main thread does it again and says what is wrong.
    answer({ place, normalized: null }, [])
  }
})

/** Memory of the columns is handed over instead of copied. */
function answer(message: NormalizingAnswer, columns: readonly Float64Array[]): void {
  const buffers = columns.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []))
  parentPort?.postMessage(message, [...new Set(buffers)])
}
