import type { SalesFilePlan } from '../plan-sales-file.ts'
import type { LineKind } from '../sales-line.ts'

const cancelled =
  /^(?:已取消|取消|已作废|作废|已废弃|无效|交易关闭|订单取消|已撤销|撤销|已删除|cancel|cancelled|canceled|cancelation|cancellation|void|voided|annulled|deleted|rejected)$/
const returned =
  /退货|退款|退回|退单|红字|红冲|冲红|冲销|^(?:return|returned|returns|refund|refunded|credit ?note|credit ?memo|reversal)$|^(?:sales )?returns?\b|\bcredit (?:note|memo)\b/
const yes = /^(?:是|y|yes|true|t|1|退|r|红)$/
const refused = /^(?:未退|无退|不退|非退|没有退|no |not )/

/** What a status text says a line is; `sale` when it says nothing else. */
export function kindOfStatus(text: string): LineKind {
  const status = text.normalize('NFKC').trim().toLowerCase()
  if (cancelled.test(status)) return 'cancelled'
  return returned.test(status) && !refused.test(status) ? 'return' : 'sale'
}

/** Whether a return flag, or a document type used as one, marks a return: 是, Y, 1, 退货, 销售退货单, credit memo. */
export function isReturnFlag(text: string): boolean {
  const flag = text.normalize('NFKC').trim().toLowerCase()
  return yes.test(flag) || (returned.test(flag) && !refused.test(flag)) || /退货|退单/.test(flag.replace(refused, ''))
}

export type KindReader = (cells: readonly string[], line: { amount: bigint; status: string }) => LineKind

/** The kind of each line: a negative amount is a return whatever else is said, and a cancelled sale is no sale. */
export function kindReader({ columns }: SalesFilePlan): KindReader {
  const byStatus = remembered(kindOfStatus)
  const flagged = remembered(isReturnFlag)
  const flag = columns.returnFlag
  return (cells, { amount, status }) => {
    if (amount < 0n) return 'return'
    const kind = byStatus(status)
    if (kind !== 'sale' || flag === undefined) return kind
    return flagged(cells[flag] ?? '') ? 'return' : 'sale'
  }
}

/** Answers about a text, each distinct text asked once. */
function remembered<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const answer = ask(text)
    if (known.size < 10_000) known.set(text, answer)
    return answer
  }
}
