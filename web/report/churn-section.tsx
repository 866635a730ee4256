import { useMemo } from 'react'
import type { Churn } from '@vitalfew/contract/churn.ts'
import type { Report } from '@vitalfew/contract/report.ts'
import { BacktestTable } from '../churn/backtest-table.tsx'
import { ChurnLists } from '../churn/churn-lists.tsx'
import { ChurnMonthsChart } from '../churn/churn-months-chart.tsx'
import { verdictWords } from '../churn/churn-words.ts'
import { ContractsPart } from '../churn/contracts-part.tsx'
import { CutPlot } from '../churn/cut-plot.tsx'
import { LevelTable } from '../churn/level-table.tsx'
import { prepareChurnBacktest } from '../churn/prepare-churn-backtest.ts'
import { prepareChurnMonths } from '../churn/prepare-churn-months.ts'
import { prepareLevels } from '../churn/prepare-levels.ts'
import { ReasonList } from '../churn/reason-list.tsx'
import { SurvivalCard } from '../churn/survival-card.tsx'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { Section } from '../design/section.tsx'

/** Who is leaving and what hangs on it, who can be won back, how it used to be, and whether such warnings were right. */
export function ChurnSection(props: { report: Report; churn: Churn }) {
  const reader = useReader()
  const { t } = reader
  const { report, churn } = props
  const tiers = useMemo(() => new Map(report.accounts.map((row) => [row.account, row.tier])), [report])
  const levels = useMemo(() => prepareLevels(churn.levels), [churn])
  return (
    <Section id="churn" title={t('report.section.churn')} lead={churnLead(churn, reader)}>
      {levels.length > 0 && <LevelTable lines={levels} />}
      <div className="vf-churn-lists">
        <ChurnLists churn={churn} tiers={tiers} />
      </div>
      <BacktestCard churn={churn} written={report.run.run.locale} />
      <Rates churn={churn} reader={reader} />
      {(churn.survival.length > 0 || churn.reasons.length > 0) && (
        <div
          className={churn.reasons.length > 0 && churn.survival.length > 0 ? 'vf-pair vf-pair-uneven' : 'vf-pair-alone'}
        >
          {churn.survival.length > 0 && <SurvivalCard churn={churn} />}
          {churn.reasons.length > 0 && (
            <Card title={t('report.churn.reasons.title')} note={t('report.churn.reasons.note')}>
              <ReasonList
                reasons={churn.reasons.map(({ reason, accounts, netRevenue }) => ({
                  reason,
                  accounts,
                  amount: netRevenue,
                }))}
              />
            </Card>
          )}
        </div>
      )}
      {churn.contracts !== null && <ContractsPart contracts={churn.contracts} />}
    </Section>
  )
}

function churnLead(churn: Churn, { t, format }: Reader): string {
  const high = churn.levels.find(({ level }) => level === 'high')
  const months = format.count(churn.horizonMonths)
  if (high === undefined || high.accounts === 0)
    return t('report.churn.leadNone', { months, amount: format.money(churn.valueAtRisk) })
  return t('report.churn.lead', {
    months,
    count: high.accounts,
    accounts: format.count(high.accounts),
    high: format.money(high.valueAtRisk),
    amount: format.money(churn.valueAtRisk),
  })
}

function BacktestCard(props: { churn: Churn; written: Report['run']['run']['locale'] }) {
  const reader = useReader()
  const { churn } = props
  const backtest = useMemo(() => prepareChurnBacktest(churn.backtest), [churn])
  const words = verdictWords(churn, { reader, written: props.written })
  return (
    <Card title={reader.t('report.churn.backtest.title')} note={words}>
      {backtest.lines.length > 0 && <BacktestTable lines={backtest.lines} />}
    </Card>
  )
}

/** How many leave, month by month, and where more than elsewhere. */
function Rates(props: { churn: Churn; reader: Reader }) {
  const { t, format } = props.reader
  const { churn } = props
  const months = useMemo(() => prepareChurnMonths(churn.months), [churn])
  if (!months.hasAny && churn.cuts.length === 0) return null
  const { lastYear } = months
  return (
    <div className={months.hasAny && churn.cuts.length > 0 ? 'vf-pair' : 'vf-pair-alone'}>
      {months.hasAny && (
        <Card
          title={t('report.churn.months.title')}
          note={t('report.churn.months.note', {
            months: format.count(lastYear.months),
            count: lastYear.left,
            left: format.count(lastYear.left),
            amount: format.money(lastYear.revenueLost),
            returned: format.count(lastYear.returned),
          })}
        >
          <ChurnMonthsChart points={months.points} />
        </Card>
      )}
      {churn.cuts.length > 0 && (
        <Card
          title={t('report.churn.cut.title')}
          note={
            churn.cutsFrom === null
              ? t('report.churn.cut.note')
              : t('report.churn.cut.noteFrom', {
                  from: format.longDay(churn.cutsFrom),
                  until: format.longDay(churn.asOf),
                })
          }
        >
          <CutPlot cuts={churn.cuts} />
        </Card>
      )}
    </div>
  )
}
