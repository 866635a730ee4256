import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { NormalizedPopulation } from '@vitalfew/methods/scoring/normalized-population.ts'
import { type CriterionFigures, mayBegin, type NormalizingStart, normalizingAnswer } from './normalizing-messages.ts'

/** A thread that normalises criteria beside this one. */
export interface HelpingThread {
  /** Places of the criteria that it was given and has not answered. */
  readonly underWay: ReadonlySet<number>
  /** Gives it a criterion; false where the thread has ended. */
  readonly take: (place: number, criterion: CriterionFigures) => boolean
  /** A criterion that it was given and has not begun: it will not begin it. */
  readonly takeBack: () => number | undefined
  /** Until it has answered everything, or has ended. */
  readonly idle: () => Promise<void>
  readonly end: () => void
}

/**
 * Starts a thread that normalises criteria of large companies. Figures are handed over in memory that both threads see, so
 * that they are copied once.
 *
 * @param onAnswer the place of a criterion with what came of it; null where the thread could not do it or did not begin
 */
export function helpingThread(
  criteria: number,
  onAnswer: (place: number, found: NormalizedPopulation | null) => void,
): HelpingThread {
  const own = getCompileCacheDir()
  const begun = new Int32Array(new SharedArrayBuffer(4 * criteria))
  const workerData: NormalizingStart = { compileCache: own === undefined ? null : dirname(own), begun }
  const worker = new Worker(new URL('normalizing-worker.ts', import.meta.url), { workerData })
  const underWay = new Set<number>()
  let isRunning = true
  let onIdle = (): void => {}
  const stop = (): void => {
    isRunning = false
    underWay.clear()
    onIdle()
  }
  worker.on('error', stop)
  worker.on('exit', stop)
  worker.on('message', (message) => {
    const { place, normalized } = normalizingAnswer(message)
    underWay.delete(place)
    onAnswer(place, normalized)
    if (underWay.size === 0) onIdle()
  })
  return {
    underWay,
    take: (place, { figures, rule }) => {
      if (!isRunning) return false
      underWay.add(place)
      worker.postMessage({ place, figures: sharedCopy(figures), rule }, [])
      return true
    },
    takeBack: () => {
      const free = [...underWay].find((place) => mayBegin(begun, place))
      if (free !== undefined) underWay.delete(free)
      return free
    },
    idle: async () => {
      if (underWay.size === 0) return
      const { promise, resolve } = Promise.withResolvers<void>()
      onIdle = resolve
      await promise
    },
    end: () => void worker.terminate(),
  }
}

function sharedCopy(figures: Float64Array): Float64Array {
  const copy = new Float64Array(new SharedArrayBuffer(figures.byteLength))
  copy.set(figures)
  return copy
}
