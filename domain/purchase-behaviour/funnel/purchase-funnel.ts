import { ProductError } from '@vitalfew/contract/errors.ts'
import type { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { stageLinks } from '@vitalfew/methods/funnel/stage-links.ts'
import { sampleMedian } from '@vitalfew/methods/trend/sample-median.ts'
import type { TextTable } from '../../churn/index.ts'
import { eventMoments } from './event-moments.ts'
import type { FunnelCase, FunnelCases } from './funnel-cases.ts'
import { funnelOutcomes, valueOf } from './funnel-outcomes.ts'
import { type FunnelRequest, funnelStages, funnelSteps, funnelWays } from './funnel-ways.ts'
import { joinTable } from './join-table.ts'
import { type ReadCases, readCases } from './read-cases.ts'

export interface PurchaseFunnelRequest extends ReadCases, FunnelRequest {
  /** Tables that tell more of what the columns name: accounts, products, teams. */
  readonly joined: readonly TextTable[]
}

const mostReasons = 30

/**
 * The stages of a table of opportunities, events or dates: how many come how far, how long that takes, where they are
 * lost, and which ways they take.
 *
 * @throws ProductError `mapping.notEvents`, `mapping.headerNotFound`, `mapping.nothingToJoin`, `argument.invalid`
 */
export function purchaseFunnel(table: TextTable, request: PurchaseFunnelRequest): PurchaseFunnel {
  const whole = request.joined.reduce((left, right) => {
    const joined = joinTable(left, right)
    if (joined !== null) return joined
    throw new ProductError('mapping.nothingToJoin', { file: right.file, headers: left.headers.join(', ') })
  }, table)
  const found = readCases(whole, request)
  const stages = funnelStages(found)
  const ways = funnelWays(found, request)
  const times = found.cases
    .flatMap(({ events }) => events.map(({ time }) => time))
    .filter((time) => !Number.isNaN(time))
  const asOf = times.length === 0 ? null : Math.floor(times.reduce((latest, time) => Math.max(latest, time), -Infinity))
  const { links, paths } = stageLinks(found.cases.map(({ events }) => events))
  const nameOf = (stage: number): string => found.stages[stage]?.stage ?? ''
  const hasEnds = found.stages.some(({ kind }) => kind !== 'open')
  return {
    shape: found.shape,
    order: request.order,
    windowDays: request.windowDays ?? null,
    cases: found.cases.length,
    asOf: asOf === null ? null : isoFromDay(asOf),
    stages: standing(found, asOf),
    steps: funnelSteps(ways, stages),
    outcomes: hasEnds ? funnelOutcomes(found.cases, found) : null,
    lossReasons: reasonsOf(found),
    withoutAccount: found.hasAccounts ? found.cases.filter(({ account }) => account === '').length : null,
    cuts: found.cuts.map((column, cut) => ({ column, values: cutValues(found, { cut, ways, stages }) })),
    links: links.map(({ from, to, cases, medianDays }) => ({
      from: nameOf(from),
      to: to < 0 ? null : nameOf(to),
      cases,
      medianDays,
    })),
    paths: paths.map((path) => ({
      stages: path.stages.map(nameOf),
      cases: path.cases,
      share: path.cases / Math.max(1, found.cases.length),
    })),
    moments: eventMoments(times),
    faults: {
      incomplete: found.incomplete,
      withoutTime: found.withoutTime,
      backwards: found.backwards,
      lostSomewhere: found.lostSomewhere,
    },
  }
}

/** How many stand where, what they are worth, and for how long those that are open have been there. */
function standing({ stages, cases }: FunnelCases, asOf: number | null): PurchaseFunnel['stages'] {
  const byStage = Map.groupBy(cases, ({ stage }) => stage)
  return stages.map(({ stage, kind }, index) => {
    const own = byStage.get(index) ?? []
    const ages = own.flatMap(({ events }) => {
      const age = (asOf ?? Number.NaN) - Math.floor(events.at(-1)?.time ?? Number.NaN)
      return Number.isNaN(age) ? [] : [age]
    })
    const isKnown = kind === 'open' && ages.length > 0
    return { stage, kind, cases: own.length, value: valueOf(own), medianAgeDays: isKnown ? sampleMedian(ages) : null }
  })
}

function reasonsOf({ stages, cases }: FunnelCases): PurchaseFunnel['lossReasons'] {
  const lost = cases.filter(({ stage, reason }) => stages[stage]?.kind === 'lost' && reason !== '')
  return [...Map.groupBy(lost, ({ reason }) => reason)]
    .map(([reason, own]) => ({ reason, cases: own.length, value: valueOf(own) }))
    .toSorted((one, other) => other.cases - one.cases || other.value - one.value)
    .slice(0, mostReasons)
}

function cutValues(
  found: FunnelCases,
  {
    cut,
    ways,
    stages,
  }: { readonly cut: number; readonly ways: readonly (readonly number[])[]; readonly stages: readonly string[] },
): PurchaseFunnel['cuts'][number]['values'] {
  const rows = Map.groupBy(found.cases.keys(), (row) => found.cases[row]?.traits[cut] ?? '')
  return [...rows]
    .map(([value, own]) => {
      const cases = own.flatMap((row): FunnelCase | readonly FunnelCase[] => found.cases[row] ?? [])
      const reached = stages.map((_, step) => own.filter((row) => (ways[row]?.length ?? 0) > step).length)
      const first = reached[0] ?? 0
      return {
        value,
        outcomes: funnelOutcomes(cases, found),
        reached,
        conversion: first === 0 ? 0 : (reached.at(-1) ?? 0) / first,
      }
    })
    .toSorted((one, other) => other.outcomes.cases - one.outcomes.cases || (one.value < other.value ? -1 : 1))
}
