import { type ChurnSignalName, churnSignals } from '@vitalfew/contract/churn.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { rhythmRisk } from '@vitalfew/methods/churn/rhythm-risk.ts'
import { signalDeviation } from '@vitalfew/methods/churn/signal-deviation.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { pastPortfolioCycle } from '../history/account-history.query.ts'
import { type Conduct, readConduct } from '../history/read-conduct.ts'
import type { AccountEvents } from './account-events.ts'
import { type FittedModel, fittedModel, type PurchaseRisk, purchaseRisk } from './purchase-risk.ts'
import { type SignalColumns, signalColumns } from './signal-columns.ts'

/** What is known of all accounts as of a day, from nothing later. Columns in the order of the accounts' keys. */
export interface JudgedDay {
  readonly asOf: number
  readonly conduct: Conduct
  /** NaN where the account never bought. */
  readonly risk: Float64Array
  readonly pAlive: Float64Array
  /** What the risks come from; null where only the rhythm speaks. */
  readonly model: FittedModel | null
  readonly horizonDays: number
  readonly signals: Readonly<Record<ChurnSignalName, SignalColumns>>
  /** NaN = the signal says nothing. */
  readonly deviations: Readonly<Record<ChurnSignalName, Float64Array>>
}

export interface JudgeDay {
  readonly runId: string
  readonly asOf: number
  readonly horizonDays: number
  /** Model to use; null: fitted to what was known on the day. */
  readonly model: FittedModel | null
  readonly events: AccountEvents
}

/** Judges every account of the histories of a run as of a day. */
export async function judgeDay(warehouse: Warehouse, request: JudgeDay): Promise<JudgedDay> {
  const { runId, asOf, horizonDays, model, events } = request
  const day = { runId, asOf: isoFromDay(asOf) }
  const [cycle] = await warehouse.rows(pastPortfolioCycle, day)
  const conduct = await readConduct(warehouse, { ...day, portfolioCycleDays: cycle?.days ?? 90 })
  const used = model ?? fittedModel(conduct, asOf)
  const found =
    used === null ? byRhythm(conduct, horizonDays) : purchaseRisk(conduct, { asOf, horizonDays, model: used })
  const signals = signalColumns(conduct, found, { ...events, asOf })
  const deviations = Object.fromEntries(churnSignals.map((name) => [name, deviationsOf(name, signals[name], conduct)]))
  return { asOf, horizonDays, conduct, ...found, model: used, signals, deviations: complete(deviations) }
}

/** Where nothing can be fitted, the rhythm alone speaks, and nobody knows who is still a customer. */
function byRhythm({ cycleDays, silenceDays }: Conduct, horizonDays: number): PurchaseRisk {
  const risk = silenceDays.map((silence, row) =>
    Number.isNaN(silence) ? Number.NaN : rhythmRisk({ cycle: cycleDays[row] ?? 1, silence }, horizonDays),
  )
  return { risk, pAlive: new Float64Array(risk.length).fill(Number.NaN) }
}

function deviationsOf(signal: ChurnSignalName, { value, usual }: SignalColumns, { purchases }: Conduct): Float64Array {
  return purchases.map((count, row) => {
    if (count === 0) return Number.NaN
    return signalDeviation(signal, { value: orNull(value(row)), usual: orNull(usual(row)) }) ?? Number.NaN
  })
}

export function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}

function complete(columns: Readonly<Record<string, Float64Array>>): Record<ChurnSignalName, Float64Array> {
  const column = (name: ChurnSignalName): Float64Array => columns[name] ?? new Float64Array()
  return {
    silence: column('silence'),
    fewerOrders: column('fewerOrders'),
    shrinkingBasket: column('shrinkingBasket'),
    fewerCategories: column('fewerCategories'),
    moreReturns: column('moreReturns'),
    lowProbability: column('lowProbability'),
    complaints: column('complaints'),
    contractEnding: column('contractEnding'),
  }
}
