import { useMemo, useState } from 'react'
import type { Report } from '@vitalfew/contract/report.ts'
import { Section } from '../design/section.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { prepareStages } from '../lifecycle/prepare-stages.ts'
import { BehaviourParts } from '../purchase-behaviour/behaviour-parts.tsx'
import { StageTable } from '../lifecycle/stage-table.tsx'
import { KeyAccountList } from '../selection/key-account-list.tsx'
import { prepareKeyAccounts, type KeyAccountList as KeyAccounts } from '../selection/prepare-key-accounts.ts'
import { titlesOf, TitlesProvider } from '../selection/tier-titles.tsx'
import { everyAccount, type AccountFilter } from './account-filter.ts'
import { AllAccounts } from './all-accounts.tsx'
import { ChurnSection } from './churn-section.tsx'
import { AbcSection, ConcentrationSection } from './concentration-sections.tsx'
import { HowComputed } from './how-computed.tsx'
import { Overview } from './overview.tsx'
import { QualitySection } from './quality-section.tsx'
import { RfmSection } from './rfm-section.tsx'
import { SegmentationSection } from '../segmentation/segmentation-section.tsx'
import { goToSection } from './section-list.tsx'
import { SelectionSection } from './selection-section.tsx'
import { SlippingSection } from './slipping-section.tsx'
import { ValueSection } from './value-section.tsx'

/** The report from the most important to the most detailed: what it says, who they are, what it rests on. */
export function ReportPage(props: { report: Report }) {
  const reader = useReader()
  const { t, format } = reader
  const { report } = props
  const { run } = report
  const [filter, setFilter] = useState(everyAccount)
  const keyAccounts = useMemo(() => keyAccountsOf(report), [report])
  const stages = useMemo(() => prepareStages(run.lifecycle.stages), [run])
  const list = (part: Partial<AccountFilter>) => {
    setFilter({ ...everyAccount, ...part })
    goToSection('accounts')
  }
  return (
    <TitlesProvider model={run.selection}>
      <main>
        <Overview report={report} keyAccounts={keyAccounts} />
        <Section id="key-accounts" title={t('report.section.key-accounts')} lead={keyAccountsLead(report, reader)}>
          <KeyAccountList list={keyAccounts} />
        </Section>
        {run.selection !== null && <SelectionSection report={report} selection={run.selection} />}
        {report.run.value !== null && <ValueSection report={report} value={report.run.value} />}
        {report.run.churn === null ? (
          <SlippingSection report={report} />
        ) : (
          <ChurnSection report={report} churn={report.run.churn} />
        )}
        <ConcentrationSection report={report} />
        <AbcSection abc={run.abc} onChoose={list} />
        <RfmSection rfm={run.rfm} onChoose={(segment) => list({ segment })} />
        <Understood report={report} />
        <Section
          id="lifecycle"
          title={t('report.section.lifecycle')}
          lead={t('report.lifecycle.lead', {
            count: stages.fading.accounts,
            accounts: format.count(stages.fading.accounts),
            amount: format.money(stages.fading.netRevenue),
            cycle: format.count(Math.round(run.lifecycle.portfolioCycleDays)),
          })}
        >
          <StageTable lines={stages.lines} onChoose={(stage) => list({ stage })} />
        </Section>
        <Section
          id="accounts"
          title={t('report.section.accounts')}
          lead={<span className="vf-hint">{t('report.accounts.lead')}</span>}
        >
          <AllAccounts report={report} filter={filter} onFilter={setFilter} />
        </Section>
        <QualitySection run={run} />
        <Section id="method" title={t('report.section.method')} lead={t('report.method.lead')}>
          <HowComputed report={report} />
        </Section>
      </main>
    </TitlesProvider>
  )
}

/** Who is alike, and how accounts buy, as far as the run has looked into it. */
function Understood({ report: { run, accounts } }: { report: Report }) {
  const { t } = useReader()
  const tiers = useMemo(() => run.selection?.tiers.map(({ id }) => id) ?? [], [run])
  return (
    <>
      {run.segmentation !== null && (
        <SegmentationSection segmentation={run.segmentation} accounts={accounts} tiers={tiers} />
      )}
      {run.behaviour !== null && (
        <Section id="behaviour" title={t('report.section.behaviour')}>
          <BehaviourParts behaviour={run.behaviour} />
        </Section>
      )}
    </>
  )
}

/** The usual model in words of its own, any other by its name and what it looks at. */
function keyAccountsLead({ run: { selection } }: Report, { t }: Reader): string {
  if (selection === null || selection.model === 'default') return t('report.keyAccounts.lead')
  const titles = titlesOf(selection, t)
  const criteria = selection.criteria.filter(({ weight }) => weight > 0).map(({ id }) => titles.criterion(id))
  return t('report.keyAccounts.leadModel', { title: selection.title, criteria: criteria.join(t('report.listComma')) })
}

function keyAccountsOf(report: Report): KeyAccounts {
  const { keyAccounts, totals, selection } = report.run
  return prepareKeyAccounts(keyAccounts, {
    accounts: report.accounts,
    netRevenue: totals.netRevenue,
    selected: selection?.accounts ?? [],
  })
}
