import type { ChurnAccount, ChurnLevel } from '@vitalfew/contract/churn.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { listedAccounts } from './listed-accounts.query.ts'
import { signalText } from './signal-text.ts'

interface ListRequest {
  readonly runId: string
  readonly levels: ChurnLevel[]
  readonly limit: number
  readonly locale: Locale
  readonly currency: string
  /** Why accounts left, by the account's key, where it is on record. */
  readonly reasons: ReadonlyMap<bigint, string>
}

/** Accounts of some levels as people read them, the most value at risk first. */
export async function listedChurnAccounts(
  warehouse: Warehouse,
  { runId, levels, limit, locale, currency, reasons }: ListRequest,
): Promise<ChurnAccount[]> {
  const rows = await warehouse.rows(listedAccounts, { runId, levels, limit })
  return rows.map(({ key, strengths, values, usual, signals, ...account }) => ({
    ...account,
    signals: signals.map((signal, index) => {
      const figures = { value: values[index] ?? null, usual: usual[index] ?? null }
      return {
        signal,
        ...figures,
        strength: strengths[index] ?? 0,
        text: signalText(signal, figures, { locale, currency }),
      }
    }),
    reason: reasons.get(BigInt(key)) ?? null,
  }))
}
