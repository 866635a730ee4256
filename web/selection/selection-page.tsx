import { getRouteApi, Link } from '@tanstack/react-router'
import type { Selection } from '@vitalfew/contract/selection.ts'
import { Empty } from 'antd'
import { useMemo, useState } from 'react'
import { PageHead } from '../app/page-head.tsx'
import { PartTabs } from '../app/part-tabs.tsx'
import { WithReport, type ReportInApp } from '../app/with-report.tsx'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { BacktestCard } from './backtest-card.tsx'
import { BelowTheLine } from './below-the-line.tsx'
import { ContributionCard } from './contribution-card.tsx'
import { CriteriaCard } from './criteria-card.tsx'
import { DecidedByPeople } from './decided-by-people.tsx'
import { KeyAccountList } from './key-account-list.tsx'
import { BacktestsPart } from './backtests-part.tsx'
import { MigrationBetween } from './migration-between.tsx'
import { MigrationCard } from './migration-card.tsx'
import { OverridesPart } from './people/overrides-part.tsx'
import { prepareKeyAccounts } from './prepare-key-accounts.ts'
import { SensitivityCard } from './sensitivity-card.tsx'
import { type EditedModel, ModelStudio } from './studio/model-studio.tsx'
import { TierTable } from './tier-table.tsx'
import { TitlesProvider, useTitles } from './tier-titles.tsx'
import { WrittenWords } from './written-words.tsx'

const route = getRouteApi('/shell/selection')

const parts = ['accounts', 'basis', 'studio', 'people', 'below', 'evidence'] as const
type Part = (typeof parts)[number]

/** Who was chosen and why, by what model, how firmly, and whether it would have chosen well before. */
export function SelectionPage() {
  const { t } = useReader()
  return (
    <>
      <PageHead title={t('app.page.selection')} lead={t('app.selection.lead')} />
      <WithReport>{(report) => <Parts report={report} />}</WithReport>
    </>
  )
}

function Parts(props: { report: ReportInApp }) {
  const { t } = useReader()
  const { part } = route.useSearch()
  const navigate = route.useNavigate()
  const [edited, setEdited] = useState<EditedModel | null>(null)
  const { report } = props
  const { selection } = report.run
  const shown = parts.filter((name) => isThere(name, selection))
  const current = shown.find((name) => name === part) ?? 'accounts'
  return (
    <TitlesProvider model={selection}>
      <PartTabs
        label={t('app.part')}
        names={shown}
        value={current}
        titleOf={(name) => t(`app.selection.part.${name}`)}
        onChange={(chosen) => void navigate({ search: { part: chosen }, replace: true })}
      >
        {current === 'studio' ? (
          <ModelStudio edited={edited} onEdit={setEdited} />
        ) : (
          <PartOf name={current} report={report} />
        )}
      </PartTabs>
    </TitlesProvider>
  )
}

/** No empty parts: each is there when it has something to say. */
function isThere(part: Part, selection: Selection | null): boolean {
  if (part === 'accounts') return true
  if (selection === null) return false
  if (part === 'below') return selection.belowTheLine.length > 0
  return true
}

function PartOf(props: { name: Exclude<Part, 'studio'>; report: ReportInApp }) {
  const { t } = useReader()
  const { report } = props
  const { selection, run } = { selection: report.run.selection, run: report.run.run }
  const written = run.locale
  if (props.name === 'accounts' || selection === null) return <KeyAccounts report={report} />
  switch (props.name) {
    case 'basis':
      return (
        <div className="vf-stack">
          <p className="vf-note">
            <WrittenWords written={written} words={[selection.description, ...selection.notes].join(' ')} />
          </p>
          <TierTable tiers={selection.tiers} netRevenue={report.run.totals.netRevenue} written={written} />
          <CriteriaCard selection={selection} />
          {selection.accounts.length > 0 && <ContributionCard selection={selection} written={written} />}
        </div>
      )
    case 'people':
      return <OverridesPart selection={selection} />
    case 'below':
      return (
        <Card title={t('report.selection.below.title')} note={t('report.selection.below.note')}>
          <BelowTheLine accounts={selection.belowTheLine} written={written} />
        </Card>
      )
    case 'evidence':
      return <Evidence report={report} selection={selection} />
  }
}

function KeyAccounts(props: { report: ReportInApp }) {
  const { t } = useReader()
  const { report } = props
  const list = useMemo(() => {
    const { keyAccounts, totals, selection } = report.run
    return prepareKeyAccounts(keyAccounts, {
      accounts: report.accounts,
      netRevenue: totals.netRevenue,
      selected: selection?.accounts ?? [],
    })
  }, [report])
  if (report.hiddenFields.includes('score')) return <ScoresHidden tiers={report.run.selection?.tiers ?? []} />
  if (report.run.keyAccounts.length === 0) return <Empty description={t('app.selection.nobody')} />
  return (
    <>
      <h2 className="vf-unseen">{t('app.selection.part.accounts')}</h2>
      <KeyAccountList list={list} />
    </>
  )
}

/** Where the model looks at what somebody may not see: who has which tier is still theirs to know. */
function ScoresHidden(props: { tiers: Selection['tiers'] }) {
  const { t } = useReader()
  const titles = useTitles()
  return (
    <Empty description={t('app.selection.scoresHidden')}>
      <div className="vf-page-actions vf-tier-links">
        {props.tiers.slice(0, -1).map(({ id }) => (
          <Link key={id} to="/accounts" search={{ filter: { field: 'tier', operator: 'in', values: [id] } }}>
            {t('app.selection.listTier', { tier: titles.tier(id) })}
          </Link>
        ))}
      </div>
    </Empty>
  )
}

function Evidence(props: { report: ReportInApp; selection: Selection }) {
  const { t } = useReader()
  const { report, selection } = props
  const written = report.run.run.locale
  const tiers = useMemo(() => selection.tiers.map(({ id }) => id), [selection])
  return (
    <div className="vf-stack">
      {selection.sensitivity !== null && selection.sensitivity.aboveTheLine > 0 && (
        <SensitivityCard selection={selection} sensitivity={selection.sensitivity} written={written} />
      )}
      {selection.migration !== null && <MigrationCard migration={selection.migration} tiers={tiers} />}
      <MigrationBetween run={report.run.run.id} />
      <DecidedByPeople selection={selection} />
      {selection.backtest === null ? (
        <p className="vf-note">{t('report.selection.backtest.none')}</p>
      ) : (
        <BacktestCard backtest={selection.backtest} written={written} />
      )}
      <BacktestsPart />
    </div>
  )
}
