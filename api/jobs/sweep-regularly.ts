import { sweepFiles } from '@vitalfew/domain/jobs/index.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Log } from '../http/request-log.ts'

interface Sweeping {
  readonly database: StoreClient['database']
  readonly uploadsDirectory: string
  readonly log: Log
  readonly everyMilliseconds?: number
}

/** Clears files away that nobody needs, once soon after the start and then every hour; returns what ends it. */
export function sweepRegularly({ log, everyMilliseconds = 3_600_000, ...places }: Sweeping): () => Promise<void> {
  let sweeping = Promise.resolve()
  const sweepOnce = async (): Promise<void> => {
    try {
      const swept = await sweepFiles(places)
      if (Object.values(swept).some((count) => count > 0)) log.event('swept', { ...swept })
    } catch (cause) {
      log.fault('sweep', cause)
    }
  }
  const sweep = (): void => {
    sweeping = sweeping.then(sweepOnce)
  }
  const first = setTimeout(sweep, Math.min(60_000, everyMilliseconds))
  const timer = setInterval(sweep, everyMilliseconds)
  return async () => {
    clearTimeout(first)
    clearInterval(timer)
    await sweeping
  }
}
