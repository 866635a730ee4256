import { askForDueSources, type SourceReach } from '@vitalfew/domain/jobs/index.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Log } from '../http/request-log.ts'

interface Looking {
  readonly database: StoreClient['database']
  readonly reach: SourceReach
  readonly log: Log
  readonly everyMilliseconds?: number
}

/** Looks every few seconds for sources whose hour has come and for files that have arrived; returns what ends it. */
export function lookForDueSources({ log, everyMilliseconds = 5_000, ...places }: Looking): () => Promise<void> {
  let looking = Promise.resolve()
  const look = async (): Promise<void> => {
    try {
      const jobs = await askForDueSources(places)
      if (jobs > 0) log.event('sources', { jobs })
    } catch (cause) {
      log.fault('sources', cause)
    }
  }
  const timer = setInterval(() => {
    looking = looking.then(look)
  }, everyMilliseconds)
  return async () => {
    clearInterval(timer)
    await looking
  }
}
