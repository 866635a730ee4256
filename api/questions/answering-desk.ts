import { ProductError } from '@vitalfew/contract/errors.ts'

export interface DeskLimits {
  readonly mostAtOnce: number
  readonly mostWaiting: number
}

/**
 * Lets a few questions through at once; more wait for their turn, and whoever comes when too many wait is sent away.
 *
 * @throws ProductError of the question, `request.tooMany`
 */
export function answeringDesk<Work>(
  ask: (work: Work) => Promise<unknown>,
  { mostAtOnce, mostWaiting }: DeskLimits,
): (work: Work, signal?: AbortSignal) => Promise<unknown> {
  const waiting: (() => void)[] = []
  let underWay = 0
  return async (work, signal) => {
    if (underWay >= mostAtOnce) {
      if (waiting.length >= mostWaiting) throw new ProductError('request.tooMany', { seconds: 30 })
      // Whoever has a turn hands it on: nobody comes in between.
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else underWay += 1
    try {
      // Nobody waits for the answer any more: the next question may go on at once.
      if (signal?.aborted === true) throw new ProductError('request.tooMany', { seconds: 1 })
      return await ask(work)
    } finally {
      const next = waiting.shift()
      if (next === undefined) underWay -= 1
      else next()
    }
  }
}
