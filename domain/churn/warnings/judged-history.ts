import type { WarningBacktest } from '@vitalfew/contract/churn.ts'
import { addMonths } from '@vitalfew/methods/calendar/add-months.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { AccountEvents } from './account-events.ts'
import { backtestWarnings } from './backtest-warnings.ts'
import { calibratedDay } from './calibrated-day.ts'
import { judgeDay, type JudgedDay } from './judge-day.ts'
import { type FittedModel, purchaseRisk } from './purchase-risk.ts'
import { daysBefore, pastDays, shownDays } from './past-days.ts'
import { type JudgedPast, type SignalScales, signalScales } from './signal-scales.ts'

export interface JudgedHistory {
  readonly today: JudgedDay
  readonly scales: SignalScales
  /** Oldest first. */
  readonly backtest: WarningBacktest[]
}

interface JudgeHistory {
  readonly runId: string
  readonly asOf: number
  readonly dataStart: number
  readonly horizonMonths: number
  /** The model that values the accounts today; null: fitted here. */
  readonly model: FittedModel | null
  readonly events: AccountEvents
  readonly signal?: AbortSignal
}

/**
 * Judges accounts as of today and, with nothing but what was known then, as of past days, and looks what came of it. The
 * scale and the correction of the risks of each past day come from days before it; the model of each is fitted to what was
 * known then.
 */
export async function judgedHistory(warehouse: Warehouse, request: JudgeHistory): Promise<JudgedHistory> {
  const { runId, asOf, dataStart, horizonMonths, events, signal } = request
  const judge = (day: number, model: FittedModel | null): Promise<JudgedDay> => {
    signal?.throwIfAborted()
    const until = day === asOf ? addMonths(asOf, horizonMonths) : addMonths(asOf, monthsUntil(day) + horizonMonths)
    return judgeDay(warehouse, { runId, asOf: day, horizonDays: until - day, model, events })
  }
  const days = pastDays(asOf, { dataStart, horizonMonths })
  const monthsUntil = (day: number): number => -horizonMonths * (days.indexOf(day) + 1)

  const today = await judge(asOf, request.model)
  let later = today
  const past: JudgedPast[] = []
  const untils: number[] = []
  for (const day of days) {
    const judged = await judge(day, null)
    const lastPurchases = later.conduct.lastPurchase
    past.push({ day: judged, boughtAfter: (row) => (lastPurchases[row] ?? Number.NaN) >= day })
    untils.push(later.asOf)
    later = judged
  }
  const backtest = past.slice(0, shownDays).map(({ day, boughtAfter }, index) => {
    // As many as any day can have, so that later lines, which move the days, change nothing for one that stays.
    const before = past.slice(index + 1, index + 1 + daysBefore)
    const calibrated = { day: calibratedDay(day, before), boughtAfter }
    return backtestWarnings(calibrated, { scales: signalScales(before), until: untils[index] ?? asOf })
  })
  const recent = past.slice(0, daysBefore)
  const calibrated = calibratedDay(today, underModel(recent, today.model))
  return { today: calibrated, scales: signalScales(recent), backtest: backtest.toReversed() }
}

/** Past days with the risks that today's model gives them: what its word is worth has to be learned from its own word. */
function underModel(past: readonly JudgedPast[], model: FittedModel | null): JudgedPast[] {
  return past.map(({ day, boughtAfter }) => {
    const { conduct, asOf, horizonDays } = day
    return {
      boughtAfter,
      day: model === null ? day : { ...day, ...purchaseRisk(conduct, { asOf, horizonDays, model }) },
    }
  })
}
