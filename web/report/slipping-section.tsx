import { useMemo } from 'react'
import type { Report } from '@vitalfew/contract/report.ts'
import { useReader, type Reader } from '../design/reader.tsx'
import { Section } from '../design/section.tsx'
import { SlippingAccounts } from '../lifecycle/slipping-accounts.tsx'

export function SlippingSection(props: { report: Report }) {
  const reader = useReader()
  const { report } = props
  const tiers = useMemo(() => new Map(report.accounts.map((row) => [row.account, row.tier])), [report])
  return (
    <Section id="slipping" title={reader.t('report.section.slipping')} lead={slippingLead(report, reader)}>
      {report.slipping.length > 0 && <SlippingAccounts entries={report.slipping} tiers={tiers} />}
    </Section>
  )
}

/** The list may be cut; the stages of the run count everybody. */
function slippingLead(report: Report, { t, format }: Reader): string {
  const shown = report.slipping.length
  if (shown === 0) return t('report.slipping.none')
  const total = report.run.lifecycle.stages
    .filter(({ name }) => name === 'slipping' || name === 'dormant')
    .reduce((sum, stage) => sum + stage.accounts, 0)
  const amount = format.money(report.slipping.reduce((sum, entry) => sum + entry.revenueLast24Months, 0))
  if (total > shown) return t('report.slipping.cut', { total: format.count(total), shown: format.count(shown), amount })
  return t('report.slipping.lead', { count: shown, accounts: format.count(shown), amount })
}
