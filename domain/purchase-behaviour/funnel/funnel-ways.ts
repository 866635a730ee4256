import type { FunnelStep } from '@vitalfew/contract/purchase-funnel.ts'
import { wilsonInterval } from '@vitalfew/methods/churn/wilson-interval.ts'
import { furthestWay } from '@vitalfew/methods/funnel/furthest-way.ts'
import { sampleQuantile } from '@vitalfew/methods/scoring/sample-quantile.ts'
import type { FunnelCase, FunnelCases } from './funnel-cases.ts'

export interface FunnelRequest {
  readonly order: 'ordered' | 'strict'
  readonly windowDays?: number
}

/** The stages of the funnel: all but the lost ones. */
export function funnelStages({ stages }: Pick<FunnelCases, 'stages'>): string[] {
  return stages.filter(({ kind }) => kind !== 'lost').map(({ stage }) => stage)
}

/** When each case came to each stage of the funnel, as far as it came; NaN where the time is unknown. */
export function funnelWays(found: FunnelCases, request: FunnelRequest): number[][] {
  const stages = funnelStages(found)
  // Where all that happens is losing there is no way to go.
  if (stages.length === 0) return found.cases.map(() => [])
  return found.cases.map((item) => {
    // Opportunities have no times for every stage: that they stand in one says that they have been in those before it.
    if (found.shape === 'pipeline') return pipelineWay(item, { ...request, stages: stages.length })
    const events = item.events.filter(({ stage }) => stage < stages.length)
    return furthestWay(events, { ...request, stages: stages.length })
  })
}

function pipelineWay(
  item: FunnelCase,
  { stages, windowDays = Number.POSITIVE_INFINITY }: { readonly stages: number; readonly windowDays?: number },
): number[] {
  const way: number[] = []
  const begin = item.events.find(({ time }) => !Number.isNaN(time))?.time ?? Number.NaN
  for (const { stage, time } of item.events) {
    if (stage !== way.length || stage >= stages || time - begin > windowDays) break
    way.push(time)
  }
  return way
}

/** How many came to each stage of those that came to the one before, and how long that took. */
export function funnelSteps(ways: readonly (readonly number[])[], stages: readonly string[]): FunnelStep[] {
  return stages.map((stage, step) => {
    const reached = ways.filter((way) => way.length > step).length
    const before = step === 0 ? ways.length : ways.filter((way) => way.length >= step).length
    const days = ways
      .flatMap((way) => (way.length > step && step > 0 ? [(way[step] ?? 0) - (way[step - 1] ?? 0)] : []))
      .filter((length) => length >= 0)
    const sorted = Float64Array.from(days).toSorted()
    const at = (share: number): number | null => (sorted.length === 0 ? null : sampleQuantile(sorted, share))
    return {
      stage,
      reached,
      rate: reached / Math.max(1, before),
      ...wilsonInterval(reached, before),
      medianDays: at(0.5),
      lowerDays: at(0.25),
      upperDays: at(0.75),
    }
  })
}
