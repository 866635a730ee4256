import type { ChurnSignal } from '@vitalfew/contract/churn.ts'
import type { Reader } from '../design/reader.tsx'

type Write = (value: number) => string

/** Smaller probabilities are told as a limit. */
const leastShown = 0.001
/** Signals that are told without what used to be usual. */
const alone = ['lowProbability', 'contractEnding']

/** What speaks for leaving, with the figure now and the usual one as the reader writes numbers, in the reader's unit. */
export function signalWords(signal: ChurnSignal, reader: Reader): string {
  const { t } = reader
  const { value, usual } = signal
  if (value === null || (usual === null && !alone.includes(signal.signal))) return t(`churn.signal.${signal.signal}`)
  const write = writerOf(signal, reader)
  if (signal.signal === 'lowProbability' && value < leastShown)
    return t('churn.text.lowProbabilityTiny', { value: write(leastShown) })
  if (signal.signal === 'fewerOrders' && value === 0 && usual !== null)
    return t('churn.text.fewerOrdersNone', { usual: write(usual) })
  return t(`churn.text.${signal.signal}`, {
    value: write(value),
    usual: usual === null ? '' : write(usual),
    count: Math.round(value),
  })
}

function writerOf({ signal }: ChurnSignal, { format }: Reader): Write {
  switch (signal) {
    case 'shrinkingBasket':
      return format.money
    case 'moreReturns':
    case 'lowProbability':
      return (value) => format.percent(value, value > 0 && value < 0.1 ? 1 : 0)
    case 'silence':
    case 'fewerOrders':
    case 'fewerCategories':
    case 'complaints':
    case 'contractEnding':
      return (value) => format.count(Math.round(value))
  }
}
