import type { Locale } from '@vitalfew/contract/locale.ts'
import type { Selection, SelectionSensitivity } from '@vitalfew/contract/selection.ts'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { accountTitle } from '../metrics/account-title.ts'
import { useTitles, type Titles } from './tier-titles.tsx'

/** How far the list hangs on the weights: how many stand firm, and which neighbours at a line would change places. */
export function SensitivityCard(props: { selection: Selection; sensitivity: SelectionSensitivity; written: Locale }) {
  const reader = useReader()
  const titles = useTitles()
  const { selection, sensitivity, written } = props
  const { draws, aboveTheLine, firm, byDepartment, reversals, ruleTiers = [] } = sensitivity
  const words = { draws: reader.format.count(draws), all: aboveTheLine, firm }
  const drawn = reader.t(byDepartment ? 'selection.sensitivity.byDepartment' : 'selection.sensitivity.summary', words)
  const tiers = ruleTiers.map((tier) => titles.tier(tier)).join(reader.t('report.listComma'))
  const ruled = tiers === '' ? '' : reader.t('selection.sensitivity.someRules', { tiers })
  const note = draws === 0 ? reader.t('selection.sensitivity.rules') : `${drawn} ${ruled}`.trim()
  const names = new Map(
    [...selection.accounts, ...selection.belowTheLine].map((entry) => [entry.account, accountTitle(entry)]),
  )
  return (
    <Card title={reader.t('report.selection.sensitivity.title')} note={note}>
      {reversals.length > 0 && (
        <ul className="vf-reversals">
          {reversals.map((reversal) => (
            <li key={`${reversal.above} ${reversal.below} ${reversal.criterion} ${reversal.weightAt}`}>
              {written === reader.locale ? reversal.text : reversalWords(reversal, { reader, titles, names })}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function reversalWords(
  reversal: SelectionSensitivity['reversals'][number],
  context: { reader: Reader; titles: Titles; names: ReadonlyMap<string, string> },
): string {
  const { reader, titles, names } = context
  const { t, format } = reader
  return t(`selection.sensitivity.${reversal.weightAt > reversal.weight ? 'above' : 'below'}`, {
    criterion: titles.criterion(reversal.criterion),
    weight: format.percent(reversal.weight),
    weightAt: format.percent(reversal.weightAt),
    above: names.get(reversal.above) ?? reversal.above,
    below: names.get(reversal.below) ?? reversal.below,
    tier: titles.tier(reversal.tier),
  })
}
