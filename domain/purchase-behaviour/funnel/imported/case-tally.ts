import type { FunnelStep, PurchaseFunnel, StageKind } from '@vitalfew/contract/purchase-funnel.ts'
import { wilsonInterval } from '@vitalfew/methods/churn/wilson-interval.ts'
import { furthestWayInColumns } from '@vitalfew/methods/funnel/furthest-way-in-columns.ts'
import type { FunnelRequest } from '../funnel-ways.ts'
import type { OrderedStage } from '../order-stages.ts'
import { linkTally } from './link-tally.ts'
import { momentTally } from './moment-tally.ts'
import { type OutcomeTally, outcomeTally } from './outcome-tally.ts'
import type { EventCase } from './read-packs.ts'
import { type SecondsLog, secondsLog } from './seconds-log.ts'

const daySeconds = 86_400
/** The log takes what is not negative: days are counted from here. */
const firstDay = 30_000

export interface CaseTally {
  readonly add: (item: EventCase) => void
  readonly told: () => Omit<PurchaseFunnel, 'shape' | 'withoutAccount' | 'lossReasons'>
}

interface CutTally {
  readonly outcomes: OutcomeTally
  readonly reached: Float64Array
}

/** The funnel of cases that are looked at one after the other and not kept; see `purchaseFunnel`. */
export function caseTally(
  stages: readonly OrderedStage[],
  { rule, cuts }: { readonly rule: FunnelRequest; readonly cuts: readonly string[] },
): CaseTally {
  const names = stages.map(({ stage }) => stage)
  // Lost ones stand last.
  const steps = stages.filter(({ kind }) => kind !== 'lost').length
  const [way, reached] = [new Uint32Array(Math.max(1, steps)), new Float64Array(steps)]
  const search = { rule: { ...rule, stages: Math.max(1, steps) }, way }
  const waits = names.slice(0, steps).map(() => secondsLog())
  const standing = stages.map(() => ({ cases: 0, value: 0, since: secondsLog() }))
  const [links, moments, outcomes] = [linkTally(stages.length), momentTally(), outcomeTally()]
  const cutTallies = cuts.map(() => new Map<string, CutTally>())
  let [cases, backwards] = [0, 0]
  return {
    add: (item) => {
      backwards += Number(item.isBackwards)
      if (item.events === 0) return
      cases++
      links.add(item)
      moments.add(item)
      const last = item.events - 1
      const stage = item.stages[last] ?? 0
      const kind: StageKind = stages[stage]?.kind ?? 'open'
      stand(standing[stage], item)
      const seconds = last > 0 ? (item.seconds[last] ?? 0) - (item.seconds[0] ?? 0) : null
      const ended = { kind, amount: item.amount, seconds }
      outcomes.add(ended)
      const length = steps === 0 ? 0 : furthestWayInColumns(item, search)
      countWay(item, { way, length, reached, waits })
      cutTallies.forEach((values, cut) => {
        const value = item.traits[cut] ?? ''
        const own = values.get(value) ?? { outcomes: outcomeTally(), reached: new Float64Array(steps) }
        values.set(value, own)
        own.outcomes.add(ended)
        for (let step = 0; step < length; step++) own.reached[step] = (own.reached[step] ?? 0) + 1
      })
    },
    told: () => {
      const asOf = moments.lastDay()
      return {
        order: rule.order,
        windowDays: rule.windowDays ?? null,
        cases,
        asOf: asOf === null ? null : new Date(asOf * daySeconds * 1000).toISOString().slice(0, 10),
        stages: standing.map((own, i) => toldStanding(own, { stage: stages[i], asOf })),
        steps: toldSteps(names, { reached, waits, cases }),
        outcomes: stages.some(({ kind }) => kind !== 'open') ? outcomes.told() : null,
        cuts: cuts.map((column, cut) => ({ column, values: toldCut(cutTallies[cut] ?? new Map()) })),
        ...links.told(names),
        moments: moments.told(),
        faults: { incomplete: 0, withoutTime: 0, backwards, lostSomewhere: 0 },
      }
    },
  }
}

interface Standing {
  cases: number
  value: number
  readonly since: SecondsLog
}

function stand(own: Standing | undefined, { amount, seconds, events }: EventCase): void {
  if (own === undefined) return
  own.cases++
  if (!Number.isNaN(amount)) own.value += amount
  own.since.add(Math.floor((seconds[events - 1] ?? 0) / daySeconds) + firstDay)
}

function toldStanding(
  { cases, value, since }: Standing,
  { stage, asOf }: { readonly stage: OrderedStage | undefined; readonly asOf: number | null },
): PurchaseFunnel['stages'][number] {
  const kind = stage?.kind ?? 'open'
  const [day = null] = since.quantiles([0.5])
  const medianAgeDays = kind !== 'open' || day === null || asOf === null ? null : asOf - (day - firstDay)
  return { stage: stage?.stage ?? '', kind, cases, value, medianAgeDays }
}

interface CountedWay {
  readonly way: Uint32Array
  readonly length: number
  readonly reached: Float64Array
  readonly waits: readonly SecondsLog[]
}

function countWay({ seconds }: EventCase, { way, length, reached, waits }: CountedWay): void {
  for (let step = 0; step < length; step++) {
    reached[step] = (reached[step] ?? 0) + 1
    if (step > 0) waits[step]?.add((seconds[way[step] ?? 0] ?? 0) - (seconds[way[step - 1] ?? 0] ?? 0))
  }
}

function toldSteps(
  names: readonly string[],
  { reached, waits, cases }: Pick<CountedWay, 'reached' | 'waits'> & { readonly cases: number },
): FunnelStep[] {
  return waits.map((wait, step) => {
    const own = reached[step] ?? 0
    const before = step === 0 ? cases : (reached[step - 1] ?? 0)
    const [lowerDays = null, medianDays = null, upperDays = null] = wait.days([0.25, 0.5, 0.75])
    const rate = own / Math.max(1, before)
    return {
      stage: names[step] ?? '',
      reached: own,
      rate,
      ...wilsonInterval(own, before),
      medianDays,
      lowerDays,
      upperDays,
    }
  })
}

function toldCut(values: ReadonlyMap<string, CutTally>): PurchaseFunnel['cuts'][number]['values'] {
  return [...values]
    .map(([value, { outcomes, reached }]) => {
      const first = reached[0] ?? 0
      const conversion = first === 0 ? 0 : (reached.at(-1) ?? 0) / first
      return { value, outcomes: outcomes.told(), reached: [...reached], conversion }
    })
    .toSorted((one, other) => other.outcomes.cases - one.outcomes.cases || (one.value < other.value ? -1 : 1))
}
