import { textTable } from '@vitalfew/domain/churn/index.ts'
import { purchaseFunnel } from '@vitalfew/domain/purchase-behaviour/index.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { BehaviourAnswer } from '../output/behaviour/behaviour-answer.ts'
import type { BehaviourOptions } from './behaviour-options.ts'

/** Reads a table of opportunities, events or dates and says how far its cases come. */
export async function behaviourOfEvents(options: BehaviourOptions, signal: AbortSignal): Promise<BehaviourAnswer> {
  const [file, second] = options.files
  if (file === undefined || second !== undefined) {
    throw new ProductError('argument.invalid', { argument: 'FILE', value: second ?? '', expected: '1' })
  }
  const table = await textTable(file, { signal })
  const joined = []
  for (const path of options.joined) joined.push(await textTable(path, { signal }))
  const { by, stages, order, windowDays } = options
  const answer = purchaseFunnel(table, {
    by,
    stages,
    order,
    joined,
    ...(windowDays === undefined ? {} : { windowDays }),
  })
  return { analysis: 'funnel', answer }
}
