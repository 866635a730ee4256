import type { Churn, ContractChurn } from '@vitalfew/contract/churn.ts'
import { churnLevels, defaultChurnMonths } from '@vitalfew/contract/churn.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import { addMonths } from '@vitalfew/methods/calendar/add-months.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { Valuation } from '../customer-value/index.ts'
import { dropAccountHistories, writeAccountHistories } from './history/account-history.query.ts'
import { readConduct } from './history/read-conduct.ts'
import { accountSurvival } from './rates/account-survival.ts'
import { churnCuts } from './rates/churn-cuts.ts'
import { churnMonths } from './rates/churn-months.ts'
import { cutsFrom } from './rates/cuts-from.ts'
import { reasonShares } from './rates/reason-shares.ts'
import { returnChance } from './rates/return-chance.ts'
import { roundChurn } from './round-churn.ts'
import { type AccountEvents, noEvents } from './warnings/account-events.ts'
import { backtestVerdict } from './warnings/backtest-verdict.ts'
import { judgedHistory } from './warnings/judged-history.ts'
import { accountsPerLevel } from './warnings/listed-accounts.query.ts'
import { listedChurnAccounts } from './warnings/listed-churn-accounts.ts'
import type { FittedModel } from './warnings/purchase-risk.ts'
import { saveJudgement } from './warnings/save-judgement.ts'

export interface ChurnRun {
  readonly runId: string
  readonly imports: number[]
  readonly membershipSequence: number
  /** The run knows what was known when this day began. */
  readonly asOf: string
  /** First day of the whole data set. */
  readonly dataStart: string
  /** What the run's customer value came to; null where it was not computed: then no account has a CLV. */
  readonly value: Pick<Valuation, 'summary' | 'model' | 'observation'> | null
  readonly locale: Locale
  readonly currency: string
  /** 6 where absent. */
  readonly horizonMonths?: number
  /** Accounts listed as warnings, and as worth winning back; 200 where absent. */
  readonly listed?: number
  /** What other records tell of accounts. */
  readonly events?: AccountEvents
  readonly contracts?: ContractChurn | null
  /** Why accounts left, by their keys. */
  readonly reasons?: ReadonlyMap<bigint, string>
  readonly signal?: AbortSignal
}

export const defaultListed = 200

/**
 * Who of a run's accounts may leave, why, and what is at stake: writes account_churn and returns what it came to. The run
 * has its account_metrics and, where `value` is given, its account_value.
 */
export async function churnRun(warehouse: Warehouse, request: ChurnRun): Promise<Churn> {
  const { runId, imports, membershipSequence, asOf, locale, currency, value } = request
  const { horizonMonths = defaultChurnMonths, listed = defaultListed } = request
  const { events = noEvents, contracts = null, reasons = new Map<bigint, string>() } = request
  const [today, dataStart] = [dayFromIso(asOf), dayFromIso(request.dataStart)]
  const from = cutsFrom(today, { dataStart })
  const traitsAsOf = isoFromDay(from ?? today)
  request.signal?.throwIfAborted()

  await warehouse.run(writeAccountHistories, { runId, imports, membershipSequence, asOf, traitsAsOf })
  const judged = await judgedHistory(warehouse, {
    runId,
    asOf: today,
    dataStart,
    horizonMonths,
    events,
    model: modelOf(value),
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  })
  const horizonDays = addMonths(today, horizonMonths) - today
  const chance = await returnChance(warehouse, { runId, asOf, horizonDays })
  await saveJudgement(warehouse, { runId, judged, value: value?.summary ?? null, returnChance: chance })

  const list = { runId, limit: listed, locale, currency, reasons }
  const levels = await warehouse.rows(accountsPerLevel, { runId })
  const churn: Churn = {
    asOf,
    basis: 'orders',
    horizonMonths,
    currency,
    levels: churnLevels.map(
      (level) => levels.find((row) => row.level === level) ?? { level, accounts: 0, netRevenue: 0, valueAtRisk: 0 },
    ),
    valueAtRisk: levels.reduce((sum, row) => sum + (row.level === 'left' ? 0 : row.valueAtRisk), 0),
    months: await churnMonths(warehouse, { runId, asOf: today }),
    cutsFrom: from === null ? null : isoFromDay(from),
    cuts: from === null ? [] : await cutsOf(warehouse, runId, from),
    reasons: reasonShares(judged.today.conduct, reasons),
    ...(await accountSurvival(warehouse, { runId, asOf })),
    warnings: await listedChurnAccounts(warehouse, { ...list, levels: ['high', 'medium'] }),
    winBack: await listedChurnAccounts(warehouse, { ...list, levels: ['left'] }),
    backtest: judged.backtest,
    verdict: backtestVerdict(judged.backtest, { locale, horizonMonths }),
    contracts,
  }
  await warehouse.run(dropAccountHistories, { runId })
  return roundChurn(churn)
}

async function cutsOf(warehouse: Warehouse, runId: string, from: number): Promise<Churn['cuts']> {
  const day = isoFromDay(from)
  // Whatever the cycle of the portfolio is: it moves nothing that classes are made of.
  const conduct = await readConduct(warehouse, { runId, asOf: day, portfolioCycleDays: 90 })
  return churnCuts(warehouse, { runId, from: day, conduct })
}

/** The model that values the accounts. */
function modelOf(value: ChurnRun['value']): FittedModel | null {
  if (value === null || value.model === null) return null
  return { parameters: value.model.parameters, unitDays: value.observation.unitDays }
}
