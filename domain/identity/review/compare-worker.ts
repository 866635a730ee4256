import { parentPort } from 'node:worker_threads'
import type { IdentityCustomer } from '@vitalfew/contract/identity.ts'
import { compareAll } from './compare-all.ts'

// A thread for one comparison: it is told the customers, and answers with what it found.
parentPort?.once('message', (customers: readonly IdentityCustomer[]) => {
  void compareAll(customers).then((comparison) => parentPort?.postMessage(comparison, []))
})
