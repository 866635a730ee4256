import type { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import { momentsOfCounts } from '../event-moments.ts'
import type { EventCase } from './read-packs.ts'

const daySeconds = 86_400
/** Days from 1900 on, which is the first that the warehouse knows, to 2299. */
const firstDay = -25_567
const knownDays = 150_000

export interface MomentTally {
  readonly add: (item: EventCase) => void
  /** Last day on which something happened; null where nothing did. */
  readonly lastDay: () => number | null
  readonly told: () => PurchaseFunnel['moments']
}

/** On which days and hours things happen, counted one after the other; see `eventMoments`. */
export function momentTally(): MomentTally {
  const days = new Float64Array(knownDays)
  const hours = new Float64Array(24)
  let [known, timed, first, last] = [0, 0, Infinity, -Infinity]
  return {
    add: ({ seconds, events }) => {
      known += events
      for (let i = 0; i < events; i++) {
        const moment = seconds[i] ?? 0
        const day = Math.floor(moment / daySeconds)
        const slot = day - firstDay
        days[slot] = (days[slot] ?? 0) + 1
        if (day < first) first = day
        if (day > last) last = day
        const second = moment - day * daySeconds
        if (second === 0) continue
        const hour = Math.floor(second / 3600)
        hours[hour] = (hours[hour] ?? 0) + 1
        timed++
      }
    },
    lastDay: () => (known === 0 ? null : last),
    told: () =>
      known === 0
        ? null
        : momentsOfCounts({ first, days: days.slice(first - firstDay, last - firstDay + 1), hours, timed, known }),
  }
}
