import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { IdentityCustomer } from '@vitalfew/contract/identity.ts'
import type { Comparison } from './compare-changed.ts'

/** Compares all customers on a thread of its own, so that whoever asks goes on answering others meanwhile. */
export async function compareOnThread(customers: readonly IdentityCustomer[]): Promise<Comparison> {
  const worker = new Worker(new URL('compare-worker.ts', import.meta.url))
  try {
    const answered = once(worker, 'message')
    worker.postMessage(customers, [])
    return comparisonOf(await answered)
  } finally {
    await worker.terminate()
  }
}

/** The thread runs nothing but `compareAll`, whose answer is plain values, maps and typed arrays: all are copied whole. */
function comparisonOf([message]: readonly unknown[]): Comparison {
  return message as Comparison
}
