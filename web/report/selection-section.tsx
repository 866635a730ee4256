import { useMemo } from 'react'
import type { Report } from '@vitalfew/contract/report.ts'
import type { Selection } from '@vitalfew/contract/selection.ts'
import { useReader, type Reader } from '../design/reader.tsx'
import { Section } from '../design/section.tsx'
import { BacktestCard } from '../selection/backtest-card.tsx'
import { BelowTheLine } from '../selection/below-the-line.tsx'
import { ContributionCard } from '../selection/contribution-card.tsx'
import { CriteriaCard } from '../selection/criteria-card.tsx'
import { DecidedByPeople } from '../selection/decided-by-people.tsx'
import { MigrationCard } from '../selection/migration-card.tsx'
import { SensitivityCard } from '../selection/sensitivity-card.tsx'
import { TierTable } from '../selection/tier-table.tsx'
import { WrittenWords } from '../selection/written-words.tsx'

/** By what accounts were chosen, how firmly they stand, who is next, and whether the model would have chosen well before. */
export function SelectionSection(props: { report: Report; selection: Selection }) {
  const reader = useReader()
  const { t } = reader
  const { report, selection } = props
  const written = report.run.run.locale
  const tiers = useMemo(() => selection.tiers.map(({ id }) => id), [selection])
  return (
    <Section id="selection" title={t('report.section.selection')} lead={selectionLead(selection, reader)}>
      <p className="vf-note">
        <WrittenWords written={written} words={[selection.description, ...selection.notes].join(' ')} />
      </p>
      <TierTable tiers={selection.tiers} netRevenue={report.run.totals.netRevenue} written={written} />
      <div className={selection.accounts.length > 0 ? 'vf-pair vf-pair-wide-second' : 'vf-pair-alone'}>
        <div className="vf-column">
          <CriteriaCard selection={selection} />
          {selection.sensitivity !== null && selection.sensitivity.aboveTheLine > 0 && (
            <SensitivityCard selection={selection} sensitivity={selection.sensitivity} written={written} />
          )}
        </div>
        <ContributionCard selection={selection} written={written} />
      </div>
      {selection.belowTheLine.length > 0 && (
        <>
          <h3 className="vf-subhead">{t('report.selection.below.title')}</h3>
          <p className="vf-note">{t('report.selection.below.note')}</p>
          <BelowTheLine accounts={selection.belowTheLine} written={written} />
        </>
      )}
      <div className="vf-stack">
        {selection.migration !== null && <MigrationCard migration={selection.migration} tiers={tiers} />}
        <DecidedByPeople selection={selection} />
        {selection.backtest === null ? (
          <p className="vf-note">{t('report.selection.backtest.none')}</p>
        ) : (
          <BacktestCard backtest={selection.backtest} written={written} />
        )}
      </div>
    </Section>
  )
}

function selectionLead(selection: Selection, { t, format }: Reader): string {
  const above = selection.tiers.slice(0, -1).reduce((sum, { accounts }) => sum + accounts, 0)
  return t(selection.gated > 0 ? 'report.selection.leadGated' : 'report.selection.lead', {
    title: selection.title,
    model: `${selection.model}@${selection.version}`,
    count: above,
    above: format.count(above),
    population: format.count(selection.population),
    gated: format.count(selection.gated),
  })
}
