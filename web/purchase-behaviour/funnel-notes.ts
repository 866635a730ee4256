import type { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import type { Reader } from '../design/reader.tsx'

/** What has to be known of a funnel before its figures are believed, in sentences. */
export function funnelNotes(
  { outcomes, withoutAccount, faults }: Pick<PurchaseFunnel, 'outcomes' | 'withoutAccount' | 'faults'>,
  { t, format }: Pick<Reader, 't' | 'format'>,
): string[] {
  const counted = (
    name: 'withoutAccount' | 'lostSomewhere' | 'backwards' | 'withoutTime' | 'incompleteRows',
    cases: number,
  ): string[] => (cases === 0 ? [] : [t(`behaviour.note.${name}`, { cases: format.count(cases) })])
  const known = outcomes !== null && outcomes.won + outcomes.lost > 0 ? [outcomes] : []
  return [
    ...known.map(({ won, lost, rate, lower, upper, wonValue, medianDaysToWin }) =>
      t('behaviour.note.outcomes', {
        won: format.count(won),
        lost: format.count(lost),
        rate: format.percent(rate),
        lower: format.percent(lower),
        upper: format.percent(upper),
        value: format.money(wonValue),
        days: format.decimal(medianDaysToWin, 0),
      }),
    ),
    ...counted('withoutAccount', withoutAccount ?? 0),
    ...counted('lostSomewhere', faults.lostSomewhere),
    ...counted('backwards', faults.backwards),
    ...counted('withoutTime', faults.withoutTime),
    ...counted('incompleteRows', faults.incomplete),
  ]
}
