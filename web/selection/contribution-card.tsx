import { useId, useMemo, useState } from 'react'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { Selection } from '@vitalfew/contract/selection.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { accountTitle } from '../metrics/account-title.ts'
import { prepareWaterfall } from './prepare-waterfall.ts'
import { Waterfall } from './waterfall.tsx'

/** How the score of one chosen account comes about; the reader says of which. */
export function ContributionCard(props: { selection: Selection; written: Locale }) {
  const { t, locale } = useReader()
  const chooser = useId()
  const { accounts, meanScore } = props.selection
  const [chosen, setChosen] = useState(accounts[0]?.account ?? '')
  const account = accounts.find((entry) => entry.account === chosen) ?? accounts[0]
  const waterfall = useMemo(
    () => (account === undefined ? null : prepareWaterfall(account, meanScore)),
    [account, meanScore],
  )
  if (account === undefined || waterfall === null) return null
  const isOwnLanguage = props.written === locale
  return (
    <Card title={t('report.selection.waterfall.title')} note={t('report.selection.waterfall.note')}>
      <div className="vf-chart-head">
        <span className="vf-filters">
          <label htmlFor={chooser} className="vf-unseen">
            {t('report.selection.waterfall.choose')}
          </label>
          <select id={chooser} value={account.account} onChange={(event) => setChosen(event.target.value)}>
            {accounts.map((entry) => (
              <option key={entry.account} value={entry.account}>
                {accountTitle(entry)}
              </option>
            ))}
          </select>
        </span>
      </div>
      <Waterfall waterfall={waterfall} name={accountTitle(account)} hasWords={isOwnLanguage} />
      {isOwnLanguage && account.sentences.length > 0 && <p className="vf-note">{account.sentences.join(' ')}</p>}
    </Card>
  )
}
