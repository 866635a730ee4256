import { useState } from 'react'
import type { Tier } from '@vitalfew/contract/run.ts'
import { pageWindow } from '../design/page-window.ts'
import { Pager } from '../design/pager.tsx'
import { useReader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import { usePrinting } from '../design/printing.tsx'
import { KeyAccountCard } from './key-account-card.tsx'
import type { KeyAccountList as List } from './prepare-key-accounts.ts'
import { useTitles } from './tier-titles.tsx'

/** The chosen accounts, tier by tier. On paper every key account is there, whatever page the screen shows. */
export function KeyAccountList(props: { list: List }) {
  const { t, format } = useReader()
  const titles = useTitles()
  const { entries, tiers } = props.list
  const isPrinting = usePrinting()
  const [chosen, setChosen] = useState<Tier>(tiers[0]?.tier ?? 'key')
  const [page, setPage] = useState(1)
  const [perPage, setPerPage] = useState(50)
  const tier = isPrinting ? (tiers[0]?.tier ?? 'key') : chosen
  const members = entries.filter((entry) => entry.tier === tier)
  const window = pageWindow(page, { rows: members.length, perPage })
  const shown = isPrinting ? members : members.slice(window.from, window.to)
  if (entries.length === 0) return <p className="vf-empty">{t('report.keyAccounts.none')}</p>
  const total = tiers.find((entry) => entry.tier === tier)
  return (
    <div>
      <div className="vf-bar-row">
        {tiers.length > 1 && (
          <SegmentedControl
            label={t('report.keyAccounts.tiers')}
            value={chosen}
            onChange={(value) => {
              setChosen(value)
              setPage(1)
            }}
            options={tiers.map((entry) => ({
              value: entry.tier,
              label: `${titles.tier(entry.tier)} ${format.count(entry.accounts)}`,
            }))}
          />
        )}
        {total !== undefined && (
          <span className="vf-note">
            {t('report.keyAccounts.total', {
              tier: titles.tier(tier),
              count: total.accounts,
              accounts: format.count(total.accounts),
              amount: format.money(total.netRevenue),
              share: format.percent(total.share),
            })}
          </span>
        )}
      </div>
      <div className="vf-key-accounts">
        {shown.map((entry) => (
          <KeyAccountCard key={entry.account} entry={entry} />
        ))}
      </div>
      {members.length > perPage && (
        <Pager window={window} rows={members.length} perPage={perPage} setPage={setPage} setPerPage={setPerPage} />
      )}
    </div>
  )
}
